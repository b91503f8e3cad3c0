"""Leave out the reasoning that a model writes before it answers."""

import re

_OPEN = re.compile(r"<(?:think|thinking|reasoning)>", re.IGNORECASE)
_CLOSE = re.compile(r"</(?:think|thinking|reasoning)>\s*", re.IGNORECASE)
_PARTIAL = re.compile(r"</?[a-z]{0,9}\Z", re.IGNORECASE)
_LONGEST_TAG = 12


class ReasoningFilter:
    """Takes text in pieces and gives back what of it is no thought; of a thought nothing is kept, however long."""

    def __init__(self) -> None:
        self._held = ""
        self._thinking = False

    def spoken(self, text: str) -> str:
        """Return what was said aloud by now; what may be the beginning of a tag is held back."""
        held, said = self._held + text, ""
        while True:
            tag = (_CLOSE if self._thinking else _OPEN).search(held)
            if tag is None:
                break
            said += "" if self._thinking else held[: tag.start()]
            held = held[tag.end() :]
            self._thinking = not self._thinking
        if self._thinking:
            self._held = held[-_LONGEST_TAG:]
            return said
        partial = _PARTIAL.search(held)
        at = partial.start() if partial else len(held)
        self._held = held[at:]
        return said + held[:at]

    def rest(self) -> str:
        """Return what was held back once nothing more comes: nothing of a thought that never ended."""
        return "" if self._thinking else self._held
