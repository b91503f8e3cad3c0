"""The texts that a chat model is given, one file each, known by their digest.

Read by `assistant` alone. Without a chat model none is used, and every answer is in the documents' own words.
"""
