"""How well the words that a follow-up lacks were added to it.

    recall    = |words a person added and we added| / |words a person added|
    precision = |words a person added and we added| / |words we added|

Words are distinct, in lower case, a plural in `s` as its singular; a word is added when the question as it was asked
has not got it. Words that say nothing of a topic (`the`, `is`, …) are not counted: a rewrite may turn a sentence round
without adding anything.
"""

import re

from corpus.text.words import STOP_WORDS

_WORD = re.compile(r"[^\W_]{2,}|\d")


def added_words(question: str, rewrite: str) -> frozenset[str]:
    """Return the content words of a rewrite that its question has not got."""
    return frozenset(_words(rewrite) - _words(question) - STOP_WORDS)


def added_recall(question: str, ours: str, theirs: str) -> float | None:
    """Return the share of a person's added words that ours has; None where the person added none."""
    wanted = added_words(question, theirs)
    return len(wanted & added_words(question, ours)) / len(wanted) if wanted else None


def added_precision(question: str, ours: str, theirs: str) -> float | None:
    """Return the share of our added words that the person added too; None where we added none."""
    found = added_words(question, ours)
    return len(found & added_words(question, theirs)) / len(found) if found else None


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") if len(word) > 4 else word for word in _WORD.findall(text.lower())}
