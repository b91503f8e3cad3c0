"""What a question asks for, and what an answer to it must share with it."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.words import Word, unique, words_of

AnswerKind = Literal[
    "number", "date", "person", "organisation", "place", "list", "yes/no", "definition", "decision", "description"
]

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_GENERIC = frozenset(
    ["report", "document", "session", "meeting", "paragraph", "annex", "release", "chapter", "section", "mr", "mrs", "ms", "dr", "prof", "professor"]
)
_ORGANISATIONS = (
    "agency|agencies|association|authority|authorities|bank|banks|body|bodies|bureau|centre|center|commission|"
    "committee|companies|company|corporation|council|department|entity|entities|firm|firms|foundation|group|"
    "institute|institution|institutions|ministry|ministries|office|organi[sz]ation|organi[sz]ations|partner|partners|"
    "party|parties|secretariat|university|universities"
)
_AUXILIARY = "is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may|must"

# Read from the top: the first pattern that matches gives the kind.
_KINDS: tuple[tuple[AnswerKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("yes/no", rf"^\W*(?:and |but |so )?(?:{_AUXILIARY})\b(?!.*\bor\b.*\?)"),
        (
            "date",
            r"\bwhen\b(?! (?:it|they|the|a|an|he|she)\b.*\b(?:what|who|how|which)\b)|\b(?:what|which|on what|in which) "
            r"(?:\w+ )?(?:date|dates|day|days|month|year|years|period|time|deadline|term)\b|\bhow long\b|\bsince what\b|"
            r"\bby what date\b|\bfor (?:which|what) (?:period|years?|term)\b",
        ),
        (
            "number",
            r"\bhow (?:many|much|large|big|high|low|far|old|often|fast|expensive)\b|\b(?:what|which) (?:\w+ )?(?:number|"
            r"percentage|per cent|percent|proportion|share|amount|sum|total|rate|figure|figures|cost|price|budget|value|"
            r"position|rank|ranking|score|size|level|increase|decrease|decline|growth)\b|\bnumber of\b.*\?|"
            r"\bwhat (?:was|is|were|are) the (?:\w+ ){0,3}(?:number|size|amount|total|cost|budget|share|rate)\b",
        ),
        ("person", r"\bwho(?:m|se)?\b"),
        ("place", r"\bwhere\b|\b(?:what|which) (?:country|city|place|town|region|venue|location|state|province)\b"),
        ("organisation", rf"\b(?:what|which) (?:[\w-]+ ){{0,3}}(?:{_ORGANISATIONS})\b"),
        (
            "list",
            r"\b(?:list|name|enumerate)\b (?:all|the|some|every)\b|\b(?:what|which) (?:are|were) (?:the )?(?:\w+ ){0,4}\w+s\b|"
            r"\b(?:what|which) (?:[\w-]+ ){0,3}[a-z]{2,}(?<!s)s\b(?! (?:is|was|has|does)\b)",
        ),
        (
            "definition",
            r"\bwhat (?:is|are) (?:meant by|an? |the meaning of|[\w“”\"'’-]+\?)|\bdefin(?:e|ition)\b|\bmean(?:s|ing)?\b\W*$|"
            r"\bstands? for\b",
        ),
        (
            "decision",
            r"\b(?:decid|decision|agree[d]?\b|endors|recommend|adopt|approv|resolv|welcom|request|conclud|not(?:ed|e)\b)",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart."""

    text: str
    kind: AnswerKind
    terms: tuple[str, ...]
    """Canonical content words, each once, in order."""
    names: tuple[str, ...]
    """Canonical words of proper names, each once."""
    figures: tuple[str, ...]
    """Years, numbers, ordinals and symbols, canonical, each once."""

    @property
    def asks_for_several(self) -> bool:
        """Tell whether more than one thing may be wanted."""
        return self.kind == "list" or bool(re.search(r"\bwho (?:are|were)\b", self.text, re.IGNORECASE))


def understand(text: str) -> Question:
    """Take a question apart by rule."""
    words = words_of(text)
    content = [word for word in words if word.is_content]
    return Question(
        text=text,
        kind=_kind(text),
        terms=unique(word.canonical for word in content),
        names=unique(word.canonical for word in _names(text, words)),
        figures=unique(word.canonical for word in content if word.is_figure),
    )


def _kind(text: str) -> AnswerKind:
    for kind, pattern in _KINDS:
        if pattern.search(text):
            return kind
    return "description"


def _names(text: str, words: list[Word]) -> list[Word]:
    """Return the words that stand for somebody or something by name: capitalised, and not because a sentence begins."""
    found = []
    for rank, word in enumerate(words):
        begins = rank == 0 or text[: word.start].rstrip()[-1:] in {".", "?", "!", ":"}
        capital = word.surface[0].isupper() and not (begins and not word.surface[1:].isupper() and rank == 0)
        if capital and word.is_content and not word.is_figure and word.surface.lower() not in _GENERIC:
            if word.surface.lower() in _MONTHS:
                continue
            found.append(word)
    return found
