"""Who speaks in a document, with their office and organisation, and in which sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.language.places import country_of
from assistant.summary.meeting.mentions import (
    HONORIFIC,
    SPEAKS,
    VERB,
    Mention,
    is_proposing,
    listed_people,
    mentions_in,
    predicates,
    quotations,
)
from assistant.summary.meeting.offices import said_again
from assistant.summary.outline import Outline, Unit
from corpus.text.words import tokenize

_PRONOUN = re.compile(r"^(?:Further(?:more)?,? |In addition,? |Finally,? |Also,? )?(?:He|She)\b")
_AFTER_QUOTATION = 3
"""Characters between a quotation and the sentence that may still name who spoke."""


@dataclass
class Speaker:
    """Somebody who speaks in a document."""

    name: str
    office: str = ""
    standing: str = ""
    said: list["Statement"] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Return name, office and organisation."""
        if not self.name:
            return self.office[:1].upper() + self.office[1:]
        return ", ".join(part for part in (self.name, self.office) if part)

    @property
    def country(self) -> str:
        """Return the country spoken for, empty where none is named."""
        for text in (self.standing, self.office.rpartition(",")[2], self.office):
            for word in tokenize(text):
                if word.surface[:1].isupper() and (found := country_of(word.stem)):
                    return self.standing if text is self.standing else found
        return self.standing


@dataclass(frozen=True)
class Statement:
    """A sentence in which somebody speaks."""

    speaker: Speaker
    unit: Unit
    others: tuple[Speaker, ...] = ()
    """Who speaks with them in the same sentence."""
    spare: tuple[tuple[int, int], ...] = ()
    quoted: bool = False
    """Whether the sentence stands within a quotation and does not name the speaker itself."""
    says: int = 0
    """Character from which its verb may be looked for: where the name and the office end."""

    @property
    def proposes(self) -> bool:
        """Tell whether something is proposed, offered or asked for."""
        text = self.unit.text
        return any(is_proposing(text, predicate) for predicate in predicates(text, self.says))


def statements_of(outline: Outline) -> list[Statement]:
    """Return who says what, in reading order; every sentence once."""
    speakers = _Speakers()
    listed = listed_people(outline)
    found: list[Statement] = []
    for section in outline.sections:
        speaking: Speaker | None = None
        floor: Speaker | None = None
        paragraph = -1
        for unit in section.units:
            if unit.paragraph.kind == "row":
                continue
            if unit.paragraph.position != paragraph:
                floor = _holding_floor(floor, speaking, found, unit)
                speaking, paragraph = None, unit.paragraph.position
            if floor is not None:
                found.append(Statement(floor, unit, quoted=True))
                floor.said.append(found[-1])
                continue
            quoted = [(start - unit.start, end - unit.start) for start, end in quotations(unit.paragraph.text)]
            mentions = mentions_in(unit.text, quoted, listed)
            if mentions and speaking and not _is_other(mentions, speaking):
                mentions = []
            if mentions:
                known = [speakers.known(mention) for mention in mentions]
                spare = tuple(span for mention in mentions for span in mention.spare)
                statement = Statement(known[0], unit, tuple(known[1:]), spare, says=_says(mentions))
                speaking = known[0] if len(known) == 1 else None
            elif speaking and (_PRONOUN.match(unit.text) or _goes_on(unit.text, speaking)):
                statement = Statement(speaking, unit)
            elif speaking and not speaking.name and (again := said_again(unit.text, speaking.office, SPEAKS)):
                statement = Statement(speaking, unit, says=again.end("who"))
            elif any(start <= 0 and unit.words and end >= len(unit.text) - 1 for start, end in quoted):
                statement = Statement(Speaker(""), unit, quoted=True)
            else:
                continue
            for speaker in (statement.speaker, *statement.others):
                speaker.said.append(statement)
            found.append(statement)
    return _attributed(found)


def _holding_floor(
    floor: Speaker | None, speaking: Speaker | None, found: Sequence[Statement], unit: Unit
) -> Speaker | None:
    """Return whose statement a paragraph goes on with that is set out in paragraphs, each of which opens a quotation.

    It begins below a sentence that announces it, such as `The Chair made the following statement:`, and ends with the
    paragraph that closes the quotation.
    """
    if unit.text[:1] not in '“"' or quotations(unit.paragraph.text)[:1] == []:
        return None
    last = found[-1] if found else None
    if floor is not None and last is not None:
        return None if last.unit.paragraph.text.rstrip().endswith(("”", '"')) else floor
    announced = last is not None and last.unit.text.rstrip().endswith(":")
    near = last is not None and unit.paragraph.position - last.unit.paragraph.position == 1
    return (speaking or last.speaker) if last and announced and near else None


def _is_other(mentions: Sequence[Mention], speaking: Speaker) -> bool:
    """Tell whether somebody else speaks than who does: `The Chair` after `The Chair of the Group` is the same."""
    only = mentions[0]
    if speaking.name or len(mentions) > 1 or only.name or only.standing:
        return True
    return not speaking.office.startswith(f"{only.office} ")


def _says(mentions: Sequence[Mention]) -> int:
    """Return where the last speaker before the verb ends with their office."""
    return max(max((end for _, end in mention.spare), default=0) for mention in mentions) or mentions[0].start


def _attributed(statements: Sequence[Statement]) -> list[Statement]:
    """Give each sentence within a quotation the speaker who is named where the quotation begins or ends."""
    found: list[Statement] = []
    for statement in statements:
        if statement.quoted and not statement.speaker.title:
            speaker = _speaker_of_quotation(statement.unit, statements)
            if speaker is None:
                continue
            statement = Statement(speaker, statement.unit, quoted=True)
            speaker.said.append(statement)
        found.append(statement)
    return found


def _speaker_of_quotation(unit: Unit, statements: Sequence[Statement]) -> Speaker | None:
    spans = quotations(unit.paragraph.text)
    start, end = next((span for span in spans if span[0] <= unit.start < span[1]), (unit.start, unit.end))
    named = [s for s in statements if s.unit.paragraph is unit.paragraph and not s.quoted]
    before = [s for s in named if s.unit.start < start < s.unit.end]
    after = [s for s in named if s.unit.start < end + _AFTER_QUOTATION and s.unit.end >= end]
    return (before or after)[0].speaker if before or after else None


def _goes_on(sentence: str, speaker: Speaker) -> bool:
    """Tell whether a sentence begins with the speaker, as `The delegate` or by the family name."""
    if re.match(r"The (?:delegate|representative|speaker|observer|minister)\b", sentence):
        return bool(VERB.search(sentence))
    family = speaker.name.split()[-1:] or [""]
    return bool(family[0]) and bool(re.match(rf"(?:{HONORIFIC}\s+)?{re.escape(family[0])}\b", sentence))


class _Speakers:
    """The speakers of a document, each met under several spellings."""

    def __init__(self) -> None:
        self._by_key: dict[str, Speaker] = {}
        self._named: list[Speaker] = []

    def known(self, mention: Mention) -> Speaker:
        """Return the speaker of a mention, the same one for the same person."""
        speaker = self._same(mention.name) if mention.name else self._by_key.get(mention.office.lower())
        if speaker is None:
            speaker = Speaker(mention.name)
            self._by_key[(mention.name or mention.office).lower()] = speaker
            if mention.name:
                self._named.append(speaker)
        if len(mention.name.split()) > len(speaker.name.split()):
            speaker.name = mention.name
        if len(mention.office) > len(speaker.office):
            speaker.office = mention.office
        speaker.standing = speaker.standing or mention.standing
        return speaker

    def _same(self, name: str) -> Speaker | None:
        """Return the speaker of the same name: a family name alone is the last who bore it."""
        given, family = _plain_name(name)
        for speaker in reversed(self._named):
            other_given, other_family = _plain_name(speaker.name)
            alike = family[:5] == other_family[:5] and abs(len(family) - len(other_family)) < 2
            if alike and (not given or not other_given or given == other_given):
                return speaker
        return None


def _plain_name(name: str) -> tuple[str, str]:
    """Return given name and family name in small letters."""
    bare = re.sub(rf"^{HONORIFIC}\s+", "", name).lower()
    words = re.findall(r"[\w’'-]+", bare)
    return (words[0] if len(words) > 1 else "", words[-1] if words else bare)
