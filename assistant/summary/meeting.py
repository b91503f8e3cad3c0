"""What a document says of the meeting it reports: when, where, how, by whom, under whose chair, who came, what next."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from assistant.dates import dates_of
from assistant.summary.mentions import VERB
from assistant.summary.outline import Outline, Unit
from assistant.summary.shorten import shorten
from assistant.summary.summary import Point, Source

_MEETING = r"(?:session|meeting|workshop|conference|forum|event|seminar|consultation|dialogue)"
_HELD = re.compile(
    rf"\b{_MEETING}\b.*?\b(?:was|were)\b.*?\b(?:held|convened|organi[sz]ed|hosted|opened|chaired)\b|"
    rf"\b(?:held|convened|organi[sz]ed|hosted)\b.{{0,80}}\b{_MEETING}\b|\b{_MEETING}\b.*\btook place\b|"
    rf"\bmet (?:in|on|at|online|from)\b|\bheld (?:its|an?|the)\b.{{0,60}}\b{_MEETING}\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\b(?:in an? )?(?:hybrid|virtual|online|in[- ]person)(?: (?:format|form|meeting|session|event|mode|communication "
    r"meeting))?\b(?: \([^()]{3,80}\))?|\b(?:by|via|through|over) (?:video ?conferenc\w+|Zoom|Teams|Webex)\b|"
    r"\bat the [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?: Hotel| Cent(?:re|er)| Hall| Palace| University)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:held|met|convened|took place|organi[sz]ed|hosted)\b[^.;]*?\b(?:in|at)\s"
    r"(?P<place>(?:the )?[A-Z][^\s,.;()]+(?: [A-Z][^\s,.;()]+)*(?:, [A-Z][^\s,.;()]+)?)"
)
_NAME = r"[^\s,;.()][^;]*?"
_STOP = r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)\.(?=\s|$)"
_END = (
    rf"(?=\s*(?:\((?![A-Z]{{2,}}\))|;|{_STOP}|$|,? in (?:an? )?(?:hybrid|virtual|online|[A-Z])|,? on \d|,? and chaired|"
    r",? with |, under |,? from \d|,? at the |, (?:who|which) ))"
)
_BY = re.compile(rf"\b(?:organi[sz]ed|hosted|convened|co-?organi[sz]ed)(?: jointly)? by (?P<who>{_NAME}){_END}")
_HELD_JOINTLY = re.compile(
    r"(?:^|, )(?P<who>(?:[^,]+, )*[^,]+ and [^,]+?) (?:jointly|together) (?:held|organi[sz]ed|convened)\b"
)
_TOGETHER = re.compile(r"^(?P<who>The .{3,80}?) organi[sz]ed the \w+ together\b")
_CHAIRED = re.compile(
    rf"\bchaired by (?P<who>{_NAME}){_END}|\bunder the chair(?:man)?ship of (?P<who2>{_NAME}){_END}|"
    r"\belected (?P<who3>.{4,220}?) (?:as )?(?:the )?Chair\b|[Cc]hair(?:person|man)?: (?P<who4>[^,;)]+)|"
    r"(?P<who5>[^.;]{4,120}?)(?:, who| also)? (?:chaired|presided over) the (?:session|meeting)\b|"
    r"\bwith (?P<who7>[^,;.]{4,120}?) in the chair\b|\bwas elected (?:as )?(?P<who6>[Cc]hair)\b|"
    r"\bin the (?P<who8>chair)\b"
)
_OFFICERS = re.compile(r"\b(?:Vice-Chair|Vice-President|Rapporteur|Bureau)(?:s|person|persons|men)?\b")
_CAME = re.compile(
    r"\b(?:[Dd]elegations?|[Rr]epresentatives|[Pp]articipants|[Oo]bservers|[Mm]embers|[Ee]xperts|[Pp]eople|"
    r"[Mm]ember States|"
    r"[Cc]ountries)\b.*?\b(?:participated|attended|were (?:present|represented)|took part|sent delegations|joined)\b|"
    r"\b(?:was|were) attended by\b|\battended the (?:session|meeting|event|workshop|conference)\b|"
    r"\bwere represented\b|\bsent (?:delegations|representatives)\b",
)
_NEXT = re.compile(
    r"\b(?:next|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|\w+(?:teenth|tieth|first|second|third))"
    r"\s+(?:\w+ ){0,2}"
    rf"(?:{_MEETING})\b.*\b(?:will|would|shall|be held|to be|hold|host|hosted|take place|around|in \d{{4}})\b|"
    rf"\bagreed to (?:hold|meet)\b.*\b(?:{_MEETING}|again|next)\b|\bto meet (?:again|next)\b|\bmeet next in\b",
    re.IGNORECASE,
)
_NEXT_HEADING = re.compile(
    r"\bnext (?:session|meeting)|future (?:session|meeting)s?\b|date(?:s)? and (?:venue|place)", re.IGNORECASE
)
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
        kind = self._outline.document.facts.kind
        if kind == "meeting report":
            return True
        if kind not in ("release", ""):
            return any(_HELD.search(unit.text) for unit in self._opening[:4]) and bool(self._first("chair"))
        signs = [self._held, self._first("chair"), self._first("participants")]
        return bool(self._held in self._opening[:12]) and (kind == "release" or sum(map(bool, signs)) >= 2)

    def facts(self) -> list[Point]:
        """Return the facts in the order an office gives them."""
        return [
            *self._cover_facts(),
            *self._held_facts(),
            *self._chair(),
            *self._officers(),
            *self._participants(),
        ]

    @cached_property
    def next(self) -> list[Point]:
        """Return what is said of the next session: the sentences under its heading, else those that speak of it."""
        under = [u for s in self._outline.body if _NEXT_HEADING.search(s.heading) for u in s.units]
        said = [u for u in (under or self._outline.units) if _NEXT.search(u.text) and "?" not in u.text]
        chosen = (under[:1] if under and not said else said)[:2]
        return [self._point("", unit, shorten(unit.text, _LONGEST_VALUE)) for unit in chosen[:1]]

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
            sources = [Source(self._outline.document, p, p.text) for p in (paragraph, title) if p]
            if title:
                found.append(Point(title.text, tuple(sources), label=paragraph.text))
            else:
                found.append(Point(paragraph.text, tuple(sources)))
        return found

    @cached_property
    def _held(self) -> Unit | None:
        return next((unit for unit in self._opening if _HELD.search(unit.text)), None)

    def _first(self, what: str) -> Unit | None:
        pattern = {"chair": _CHAIRED, "participants": _CAME}[what]
        units: Iterable[Unit] = self._opening if what == "chair" else self._units
        return next((unit for unit in units if pattern.search(unit.text)), None)

    def _cover_facts(self) -> list[Point]:
        """Return what the cover says: the session and its body, in the lines of the cover that say so."""
        facts = self._outline.document.facts
        cover = [p for p in self._outline.paragraphs[: max(self._outline.cover, 1)] if p.kind != "footnote"]
        found: list[Point] = []
        for label, value in (("Session", "" if facts.session in facts.title else facts.session), ("Body", facts.body)):
            line = next((p for p in cover if value and value in p.text), None)
            if line and not any(value in point.text for point in found):
                found.append(Point(value, (Source(self._outline.document, line, line.text),), label=label))
        return found

    def _held_facts(self) -> list[Point]:
        """Return date, place, form and organisers out of the sentence that says the meeting was held."""
        unit = self._held
        found = [self._date(unit)]
        if unit is None:
            return [point for point in found if point]
        near = self._near(unit)
        form = next(((u, m) for u in near if (m := _FORM.search(u.text))), None)
        place = next(((u, m) for u in near if (m := _PLACE.search(u.text))), None)
        if form:
            label = "Form and place" if "(" in form[1].group() else "Form"
            found.append(self._fragment(label, form[0], form[1].span()))
        if place and not (form and place[1]["place"] in form[1].group()):
            found.append(self._fragment("Place", place[0], place[1].span("place")))
        for pattern in (_BY, _HELD_JOINTLY, _TOGETHER):
            hit = next(((u, m) for u in near if (m := pattern.search(u.text))), None)
            if hit and len(hit[1]["who"].split()) <= _LONGEST_VALUE:
                found.append(self._fragment("Organised by", hit[0], hit[1].span("who")))
                break
        return [point for point in found if point]

    def _near(self, unit: Unit) -> list[Unit]:
        at = self._units.index(unit)
        return self._units[at : at + 8]

    def _date(self, unit: Unit | None) -> Point | None:
        """Return the days of the meeting as printed in the sentence that says it was held, else on the cover."""
        cover = [Unit(p, 0, len(p.text), 0) for p in self._outline.paragraphs[: self._outline.cover]]
        for place in ([unit] if unit else []) + cover:
            dates = [date for date in dates_of(place.text) if date.days]
            dated = [date for date in dates if date.year] or dates
            if dated:
                return self._fragment("Date", place, (dated[0].start, dated[0].end))
        return None

    def _chair(self) -> list[Point]:
        found: list[Point] = []
        for unit in self._opening:
            match = _CHAIRED.search(unit.text)
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

    def _officers(self) -> list[Point]:
        units = [u for u in self._units[:150] if _OFFICERS.search(u.text) and re.search(r"\belect", u.text)]
        return [self._point("Officers", unit, shorten(unit.text, _LONGEST_VALUE)) for unit in units[:1]]

    def _participants(self) -> list[Point]:
        found = [u for u in self._units if _CAME.search(u.text) and not VERB.search(u.text[:25])]
        if not found:
            return []
        first = found[0]
        points = [self._point("Participants", first, shorten(first.text, _LONGEST_VALUE))]
        for unit in self._units[self._units.index(first) + 1 :][:2]:
            if (
                unit.paragraph is first.paragraph
                and unit.text[0] not in '“"'
                and (_CAME.search(unit.text) or re.search(r"\brepresentatives\b", unit.text, re.I))
            ):
                points.append(self._point("Participants", unit, shorten(unit.text, _LONGEST_VALUE)))
                break
        return points

    def _fragment(self, label: str, unit: Unit, span: tuple[int, int]) -> Point | None:
        text = unit.text[slice(*span)].strip(" ,")
        return self._point(label, unit, shorten(text, _LONGEST_VALUE)) if text else None

    def _point(self, label: str, unit: Unit, text: str) -> Point:
        return Point(text, (Source(self._outline.document, unit.paragraph, unit.text),), label=label)


def _joined(points: Sequence[Point]) -> list[Point]:
    """Keep of several chairs the one with more said of them first; a country before it is kept as it is."""
    return sorted(points, key=lambda point: -len(point.text))


def is_next_heading(heading: str) -> bool:
    """Tell whether a heading announces the next session."""
    return _NEXT_HEADING.search(heading) is not None
