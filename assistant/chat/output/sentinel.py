"""The sentinel by which a model abstains: the passages do not answer."""

import re

REFUSAL = "NOT_IN_THE_DOCUMENTS"
"""Given to the model by the prompt, looked for in what it writes, and never shown."""
_SAID = re.compile(r"\bnot[ _-]in[ _-]the[ _-]documents\b", re.IGNORECASE)


def is_refusal(sentence: str) -> bool:
    """Tell whether a sentence of a model is, or holds, the sentinel."""
    return REFUSAL in sentence or _SAID.fullmatch(sentence.strip(" .!\"'`*[]()")) is not None
