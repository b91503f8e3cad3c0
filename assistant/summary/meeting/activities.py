"""What a document says was done: each activity with its date, place and form, partners and participants."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.dates import PRINTED_MONTHS, Date, dates_of
from assistant.language.places import country_of
from assistant.summary.meeting.mentions import VERB
from assistant.summary.outline import Outline, Section, Unit
from assistant.summary.shorten import shorten
from corpus.paragraph import Paragraph
from corpus.text.words import tokenize

_MONTHS = f"(?:{PRINTED_MONTHS})"
_SPAN = re.compile(rf"\b{_MONTHS}\s?[-–—]\s?{_MONTHS}(?:\s\d{{4}})?")
_BEFORE_PARTNER = (
    r"(?:\b(?:jointly|together|(?:will be |was )?(?:jointly )?organi[sz]ed|in (?:close )?(?:partnership|collaboration|"
    r"cooperation|association)) with|\borgani[sz]ed by|\bhosted by|\bpartner(?:s|ing) with|"
    r"\bwith the (?:support|help) of|\bled by|\bimplemented by)"
)
_PARTNERS = re.compile(
    rf"{_BEFORE_PARTNER}\s+(?P<who>[^.;:]+?)"
    r"(?=\s(?:and its|to(?= [a-z])|for(?= [a-z])|in order|during|led|was|were|demonstrates|provides|supports|aims|"
    r"deliberated|discussed|held|on \d|with the|under|in cooperation)\b|[.;:]|$|, (?:with|which|in)\b)"
)
_CAME = re.compile(
    r"(?:about |nearly |over |more than )?"
    r"\b(?:[\d,]*\d|[Ee]leven|[Tt]welve|[Nn]ine|[Ee]ight|[Ss]even|[Tt]wenty|[Tt]hirty)\b"
    r"\s(?:\w+ ){0,2}?(?:participants|representatives|people|experts|delegates|officials|attendees|trainees)\b"
    r"(?:\s(?:of|from)\s(?:[\d,]+|\w+)\s(?:member and associate member States|member States|countries))?"
)
_KIND = re.compile(
    r"\b(?:workshop|conference|forum|training|dialogue|session|seminar|webinars?|meeting|study tour|programme|project|"
    r"exhibition|expo|course|assessment|mission|launch|consultation|event|campaign|publication|survey|initiative|cluster|network|"
    r"innovation cent(?:re|er))\b",
    re.I,
)
_TITLE_END = re.compile(r":\s|(?<=\w)\.\s|\s[–—]\s(?=The\b)")
_SENTENCE = re.compile(rf"\b(?:was|were|is|are|has|have|had|will|would|began|met|contributed|to)\b|{VERB.pattern}")
_AT_END = re.compile(r"(?:\s[-–—]\s|\bin )(?P<place>(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)$")
_LONGEST_TITLE = 32
FIELDS = ("Activity", "When", "Where", "Partners", "Participants")


@dataclass(frozen=True)
class Activity:
    """One thing that was done, each field in words of the document; empty where it is not said."""

    unit: Unit
    title: str
    date: str
    place: str
    partners: str
    participants: str
    sources: tuple[Paragraph, ...] = ()
    """The paragraphs that the fields are from."""

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the fields in the order of `FIELDS`."""
        return self.title, self.date, self.place, self.partners, self.participants


def activities_of(outline: Outline) -> list[Activity]:
    """Return the activities in reading order.

    An activity is a paragraph, item or row that begins with a title and its date; where a document dates none, a
    section of its own whose heading names a project.
    """
    dated = [found for section in outline.sections for found in _dated(section)]
    if len(dated) >= 3:
        return dated
    return [*dated, *_projects(outline)]


def _dated(section: Section) -> Iterator[Activity]:
    for paragraph in section.paragraphs:
        if paragraph.kind == "row":
            if found := _of_row(section, paragraph.position):
                yield found
            continue
        if paragraph.kind not in ("item", "paragraph"):
            continue
        end = _TITLE_END.search(paragraph.text)
        whole = end is None or end.end() >= len(paragraph.text)
        head = paragraph.text if end is None else paragraph.text[: end.start()]
        dates = dates_of(head)
        if not dates and paragraph.kind == "item" and len(paragraph.text.split()) <= _LONGEST_TITLE + 12:
            end, whole, head = None, True, paragraph.text
            dates = dates_of(head)
        if (
            not dates
            or not (4 <= len(head.split()) <= _LONGEST_TITLE + 12)
            or (not head[:1].isalnum() and head[0] not in "“‘")
        ):
            continue
        if whole and (paragraph.kind != "item" or re.search(r"\b(?:was|were|is|are|has|have|will)\b", head)):
            continue
        if end is not None and end.group()[0] != ":" and (len(head.split()) > 9 or _SENTENCE.search(head)):
            continue
        if not _KIND.search(head) and paragraph.kind != "item":
            continue
        unit = Unit(paragraph, 0, len(paragraph.text), 0)
        made = _made(unit, head, dates, paragraph.text[len(head) :])
        if len(made.title.split()) >= 2:
            yield made


def _made(unit: Unit, head: str, dates: list[Date], rest: str) -> Activity:
    """Part a head such as `Title, 3 November 2020, Tashkent (hybrid event)` into its fields."""
    span = _SPAN.search(head)
    start, end = span.span() if span else (dates[-1].start, dates[-1].end)
    title, after = head[:start].rstrip(" ,(–-"), head[end:].strip(" ,.;")
    if not title:
        title, after = after, ""
    partners = _PARTNERS.search(rest)
    came = [match.group() for match in _CAME.finditer(rest)]
    told = [words for words in came if not words.lower().endswith("experts")] or came
    return Activity(
        unit=unit,
        title=shorten(title, _LONGEST_TITLE),
        date=head[start:end].rstrip(" .,;"),
        place=after,
        partners=shorten(partners["who"].strip(" ,"), 22) if partners else "",
        participants=told[0] if told else "",
        sources=(unit.paragraph,),
    )


def _of_row(section: Section, position: int) -> Activity | None:
    """Return the activity that a row of a table gives, where a column is of dates."""
    unit = next((unit for unit in section.units if unit.paragraph.position == position), None)
    if unit is None:
        return None
    columns, cells = [column.lower() for column in unit.paragraph.columns], unit.text.split("\t")
    if len(columns) != len(cells):
        return None

    def cell(*names: str) -> str:
        place = next((r for r, column in enumerate(columns) if any(name in column for name in names)), None)
        return cells[place].strip() if place is not None else ""

    title, date = cell("event", "activity", "title", "workshop"), cell("date", "when", "timeframe")
    if not title or not date:
        return None
    place, partners = cell("place", "venue", "where"), cell("partner", "agency", "organi")
    return Activity(unit, title, date, place, partners, cell("particip"), (unit.paragraph,))


def _projects(outline: Outline) -> Iterator[Activity]:
    """Yield the sections whose heading stands for a project, with the country that it names."""
    for section in outline.body:
        running = [unit for unit in section.units if unit.paragraph.kind == "paragraph" and unit.words > 8]
        if len(section.path) < 2 or not running:
            continue
        title = re.sub(r"^[\dIVXLC]+\.?\s+", "", section.heading)
        partners = next(((u, m) for u in running if (m := _PARTNERS.search(u.text))), None)
        came = next(((u, m) for u in running if (m := _CAME.search(u.text))), None)
        dated = next(((u, d) for u in running for d in dates_of(u.text) if d.year), None)
        if not (_KIND.search(f"{title} {running[0].text[:600]}") or partners):
            continue
        heading = next(p for p in outline.paragraphs if p.kind == "heading" and section.heading.endswith(p.text))
        countries = [w.surface for w in tokenize(title) if w.surface[:1].isupper() and country_of(w.stem)]
        used = [heading, *(hit[0].paragraph for hit in (partners, came, dated) if hit)]
        yield Activity(
            Unit(heading, 0, len(heading.text), 0),
            title,
            dated[0].text[dated[1].start : dated[1].end] if dated else "",
            named["place"] if (named := _AT_END.search(title)) else ", ".join(dict.fromkeys(countries)),
            shorten(partners[1]["who"].strip(" ,"), 22) if partners else "",
            came[1].group() if came else "",
            tuple({paragraph.position: paragraph for paragraph in used}.values()),
        )
