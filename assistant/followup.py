"""Questions that lean on the turns before them, made complete without a model.

Only what the question lacks is carried over: a complete question is never changed. The words taken from earlier turns
are added after it, so that the person can see and edit what was searched.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import Question, understand
from assistant.words import unique, words_of

_POINTS_BACK = re.compile(
    r"\b(?:he|she|him|his|her|hers|it|its|they|them|their|theirs|this|that|these|those|there|then|such|the same|"
    r"the former|the latter|one|ones)\b",
    re.IGNORECASE,
)
_OPENS_BACK = re.compile(
    r"^\W*(?:and|but|so|or|also|what about|how about|what else|who else|why|since when)\b", re.IGNORECASE
)
_POINTS_WITHIN = re.compile(
    r"\b(?:is|was|are|were|if|whether|how (?:much|many|long|far)|that|it) (?:it|there|that|this)\b|\bit (?:is|was|takes?)\b|\b(?:so|such) that\b|\b(?:say|said|state|know|ensure|mean)s? that\b|\b(?:there (?:is|are|was|were))\b|\b(?:those|one|that) (?:who|which|of|in|that)\b",
    re.IGNORECASE,
)
_FEW = 3


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for a question."""

    asked: str
    """The question, complete by itself where it could be made so."""
    carried: str = ""
    """Words taken over from earlier turns."""

    @property
    def text(self) -> str:
        """Return what is searched, and shown."""
        return f"{self.asked} ({self.carried})" if self.carried else self.asked


def complete(question: str, history: Sequence[str]) -> Query:
    """Return the query for a question: itself when it is complete, else with what it takes from the turns before."""
    if not history or not leans(question):
        return Query(question)
    before = complete(history[-1], history[:-1])
    if _is_ellipsis(question):
        return Query(_with_subject(question, before.asked), before.carried)
    return Query(question, " ".join(_carried(understand(question), before.text)))


def leans(question: str) -> bool:
    """Tell whether a question points back to something that was said before it."""
    if _OPENS_BACK.match(question):
        return True
    bare = _POINTS_WITHIN.sub(" ", question)
    return bool(_POINTS_BACK.search(bare)) or len([w for w in words_of(question) if w.is_content]) < 2


def _is_ellipsis(question: str) -> bool:
    """Tell whether a question is only a new subject for the one before: `And Macao?`, `What about 2021?`"""
    return bool(_OPENS_BACK.match(question)) and len([w for w in words_of(question) if w.is_content]) <= _FEW


def _with_subject(question: str, before: str) -> str:
    """Put the new subject in the place of the old one of its kind."""
    new = re.sub(
        r"^\W*(?:and|but|so|or|also|what about|how about|in|for|of|\s)+\b", "", question, flags=re.IGNORECASE
    ).strip(" ?.!")
    old = _exchangeable(before, new)
    return before.replace(old, new, 1) if old else f"{before.rstrip(' ?')} {new}?"


def _exchangeable(before: str, new: str) -> str:
    """Return the part of the earlier question that the new subject stands in for."""
    if re.fullmatch(r"(?:in |for )?(?:1[89]|20)\d\d", new):
        found = re.search(r"\b(?:1[89]|20)\d\d\b", before)
    else:
        found = re.search(r"(?<=[a-z] )(?:the )?[A-Z][\w’'-]+(?: (?:of |the |and )*[A-Z][\w’'-]+)*", before)
    return found.group() if found else ""


def _carried(question: Question, before: str) -> list[str]:
    """Return the content words of the earlier question that the new one lacks.

    A new question that names somebody itself takes no names over: they would be somebody else's.
    """
    earlier = understand(before)
    known = {*question.terms, *(earlier.names if question.names else ())}
    surfaces = {word.canonical: word.surface for word in reversed(words_of(before))}
    return [surfaces[term] for term in unique((*earlier.names, *earlier.terms)) if term not in known]
