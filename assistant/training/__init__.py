"""How the reader's weights are made: `python -m assistant.training.train --help`.

Nothing here is imported when questions are answered.
"""
