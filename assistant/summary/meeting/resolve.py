"""Write in square brackets what a word at the beginning of a sentence points at."""

import re

from assistant.summary.meeting.mentions import SPEAKS
from assistant.summary.meeting.offices import rest_of, said_again
from assistant.summary.meeting.speakers import Speaker, Statement
from assistant.summary.outline import Unit

_HE = re.compile(r"^(?P<lead>(?:Further(?:more)?,? |In addition,? |Finally,? |Also,? )?)(?P<who>He|She)\b")
_THE_DELEGATE = re.compile(r"^The (?P<who>delegate|representative|speaker|observer|minister)(?= (?!of|from|for))")
_THE_CHAIR = re.compile(r"^The Chair(?:person)?(?: of the session)?(?= )")
_IT = re.compile(
    r"^(?P<lead>(?:In addition,? |Also,? |Moreover,? )?)(?P<who>It|They)"
    r"(?= (?!is (?:important|imperative|clear)|was (?:decided|agreed)))"
)
_SUBJECT = re.compile(
    r"^(?:[^,.;]{3,50}, )?(?P<who>(?:The |the )?[A-Z][\w’'-]*(?: (?:of|for|and|on|the|[A-Z][\w’'-]*))*)"
    r"(?= (?:has|have|had|was|were|is|are|will|would|also|\w+ed|\w+s)\b)"
)
_LONGEST = 9
"""Words of a name that is set in brackets."""


def resolved(unit: Unit, statement: Statement | None, before: Unit | None, chair: str) -> str:
    """Return the text of a sentence, with what its first word points at in square brackets.

    `before` is the sentence before it in its paragraph; `chair` the name of the chair, where it is known.
    """
    text = unit.text
    if statement and (match := _HE.match(text)):
        return f"{match['lead']}[{_short(statement.speaker)}]{text[match.end() :]}"
    if statement and (match := _THE_DELEGATE.match(text)) and statement.speaker.standing:
        return f"{match.group()} [of {statement.speaker.standing}]{text[match.end() :]}"
    again = said_again(text, statement.speaker.office, SPEAKS) if statement and not statement.speaker.name else None
    if statement and again and (rest := rest_of(statement.speaker.office, again["who"])):
        return f"{text[: again.end('who')]} [{rest}]{text[again.end('who') :]}"
    if chair and (match := _THE_CHAIR.match(text)):
        return f"{match.group()} [{chair}]{text[match.end() :]}"
    if before and not statement and (match := _IT.match(text)):
        subject = _SUBJECT.match(before.text)
        if subject and _agrees(match["who"], subject["who"]) and len(subject["who"].split()) <= _LONGEST:
            who = subject["who"]
            return f"{match['lead']}[{who[:1].upper()}{who[1:]}]{text[match.end() :]}"
    return text


def _short(speaker: Speaker) -> str:
    return speaker.name or speaker.office


def _agrees(pronoun: str, subject: str) -> bool:
    """Tell whether `It` or `They` can stand for a subject, by its number."""
    plural = bool(re.search(r"(?:(?<!s)s|\band\b.*)$", subject)) and not subject.endswith(("ics", "us"))
    return plural == (pronoun == "They")
