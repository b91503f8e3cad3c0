"""The chat page: what happens on it, how it is drawn, how documents come in, and its server.

Home of gradio and fastapi. Imports `drafting`, `markup`, `serving` and `terminal`.
"""
