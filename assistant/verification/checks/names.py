"""Check the names of people, bodies and places in a sentence against its source."""

from collections.abc import Iterator

from assistant.language.dates import MONTHS
from assistant.language.numbers import is_currency
from assistant.language.places import country_of
from assistant.verification.problem import Problem
from assistant.verification.tokenized import Token, TokenizedText
from corpus.text.words import STOP_WORDS, stem_of

TITLES = frozenset("mr mrs ms miss dr prof professor sir madam".split())
OPENERS = frozenset(
    "according additionally although altogether among another apart around aside attendance attendees besides beyond "
    "copies delegates despite documents elsewhere everybody everyone everything experts fewer finally furthermore "
    "guests hence however instead later likewise meanwhile members money moreover nearly nobody nothing officials "
    "organizers otherwise overall participants participation parties people persons several similarly since somebody "
    "someone speakers staff still taken therefore though thus today together total towards unless unlike various "
    "whereas whether within without women work yesterday".split()
)
"""Words that sentences of any document may begin with, whether or not it writes them."""
_ROLES = frozenset(
    stem_of(word) for word in "report document annex paragraph section table figure member state".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def name_problems(stated: TokenizedText, around: TokenizedText) -> Iterator[Problem]:
    """Yield the names that stand neither in the source nor around it; a currency is checked with its number."""
    for rank, token in enumerate(stated.tokens):
        surface = token.word.surface
        if is_name(stated, rank) and not is_known(token.word.stem, around) and not is_currency(surface.lower()):
            is_date = surface.lower() in MONTHS or surface.lower() in _DAYS
            yield Problem("date" if is_date else "name", surface)


def is_name(tokenized: TokenizedText, rank: int) -> bool:
    """Tell whether the word at a rank names something: a capital that the beginning of a sentence does not explain."""
    token = tokenized.tokens[rank]
    word = token.word
    if not word.surface[0].isupper() or word.is_numeric or word.surface.lower() in STOP_WORDS | TITLES:
        return False
    if token.first and word.surface.lower() in OPENERS:
        return False
    return not token.first or (len(word.surface) > 1 and _shows_it_is_a_name(tokenized, rank, token))


def _shows_it_is_a_name(tokenized: TokenizedText, rank: int, token: Token) -> bool:
    """Tell whether the first word of a sentence is a name: a country, capitals, or a capitalised word beside it."""
    word = token.word
    if word.surface.isupper() or country_of(word.stem) or word.surface.endswith(("'s", "’s")):
        return True
    after = tokenized.tokens[rank + 1] if rank + 1 < len(tokenized.tokens) else None
    return (
        after is not None
        and after.clause == token.clause
        and after.word.surface[0].isupper()
        and not after.word.surface.isupper()
        and after.word.is_content
        and not after.word.is_numeric
    )


def is_known(name: str, around: TokenizedText) -> bool:
    """Tell whether a name is among the words, or its country is."""
    if name in around.stems or name in _ROLES:
        return True
    country = country_of(name)
    return bool(country) and any(country_of(word) == country for word in around.stems)
