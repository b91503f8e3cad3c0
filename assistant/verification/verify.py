"""Check a sentence against the words it cites.

Whoever wrote the sentence, what it states must be in its source: the numbers, the dates, the names, whether it is
denied, and whether it rises or falls. Words taken over unchanged pass; anything else is compared value by value.
"""

import re
from collections.abc import Iterator

from assistant.language.acronyms import in_words_of
from assistant.verification.checks.acts import act_problems, replaced_problems
from assistant.verification.checks.exchanges import exchange_problems
from assistant.verification.checks.names import name_problems
from assistant.verification.checks.numbers import number_problems
from assistant.verification.checks.owners import owner_problems
from assistant.verification.checks.polarity import direction_problems, polarity_problems
from assistant.verification.checks.swaps import swap_problems
from assistant.verification.problem import Problem
from assistant.verification.tokenized import LEFT_OUT, TokenizedText, fold, tokenized_text

_DENIAL = re.compile(r"\b(?:not|no|never|without|neither|nor|none|cannot|non|failed to|unable to)\b|n't\b")
_JUST_BEFORE = 14
"""Characters before a quotation in which a word that denies it would stand."""
_SHORT_GAP = 60
"""Characters left out between two pieces within which a denial belongs to what follows."""


def verify(sentence: str, source: str, context: str = "") -> tuple[Problem, ...]:
    """Return what `sentence` states that `source` does not; empty when it is supported.

    `context` is what the reader sees around the source (title, headings, lead-in): names and dates may come from it,
    and all that stands in square brackets; numbers and negation may not.
    """
    cited = tokenized_text(source)
    if _is_quoted(fold(sentence).lower(), cited.plain):
        return ()
    stated = tokenized_text(in_words_of(sentence, source))
    around = tokenized_text(f"{source}\n{context}") if context else cited
    return tuple(_once(_problems(stated, cited, around)))


def _problems(stated: TokenizedText, cited: TokenizedText, around: TokenizedText) -> Iterator[Problem]:
    yield from number_problems(stated, cited, around)
    yield from name_problems(stated, around)
    yield from swap_problems(stated, cited)
    yield from exchange_problems(stated, cited)
    yield from owner_problems(stated, cited)
    yield from polarity_problems(stated, cited)
    yield from direction_problems(stated, cited)
    yield from act_problems(stated, cited)
    yield from replaced_problems(stated, cited)


def _once(problems: Iterator[Problem]) -> Iterator[Problem]:
    """Yield each problem unless an earlier one is of the same words."""
    known: set[str] = set()
    for problem in problems:
        if problem.stated not in known:
            known.add(problem.stated)
            yield problem


def _is_quoted(stated: str, cited: str) -> bool:
    """Tell whether a sentence is words of the source in their order, perhaps with some left out where it shows `…`."""
    pieces = [piece.strip(" .") for piece in LEFT_OUT.split(stated)]
    at = 0
    for rank, piece in enumerate(piece for piece in pieces if piece):
        start = _whole(piece, cited, at)
        if start < 0:
            return False
        gap = cited[at:start] if rank and start - at < _SHORT_GAP else ""
        if _DENIAL.search(gap) or _DENIAL.search(cited[max(0, start - _JUST_BEFORE) : start]):
            return False
        at = start + len(piece)
    return bool(at)


def _whole(piece: str, cited: str, at: int) -> int:
    """Return where a piece stands as whole words and whole numbers from a place on, -1 for nowhere."""
    start = cited.find(piece, at)
    while start >= 0:
        before, after = cited[max(0, start - 2) : start], cited[start + len(piece) : start + len(piece) + 2]
        cuts_word = (before[-1:].isalnum() and piece[0].isalnum()) or (after[:1].isalnum() and piece[-1].isalnum())
        cuts_number = (piece[0].isdigit() and re.fullmatch(r"\d[.,]", before)) or (
            piece[-1].isdigit() and re.fullmatch(r"[.,]\d", after)
        )
        if not cuts_word and not cuts_number:
            return start
        start = cited.find(piece, start + 1)
    return -1
