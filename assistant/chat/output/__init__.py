"""What a model's stream is taken for: sentences with their citations, without its reasoning; or that it abstains.

Takes text as it comes, gives `WrittenSentence`s. Imports nothing of the chat but this.
"""
