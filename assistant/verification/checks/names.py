"""Check the names of people, bodies and places in a sentence against its source."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.language.acronyms import WITHIN_NAMES, spelt_out
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
_ENDINGS = ("s", "n", "an", "ian", "i", "es", "er", "'")
_LONG_ENOUGH = 6
"""Letters from which two names that differ by one letter are two spellings of one."""


def name_problems(stated: TokenizedText, around: TokenizedText) -> Iterator[Problem]:
    """Yield the names that stand neither in the source nor around it."""
    unknown = [
        rank
        for rank, token in enumerate(stated.tokens)
        if is_name(stated, rank) and not is_known(token.word.stem, around) and not _is_unit(stated, rank)
    ]
    spelled_out = _spelled_out(stated, around) if unknown else set()
    for rank in unknown:
        surface = stated.tokens[rank].word.surface
        if rank in spelled_out or (sum(map(str.isupper, surface)) > 1 and _is_acronym(surface, around)):
            continue
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


def _is_unit(tokenized: TokenizedText, rank: int) -> bool:
    """Tell whether a word is a currency beside a number, which is checked with the number."""
    beside = tokenized.tokens[max(0, rank - 1) : rank + 2]
    return is_currency(tokenized.tokens[rank].word.surface.lower()) and any(token.word.is_numeric for token in beside)


def is_known(name: str, around: TokenizedText) -> bool:
    """Tell whether a name is among the words, as another form or spelling of one."""
    if name in around.stems or name in _ROLES:
        return True
    country = country_of(name)
    if country:
        return any(country_of(word) == country for word in around.stems)
    return any(_same_name(name, word) for word in around.stems if word[:1] == name[:1])


def _same_name(name: str, other: str) -> bool:
    short, long = sorted((name, other), key=len)
    if len(short) >= 4 and long.startswith(short) and long[len(short) :] in _ENDINGS:
        return True
    return len(short) >= _LONG_ENOUGH and not country_of(other) and _one_edit(short, long)


def _one_edit(short: str, long: str) -> bool:
    """Tell whether two words differ by one letter put in, left out or replaced."""
    if len(long) - len(short) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _is_acronym(surface: str, around: TokenizedText) -> bool:
    """Tell whether capitals are the first letters of words that stand together around: `UNIDO`."""
    letters = surface.removesuffix("s").replace(".", "").lower()
    if len(letters) < 2:
        return False
    bodies = _initials(around, capitals=True)
    if any(initials.startswith(letters) or initials.endswith(letters) for initials in bodies):
        return True
    return (len(letters) > 3 and any(letters in initials for initials in bodies)) or (
        (len(letters) > 3 or surface.endswith("s"))
        and any(letters in initials for initials in _initials(around, capitals=False))
    )


@lru_cache(maxsize=64)
def _initials(tokenized: TokenizedText, *, capitals: bool) -> frozenset[str]:
    """Return the first letters of each run of words, small words left out and once kept; of capitalised words alone."""
    found = set()
    run: list[Token] = []
    for token in (*tokenized.tokens, None):
        surface = token.word.surface if token else ""
        joins = surface.lower() in WITHIN_NAMES
        if token and (joins or not capitals or surface[:1].isupper()):
            run.append(token)
            continue
        found.add(
            "".join(piece.word.surface[0] for piece in run if piece.word.surface.lower() not in WITHIN_NAMES).lower()
        )
        found.add("".join(piece.word.surface[0] for piece in run).lower())
        run = []
    return frozenset(found)


def _spelled_out(stated: TokenizedText, around: TokenizedText) -> set[int]:
    """Return the ranks of the words of `stated` that spell out an acronym which the source does not."""
    capitals = {
        token.word.surface.replace(".", "")
        for token in around.tokens
        if re.fullmatch(r"(?:[A-Z]\.?){2,10}", token.word.surface)
    }
    acronyms = {each.lower() for each in capitals if not next(spelt_out(each, around.text), "")}
    found: set[int] = set()
    run: list[int] = []
    for rank, token in enumerate((*stated.tokens, None)):
        if token and (token.word.surface[0].isupper() or token.word.surface.lower() in WITHIN_NAMES):
            run.append(rank)
            continue
        for members in (run, [at for at in run if stated.tokens[at].word.surface.lower() not in WITHIN_NAMES]):
            initials = "".join(stated.tokens[at].word.surface[0] for at in members).lower()
            for acronym in acronyms:
                start = initials.find(acronym) if len(acronym) > 2 or acronym == initials else -1
                found.update(members[start : start + len(acronym)] if start >= 0 else ())
        run = []
    return found
