"""Turns that are not questions about the documents: greetings, thanks, and orders to the assistant."""

import re

_GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings)\b[\w\s,]{0,20}\W*$", re.IGNORECASE
)
_THANKS = re.compile(r"^\W*(?:thanks?|thank you|many thanks|cheers)\b[\w\s,]{0,25}\W*$", re.IGNORECASE)
_ABILITY = re.compile(
    r"^\W*(?:what can you do|who are you|what are you|how do you work|help|how does this work|what is this)\W*$",
    re.IGNORECASE,
)


def reply_to(turn: str) -> str:
    """Return a short reply to a turn that needs no documents, empty for anything else."""
    if _GREETING.match(turn) or _ABILITY.match(turn):
        return (
            "Ask a question about the documents in the library: who, when, where, how many, what was decided. "
            "Each sentence of an answer names the paragraph it comes from; where the documents do not say, so does the answer."
        )
    if _THANKS.match(turn):
        return "You are welcome. Ask another question about the documents."
    return ""
