"""Complete follow-up questions from the turns before them, without a model.

Only what the question lacks is carried over: a complete question is never changed. The words taken from earlier turns
are added after it, so that the person can see and edit what was searched.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.language.places import country_of
from assistant.question.antecedent import subject_of, with_antecedent
from assistant.question.context_dependence import OPENS_BACK, needs_context, points_at_one_person
from assistant.question.question import understand
from corpus.text.words import LIGHT_WORDS, stem_of, tokenize, unique

__all__ = ["Query", "complete", "needs_context"]

_FEW = 3
_MOST_CARRIED = 10
_TURNS_BACK = 12
"""Earlier turns that are looked at: what was said before them is forgotten."""
_ASKS = re.compile(
    r"\b(?:what|who|whom|whose|when|where|which|why|how|is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b",
    re.IGNORECASE,
)
_JOINING = re.compile(r"^\W*(?:(?:and|but|so|or|what about|how about|in|for|of)\b\s*)+", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,] )(?:the )?[A-Z][\w’'-]*(?: (?:of |the |and |for )*[A-Z][\w’'-]*)*")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SUBJECT = re.compile(
    r"\b(?:tell me (?:more )?about|what (?:is|are|was|were)|who (?:is|was|are|were)|what's|who's)\s+(?:an?\s+|the\s+)?"
    r"(?P<subject>[^?.,]+)",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|about|in|between|for)\s+(?:an?\s+|the\s+)?(?P<subject>[^?.,]+)$", re.IGNORECASE)
_FRAME = frozenset(
    stem_of(word)
    for word in (
        "tell describe explain know happen kind type sort example main important interesting different difference "
        "famous popular common besides else other another ever article aspect thing anything please many much use like "
        "also say mean cause effect role way new possible"
    ).split()
)
"""Words that say how something is asked, not what about."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for a question."""

    asked: str
    """The question, complete by itself where it could be made so."""
    carried: str = ""
    """Words taken over from earlier turns."""
    subject: str = ""
    """The phrase that the conversation is about, where it is a plain one."""

    @property
    def text(self) -> str:
        """Return what is searched, and shown: with the subject in the place of a pronoun, else with words added."""
        whole = with_antecedent(self.asked, self.subject) if self.carried else self.asked
        held = {word.stem for word in tokenize(whole)}
        if all(word.stem in held for word in tokenize(self.carried)):
            return whole
        return f"{self.asked} ({self.carried})"


def complete(question: str, history: Sequence[str]) -> Query:
    """Return the query for a question: itself when it is complete, else with what it takes from the turns before."""
    if not history or not needs_context(question):
        return Query(question)
    before = Query("")
    for turn in history[-_TURNS_BACK:]:
        before = _completed(turn, before) if needs_context(turn) else Query(turn, subject=subject_of(turn))
    return _completed(question, before)


def _completed(question: str, before: Query) -> Query:
    """Return the query for a question that leans on the completed one before it."""
    if not before.asked:
        return Query(question)
    if _is_ellipsis(question):
        whole = _with_subject(question, before.asked)
        return Query(whole, before.carried, subject_of(whole))
    carried = _carried(question, before)
    return Query(question, " ".join(carried), before.subject or _name_in(before, carried))


def _name_in(before: Query, carried: Sequence[str]) -> str:
    """Return what is carried as it stood in the query before, where that is one name."""
    match = re.search(r"[\s\W]+".join(map(re.escape, carried)), before.text) if carried else None
    return match.group() if match and all(word[:1].isupper() for word in match.group().split()) else ""


def _is_ellipsis(question: str) -> bool:
    """Tell whether a question is only a new subject for the one before: `And Macao?`, `What about 2021?`"""
    opening = OPENS_BACK.match(question)
    if not opening or _ASKS.search(question[opening.end() :]):
        return False
    return len([word for word in tokenize(question) if word.is_content]) <= _FEW


def _with_subject(question: str, before: str) -> str:
    """Put the new subject in the place of the old one of its kind."""
    new = _JOINING.sub("", question).strip(" ?.!")
    old = _exchangeable(before, new)
    return before.replace(old, new, 1) if old and new else f"{before.rstrip(' ?.')} {new}?"


def _exchangeable(before: str, new: str) -> str:
    """Return the part of the earlier question that the new subject stands in for: a year, a country, or a name."""
    if _YEAR.fullmatch(new):
        return next(iter(_YEAR.findall(before)), "")
    names = [match.group() for match in _NAME.finditer(before)]
    if _is_country(new):
        return next((name for name in names if _is_country(name)), names[0] if names else "")
    alike = (name for name in names if _is_acronym(name) == _is_acronym(new))
    return next(alike, names[0] if names else "")


def _is_acronym(name: str) -> bool:
    return name.removeprefix("the ").isupper()


def _is_country(name: str) -> bool:
    return any(country_of(word.stem) for word in tokenize(name))


def _carried(question: str, before: Query) -> list[str]:
    """Return the words of the earlier query that the question lacks: names for `he`, else all that it was about.

    A question that goes on to somebody else ("And what did Ms. Lind say?") takes no names over.
    """
    asked = understand(question)
    names = _names(before)
    if asked.names and OPENS_BACK.match(question):
        wanted = [word for word in _topic(before) if stem_of(word) not in map(stem_of, names)]
    elif points_at_one_person(question) and names:
        wanted = before.subject.split() if before.subject.istitle() else names
    else:
        wanted = [*names, *_topic(before)]
    known = {word.stem for word in tokenize(question)}
    found = {stem_of(word): word for word in reversed(wanted) if stem_of(word) not in known}
    return [found[word] for word in unique(map(stem_of, wanted)) if word in found][:_MOST_CARRIED]


def _names(query: Query) -> list[str]:
    names = set(understand(query.asked).names) | set(understand(f"and {query.carried}").names)
    return [word.surface for word in tokenize(query.text) if word.stem in names and word.surface[0].isupper()]


def _topic(query: Query) -> list[str]:
    """Return what a query was about: what it took over, else its subject, else all its content words."""
    if query.carried:
        return [word.surface for word in tokenize(query.carried)]
    for pattern in (_OF, _SUBJECT):
        match = pattern.search(query.asked)
        words = list(_topical_words(match["subject"])) if match else []
        if words:
            return words
    return list(_topical_words(query.asked))


def _topical_words(text: str) -> Iterator[str]:
    """Yield the words that say what a text is about."""
    for word in tokenize(text):
        if word.is_content and word.stem not in _FRAME and word.surface.lower() not in LIGHT_WORDS:
            yield word.surface
