"""What a question asks for, and what an answer to it must share with it."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.language.dates import MONTH_NAMES
from corpus.text.words import LIGHT_WORDS, Word, is_year, tokenize, unique

AnswerKind = Literal[
    "number", "date", "person", "organisation", "place", "list", "yes/no", "definition", "decision", "description"
]

_MONTHS = frozenset(MONTH_NAMES)
_GENERIC = frozenset(
    "report document session meeting paragraph annex release chapter section mr mrs ms dr prof professor".split()
)
_THINGS = frozenset(
    "number numbers figure figures amount value values total date dates year years month day days time period country "
    "countries city place company companies organisation organization organisations organizations body bodies agency "
    "institution institutions person people thing things".split()
)
"""Words that say what kind of thing is asked for, which an answer shows and seldom names."""
_ORGANISATIONS = (
    "agency|agencies|association|authority|authorities|bank|banks|body|bodies|bureau|centre|center|commission|"
    "committee|companies|company|corporation|council|department|entity|entities|firm|firms|foundation|group|"
    "institute|institution|institutions|ministry|ministries|office|organi[sz]ation|organi[sz]ations|partner|partners|"
    "party|parties|secretariat|university|universities"
)
_AUXILIARY = "is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may|must"

_PREPOSITION = "of|in|on|at|for|to|from|by|with|that|who"
_HEAD = re.compile(
    rf"\b(?:how many|what|which) (?:of the |the )?(?P<head>(?:[\w-]+ ){{0,3}}?[\w-]+)"
    rf"(?= (?:{_AUXILIARY}|from|in|of|on|at|for|who|that|took|came|attend\w*|join\w*|participat\w*|\w+ed)\b)",
    re.IGNORECASE,
)

# Read from the top: the first pattern that matches gives the kind.
_PATTERNS: tuple[tuple[AnswerKind, str], ...] = (
    ("yes/no", rf"^\W*(?:and |but |so )?(?:{_AUXILIARY})\b(?!.*\bor\b)"),
    (
        "date",
        r"\bwhen\b|\b(?:what|which) (?:\w+ )?(?:dates?|days?|months?|years?|periods?|time|deadline|terms?)\b|"
        r"\bhow long\b",
    ),
    (
        "number",
        r"\bhow (?:many|much|large|big|high|low|far|old|often|fast|expensive)\b|\b(?:what|which) (?:[\w-]+ ){0,4}"
        r"(?:number|percentage|per cent|percent|proportion|share|amount|sum|total|rate|figures?|costs?|price|budget|"
        r"value|position|rank|ranking|score|size|increase|decrease|decline)\b|"
        r"\b(?:what|which) (?:session|meeting|edition)\b|"
        r"\bwhat (?:did|does|do|has|have|will|would) .{1,80}\b(?:pledge|donate|pay|cost|spend)(?:d|s)?\b",
    ),
    ("list", r"^\W*who (?:are|were) (?:all )?the [\w-]+(?: [\w-]+)?s\b"),
    ("person", r"\bwho(?:m|se)?\b"),
    ("place", r"\bwhere\b|\b(?:what|which) (?:country|city|place|town|region|venue|location|state|province)\b"),
    ("organisation", rf"\b(?:what|which) (?!(?:{_AUXILIARY})\b)(?:[\w-]+ ){{0,3}}(?:{_ORGANISATIONS})\b"),
    (
        "list",
        rf"\b(?:list|name|enumerate)\b (?:all|the|some|every)\b|"
        rf"\b(?:what|which) (?:are|were) the (?:[\w-]+ ){{0,4}}[\w-]+s\b|"
        rf"\b(?:what|which) (?!(?:{_AUXILIARY})\b)(?:[\w-]*[^\Ws]s\b|"
        rf"[\w-]+ (?:[\w-]+ )?(?!(?:{_AUXILIARY})\b)[\w-]*[^\Ws]s (?:{_AUXILIARY}|{_PREPOSITION}|\w+ed)\b)",
    ),
    (
        "definition",
        r"\bwhat (?:is|are) (?:meant by|the meaning of|(?:an? )?[\w“”\"'’-]+(?: [\w“”\"'’-]+)?\?)|\bdefin(?:e|ition)\b|"
        r"\bmean(?:s|ing)?\b\W*$|\bstands? for\b",
    ),
    (
        "decision",
        r"\b(?:decid|decision|agree[ds]?\b|endors|recommend|adopt|approv|resol[uv]|welcom|request|conclud|not(?:ed?)\b)",
    ),
)
_SEVERAL = re.compile(
    r"\bwho (?:are|were)\b|^\W*(?:which|what) (?:[\w-]+ ){0,2}[\w-]*[^\Ws]s (?:are|were|have been)\b", re.IGNORECASE
)
_KINDS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart."""

    text: str
    """What is searched: the question, complete."""
    kind: AnswerKind
    terms: tuple[str, ...]
    """Canonical content words, each once, in order; without words for a kind of thing, such as `company`."""
    carried: tuple[str, ...]
    """Canonical content words taken over from earlier turns: they say which paragraph, not which sentence."""
    names: tuple[str, ...]
    """Canonical words of proper names that the question itself gives, each once."""
    numbers: tuple[str, ...]
    """Years, numbers, ordinals and symbols that the question itself gives, stemmed, each once."""
    head: tuple[str, ...]
    """Canonical words of the thing asked for: `partner institution` in "How many partner institutions …"."""

    @property
    def required(self) -> tuple[str, ...]:
        """Return the names and numbers that evidence must share."""
        return (*self.names, *self.numbers)

    @property
    def years(self) -> tuple[str, ...]:
        """Return the years that it gives."""
        return tuple(number for number in self.numbers if is_year(number))

    @property
    def asks_for_several(self) -> bool:
        """Tell whether more than one thing may be wanted."""
        return self.kind == "list" or _SEVERAL.search(self.text) is not None


def understand(text: str, carried: str = "", whole: str = "") -> Question:
    """Take a question apart by rule; `carried` holds words taken over from earlier turns, `whole` what is searched."""
    words = tokenize(text)
    own = [word for word in words if word.is_content]
    return Question(
        text=whole or (f"{text} ({carried})" if carried else text),
        kind=_kind(text),
        terms=unique(word.stem for word in own if _is_topical(word) and word.surface.lower() not in _THINGS),
        carried=unique(word.stem for word in tokenize(carried) if _is_topical(word)),
        names=unique(word.stem for word in _names(words)),
        numbers=unique(word.stem for word in own if word.is_numeric),
        head=_head(text),
    )


def _is_topical(word: Word) -> bool:
    return word.is_content and word.surface.lower() not in LIGHT_WORDS


def _kind(text: str) -> AnswerKind:
    for kind, pattern in _KINDS:
        if pattern.search(text):
            return kind
    return "description"


def _head(text: str) -> tuple[str, ...]:
    """Return the noun phrase after "how many", "which" or "what", up to its verb."""
    match = _HEAD.search(text)
    return unique(word.stem for word in tokenize(match["head"]) if _is_topical(word)) if match else ()


def _names(words: list[Word]) -> list[Word]:
    """Return the words that name somebody or something: capitalised, and not because the question begins."""
    return [
        word
        for rank, word in enumerate(words)
        if word.surface[0].isupper()
        and (rank > 0 or word.surface[1:].isupper())
        and _is_topical(word)
        and not word.is_numeric
        and word.surface.lower() not in _GENERIC | _MONTHS
    ]
