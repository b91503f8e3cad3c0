"""Abstain where the documents hold no answer: required names, premises, the confidence threshold, and its wording."""

import re
from collections.abc import Sequence

from assistant.evidence.evidence import Candidate, Evidence
from assistant.evidence.rarity import Rarity
from assistant.language.matching import matched
from assistant.language.numbers import agrees, numbers_of
from assistant.language.places import country_of
from assistant.language.thesaurus import act_of, weakest_act
from assistant.question.question import Question
from assistant.ranking.features import FEATURES
from assistant.ranking.learned import learned
from assistant.ranking.select import RankedCandidate, confidence
from corpus.text.words import stem_of, tokenize

_OTHER_WORDS = FEATURES.index("other words of the question that the paragraph holds")
_THING_BESIDE = FEATURES.index("the thing asked for beside it")
_OFFICES = tuple(
    frozenset(map(stem_of, offices.split()))
    for offices in (
        "director directors directs directed head heads headed heading chief chiefs lead leads led leader executive "
        "manager managing runs",
        "chair chairs chaired chairing chairperson chairman chairwoman president presided presiding presides moderator",
        "secretary",
        "minister ministers",
        "ambassador representative delegate",
        "rapporteur",
        "coordinator coordinated coordinates",
    )
)
"""Words for the holder of one office; a question may say any of them where the document says another."""
_ASKS_WHY = re.compile(r"\W*(?:and |but |so )?(?:why|how come|what made|for what reasons?)\b", re.IGNORECASE)
_HOLDS_OFFICE = re.compile(
    r"\bwho(?:'s| is| was| are| were| became| serves as| served as) (?:the |its )?(?:[\w-]+ ){0,3}?"
    r"(?P<office>director|head|chief|manager|chair|chairperson|chairman|president|secretary|minister|ambassador|"
    r"rapporteur|coordinator|leader)\b"
    r"|\bwho (?P<duty>head|chair|direct|preside|moderate|coordinate)(?:s|d|ed)\b",
    re.IGNORECASE,
)


def lacking(question: Question, ranked: Sequence[RankedCandidate], rarity: Rarity) -> tuple[str, ...] | None:
    """Return None when the best candidate answers, else what the documents lack, as stems."""
    if not ranked:
        return ()
    best = ranked[0].candidate
    held = best.evidence.words
    if question.kind == "definition" and ranked[0].looks.quote:
        return None
    missing = (
        _missing(question, best.evidence, rarity) or _office_lacking(question, best) or _premise_lacking(question, best)
    )
    if missing:
        return missing
    if _is_beside_the_point(question, ranked[0]) or (len(question.years) < 2 and confidence(ranked) < learned().least):
        return tuple(term for term in question.terms if not rarity.holds(term) and not matched([term], held))
    return None


def _missing(question: Question, evidence: Evidence, rarity: Rarity) -> tuple[str, ...]:
    """Return what the question names and the evidence does not share: countries, numbers that tell, dates.

    Other names are weighed, for a paragraph need not say each time whom it is about; but one that the library never
    holds is missing. An acronym may be the person's own.
    """
    years = question.years
    acronyms = {word.stem for word in tokenize(question.text) if sum(map(str.isupper, word.surface)) > 1}
    required = [name for name in question.names if country_of(name) or not (rarity.holds(name) or name in acronyms)]
    required += [
        number for number in question.numbers if _is_distinctive(number) and (len(years) < 2 or number not in years)
    ]
    shared = matched(required, evidence.words) | _taken_as_read(required, evidence)
    around = f"{evidence.context} {evidence.paragraph.text}"
    names = [term for term in required if term not in shared and not _has_initials(term, around)]
    if names or len(years) > 1:
        return tuple(names)
    stated = [number.value for number in numbers_of(around) if number.kind == "date"]
    asked = [number for number in numbers_of(question.text) if number.kind == "date"]
    return tuple(
        question.text[number.start : number.end]
        for number in asked
        if stated and not any(agrees(number.value, value) for value in stated)
    )


def _taken_as_read(terms: Sequence[str], evidence: Evidence) -> set[str]:
    """Return the terms that are what the document is about; not a country, where the paragraph names others."""
    names_countries = any(country_of(word.stem) for word in evidence.said_words)
    return {term for term in terms if term in evidence.topics and not (names_countries and country_of(term))}


def _is_beside_the_point(question: Question, best: RankedCandidate) -> bool:
    """Tell whether the evidence shares nothing with the question but names, and the reader sees no answer there."""
    return (
        best.features[_OTHER_WORDS] == 0
        and best.features[_THING_BESIDE] == 0
        and best.margin <= 0
        and not _HOLDS_OFFICE.search(question.text)
        and question.kind not in ("definition", "yes/no")
        and len(question.years) < 2
    )


def _is_distinctive(number: str) -> bool:
    """Tell whether a number names something: a year, an ordinal after the first, a symbol."""
    return number != "1st" and (len(number) >= 4 or not number.isdecimal())


def _office_lacking(question: Question, candidate: Candidate) -> tuple[str, ...]:
    """Return the office whose holder is asked for, where the candidate and what stands by it name none like it."""
    match = _HOLDS_OFFICE.search(question.text)
    if not match:
        return ()
    asked = stem_of(match["office"] or match["duty"])
    like = next((offices for offices in _OFFICES if asked in offices), frozenset({asked}))
    return () if like & (candidate.terms | candidate.evidence.near_words | candidate.before) else (asked,)


def _premise_lacking(question: Question, candidate: Candidate) -> tuple[str, ...]:
    """Return what a question after a reason takes for done, such as a rejection, where the candidate tells of none."""
    if not _ASKS_WHY.match(question.text):
        return ()
    done = [(word.stem, act_of(word.surface)) for word in tokenize(question.text)]
    told = {act_of(word.surface) for word in (*tokenize(candidate.lead), *candidate.evidence.said_words)}
    return tuple(word for word, act in done if act not in (None, weakest_act()) and act not in told)


def _has_initials(term: str, text: str) -> bool:
    """Tell whether neighbouring words of a text begin with the letters of a short word, as those of an acronym do."""
    letters = term.removesuffix("s")
    if not 2 <= len(letters) <= 6 or not letters.isalpha():
        return False
    words = tokenize(text)
    every = "".join(word.stem[0] for word in words)
    telling = "".join(word.stem[0] for word in words if word.is_content)
    return letters in every or letters in telling


def refusal_text(question: Question, missing: Sequence[str]) -> str:
    """Say what was looked for and not found."""
    surfaces = {word.stem: word.surface for word in tokenize(question.text)}
    named = [surfaces.get(term, term) for term in missing]
    if named:
        return f"The documents do not say. No paragraph that bears on this mentions {_joined(named)}."
    return f"The documents do not say. Nothing found answers “{question.text.strip()}”."


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
