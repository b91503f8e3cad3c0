"""What a document says of the meeting it reports: when, where, how, by whom, under whose chair, who came, what next."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from assistant.language.dates import Date, dates_of
from assistant.language.numbers import numbers_of
from assistant.summary.meeting.mentions import VERB
from assistant.summary.meeting.officers import listed_officers, officers_of
from assistant.summary.meeting.words import (
    ATTENDANCE,
    ATTENDED,
    BY,
    CAME,
    CHAIRED,
    FORM,
    GRATITUDE,
    HELD,
    HELD_AT,
    HELD_JOINTLY,
    HELD_ON,
    NEXT,
    NEXT_HEADING,
    ORGANS,
    PLACE,
    PLACED,
    TOGETHER,
    WAS_HELD,
)
from assistant.summary.outline import Outline, Unit
from assistant.summary.shorten import shorten
from assistant.summary.summary import Point, PointSource

_EARLY = 25
"""Sentences in which a report of a meeting says that it was held."""
_LONGEST_VALUE = 45
"""Words of one fact."""


class Meeting:
    """The facts of the meeting that a document reports, each with the paragraph it stands in."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        front = [unit for section in outline.body for unit in section.units]
        self._units = front
        self._opening = front[:60]

    @cached_property
    def is_there(self) -> bool:
        """Tell whether the document reports a meeting: it says that one was held, or who chaired it or came."""
        kind = self._outline.document.metadata.kind
        if kind == "meeting report":
            return True
        if self._held not in self._opening[:_EARLY]:
            return False
        if kind not in ("release", ""):
            return bool(self._first("chair") or listed_officers(self._outline))
        return kind == "release" or bool(self._first("chair") or self._first("participants"))

    @property
    def is_told(self) -> bool:
        """Tell whether more is said of the meeting than on the cover: that it was held, who chaired it or who came."""
        return self._held in self._opening or bool(self._first("chair") or self._first("participants"))

    def details(self) -> list[Point]:
        """Return the facts in the order an office gives them."""
        return [
            *self._cover_details(),
            *self._held_details(),
            *self._chair(),
            *officers_of(self._outline),
            *self._participants(),
        ]

    @cached_property
    def next(self) -> list[Point]:
        """Return what is said of the next session: the sentences under its heading, else those that speak of it."""
        under = [u for s in self._outline.body if NEXT_HEADING.search(s.heading) for u in s.units]
        said = [u for u in (under or self._outline.units) if self._is_of_next(u.text)]
        chosen = (under[:1] if under and not said else said)[:2]
        return [self._point("", unit, shorten(unit.text, _LONGEST_VALUE)) for unit in chosen[:1]]

    def _is_of_next(self, text: str) -> bool:
        """Tell whether a sentence speaks of the next session: not in thanks, nor of a session of another number."""
        match = NEXT.search(text)
        if match is None or "?" in text or GRATITUDE.search(text):
            return False
        metadata = self._outline.document.metadata
        own, other = _ordinal(metadata.session) or _ordinal(metadata.title), _ordinal(match.group())
        if own and other and not own < other <= own + 2:
            return False
        told = [_months(date) for date in dates_of(text) if date.year]
        held = (
            [_months(date) for date in dates_of(point.text) if date.year] if (point := self._date(self._held)) else []
        )
        return not told or not held or max(told) > max(held) + 1

    def annexes(self) -> list[Point]:
        """Return the annexes by their titles."""
        found = []
        paragraphs = self._outline.paragraphs
        for paragraph in paragraphs[self._outline.cover :]:
            if (
                paragraph.kind != "heading"
                or paragraph.section
                or not re.match(r"annex|appendix", paragraph.text, re.I)
            ):
                continue
            below = paragraphs[paragraph.position + 1 : paragraph.position + 2]
            title = next((p for p in below if p.kind == "heading"), None)
            sources = [PointSource(self._outline.document, p, p.text) for p in (paragraph, title) if p]
            if title:
                found.append(Point(title.text, tuple(sources), label=paragraph.text))
            else:
                found.append(Point(paragraph.text, tuple(sources)))
        return found

    @cached_property
    def _held(self) -> Unit | None:
        """Return the sentence that says the meeting was held, the plainer the better; else the line of the cover."""
        for pattern in (WAS_HELD, HELD_ON, HELD):
            said = next((unit for unit in self._opening if pattern.search(unit.text)), None)
            if said:
                return said
        return next((unit for unit in self._cover if HELD_AT.search(unit.text)), None)

    @cached_property
    def _cover(self) -> list[Unit]:
        """Return the lines of the cover."""
        return [Unit(p, 0, len(p.text), 0) for p in self._outline.paragraphs[: self._outline.cover]]

    def _first(self, what: str) -> Unit | None:
        pattern = {"chair": CHAIRED, "participants": CAME}[what]
        units: Iterable[Unit] = self._opening if what == "chair" else self._units
        return next((unit for unit in units if pattern.search(unit.text)), None)

    def _cover_details(self) -> list[Point]:
        """Return what the cover says: the session and its body, in the lines of the cover that say so."""
        metadata = self._outline.document.metadata
        cover = [p for p in self._outline.paragraphs[: max(self._outline.cover, 1)] if p.kind != "footnote"]
        found: list[Point] = []
        told = f"{metadata.title} {self._held.text if self._held else ''}".lower()
        above = ORGANS.fullmatch(metadata.body) is not None and metadata.body.lower() not in told
        session = "" if above or metadata.session in metadata.title else metadata.session
        for label, value in (("Session", session), ("Submitted to" if above else "Body", metadata.body)):
            line = next((p for p in cover if value and value in p.text), None)
            if line and not any(value in point.text for point in found):
                found.append(Point(value, (PointSource(self._outline.document, line, line.text),), label=label))
        return found

    def _held_details(self) -> list[Point]:
        """Return date, place, form and organisers out of the sentence that says the meeting was held."""
        unit = self._held
        found = [self._date(unit)]
        if unit is None:
            return [point for point in found if point]
        near = self._near(unit)
        form = next(((u, m) for u in near if (m := FORM.search(u.text))), None)
        place = next(((u, m) for u in near if (m := PLACE.search(u.text))), None)
        if form:
            said = form[1].group()
            label = "Place" if said.startswith("at ") else "Form and place" if "(" in said else "Form"
            found.append(self._fragment(label, form[0], form[1].span()))
        if place and not (form and place[1]["place"] in form[1].group()):
            found.append(self._fragment("Place", place[0], place[1].span("place")))
        for pattern in (BY, HELD_JOINTLY, TOGETHER):
            hit = next(((u, m) for u in near if (m := pattern.search(u.text))), None)
            if hit and len(hit[1]["who"].split()) <= _LONGEST_VALUE:
                found.append(self._fragment("Organised by", hit[0], hit[1].span("who")))
                break
        return [point for point in found if point]

    def _near(self, unit: Unit) -> list[Unit]:
        if unit not in self._units:
            return [unit]
        at = self._units.index(unit)
        return self._units[at : at + 8]

    def _date(self, unit: Unit | None) -> Point | None:
        """Return the days of the meeting as printed in the sentence that says it was held, else on the cover.

        On a cover a line with a place or a session before the days goes before one that is a date alone.
        """
        lines = sorted(self._cover, key=lambda line: not PLACED.search(line.text))
        for place in ([unit] if unit else []) + lines:
            dates = [date for date in dates_of(place.text) if date.days]
            dated = [date for date in dates if date.year] or dates
            if dated:
                place, date = self._with_year(place, dated[0])
                return self._fragment("Date", place, (date.start, date.end))
        return None

    def _with_year(self, unit: Unit, date: Date) -> tuple[Unit, Date]:
        """Return a date that lacks its year as another line gives it, the cover first; else as it is."""
        if date.year:
            return unit, date
        lines = [*self._cover, *self._opening]
        found = [(line, other) for line in lines for other in dates_of(line.text)]
        same = [(line, other) for line, other in found if (other.month, other.days) == (date.month, date.days)]
        printed = (p for p in same if p[1].year and re.search("[A-Za-z]{3}", p[0].text[p[1].start : p[1].end]))
        return next(printed, (unit, date))

    def _chair(self) -> list[Point]:
        found: list[Point] = []
        for unit in self._opening:
            match = CHAIRED.search(unit.text)
            if not match:
                continue
            group = next(name for name, value in match.groupdict().items() if value)
            if group in ("who6", "who8"):
                point: Point | None = self._point("Chair", unit, shorten(unit.text, _LONGEST_VALUE))
            else:
                point = self._fragment("Chair", unit, match.span(group))
            if point and not any(point.text in other.text for other in found):
                found.append(point)
        return _joined(found[:2])

    def _participants(self) -> list[Point]:
        found = [u for u in self._units if CAME.search(u.text) and not VERB.search(u.text[:25])]
        if not found:
            return []
        heard = {u.key for s in self._outline.body if ATTENDANCE.search(s.heading) for u in s.units}
        first = next((u for u in found if u.key in heard or ATTENDED.search(u.text)), found[0])
        points = [self._point("Participants", first, shorten(first.text, _LONGEST_VALUE))]
        for unit in self._units[self._units.index(first) + 1 :][:2]:
            if (
                unit.paragraph is first.paragraph
                and unit.text[0] not in '“"'
                and (CAME.search(unit.text) or re.search(r"\brepresentatives\b", unit.text, re.I))
            ):
                points.append(self._point("Participants", unit, shorten(unit.text, _LONGEST_VALUE)))
                break
        return points

    def _fragment(self, label: str, unit: Unit, span: tuple[int, int]) -> Point | None:
        text = unit.text[slice(*span)].strip(" ,")
        return self._point(label, unit, shorten(text, _LONGEST_VALUE)) if text else None

    def _point(self, label: str, unit: Unit, text: str) -> Point:
        return Point(text, (PointSource(self._outline.document, unit.paragraph, unit.text),), label=label)


def _ordinal(text: str) -> int:
    """Return the number of a session that a text names, 0 where it names none."""
    found = [number for number in numbers_of(text) if number.kind == "ordinal"]
    digits = re.match(r"\d+", found[0].value) if found else None
    return int(digits.group()) if digits else 0


def _months(date: Date) -> int:
    """Return a date as a number of months."""
    return 12 * int(date.year) + date.month


def _joined(points: Sequence[Point]) -> list[Point]:
    """Keep of several chairs the one with more said of them first; a country before it is kept as it is."""
    return sorted(points, key=lambda point: -len(point.text))
