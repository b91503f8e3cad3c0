"""Does an answer hold what a case says it must: the words, or a number near enough?"""

from decimal import Decimal, InvalidOperation

from assistant.language.numbers import numbers_of
from evals.cases.case import Case
from evals.words import holds


def holds_phrase(case: Case, text: str, phrase: str) -> bool:
    """Tell whether a text holds a phrase, or a number within the case's tolerance of the phrase's first number."""
    if holds(text, phrase):
        return True
    if case.tolerance is None:
        return False
    expected = _numbers(phrase)
    return bool(expected) and any(
        unit == expected[0][1] and case.tolerance.allows(expected[0][0], value) for value, unit in _numbers(text)
    )


def missing_groups(case: Case, text: str) -> list[tuple[str, ...]]:
    """Return the groups of alternatives of which a text holds none."""
    return [group for group in case.must if not any(holds_phrase(case, text, phrase) for phrase in group)]


def _numbers(text: str) -> list[tuple[float, str]]:
    """Return the numbers of a text with their units (`%`, `USD`, or none)."""
    found = []
    for number in numbers_of(text):
        try:
            found.append((float(Decimal(number.value)), number.unit))
        except InvalidOperation:
            continue
    return found
