"""Find the day of a document: when it was issued, or the meeting was held that it is the minutes of."""

import re
from collections.abc import Iterable
from itertools import chain

from corpus.metadata.file_name import date_in_name
from corpus.metadata.found import NOTHING, Found
from corpus.metadata.front_page import FrontPage
from corpus.metadata.kind import AGENDA_ITEM
from corpus.text.dates import find_date, find_date_at

_ISSUED = re.compile(
    r"when|(?:meeting |original |first )?(?:release |publication |issue |posting )?dates?"
    r"(?: of (?:the )?(?:meeting|issue|release|publication|adoption))?|"
    r"(?:date )?(?:issued|published|posted|released|adopted|approved|signed|dated|held|recorded)(?: by [\w ]{3,40}?)?"
    r"(?: date| on| at)?",
    re.I,
)
"""Labels of a document's own day: `Original Release Date: May 21, 2015`, `Meeting date: 2026-07-31`, `Adopted on …`."""
_REVISED = re.compile(
    r"(?:date )?(?:(?:last|latest|page last) )?(?:updated?|modified|revised|reviewed|revision|amended|"
    r"effective|in force)(?: date| on| as of| from| since)?",
    re.I,
)
"""Labels of the day of a version: `Last updated: 4 May 2019`, `Effective date: October 1, 2020`."""
_IN_FORCE = re.compile(
    r"(?:.{0,60}\b(?:was|were|is|are) )?(?:version(?: [\w.]+)?,? )?(?:last |latest )?"
    r"(?:updated?|modified|revised|amended|effective)(?: date| on| as of| from)?",
    re.I,
)
"""What leads to the day of a version anywhere near the top or the end: `These terms were last updated on …`."""
_OTHER_DAY = re.compile(
    r"\b(?:next|deadline|due|until|before|by (?=the |end|\d|[JFMASOND][a-z]{2,8} \d)|since|expires?|expiry|valid|"
    r"previous|last meeting|comments?|future|"
    r"copyright|©|version history|born|retrieved|accessed|incident|notice|see|supersede[sd]?|"
    r"revoked|replaces)\b|^re(?:f|:)",
    re.I,
)
"""Words beside a day that is not the document's own: `Next meeting: 5 May 2020`, `Comments are due by 1 June 2021`."""
_MEETING_WORD = re.compile(
    r"\b(?:meeting|minutes|session|call|hearing|newsletter|bulletin|agenda|notes|summary)\b", re.I
)
_MADE = re.compile(
    r"\b(?:made|entered into|effective|executed|dated|concluded|signed|is agreed)\b"
    r"(?:\W+(?:and|or|made|entered|into|effective|executed|dated|as|of|on|this|the|from|with effect|between|date)\b)"
    r"{0,8}\W+",
    re.I,
)
"""What leads to the day of a contract in its first sentence: `is entered into as of February 19, 2014, by …`."""
_HELD = re.compile(r"\b(?:held|met|meeting|took place|convened)\b", re.I)
_AGREEMENT = re.compile(
    r"\b(?:agreement|contract|lease|deed|memorandum|certificate|licen[cs]e|settlement|treaty)\b", re.I
)
_FIRST_CLAUSE = 150
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b,?|\b\d{1,2}[:.]\d\d\b(?:\s?[ap]\.?m\.?)?", re.I
)
_SEPARATOR = re.compile(r"\s+[·|•]\s+")
"""Between the parts of a line below a title: `By Ann Holt · 4 May 2019`."""
_ENDS_ALONE = 5
_LETTER = re.compile(r"[^\W\d_]")
_OF_A_MEETING = re.compile(r"(?:draft )?(?:minutes|agenda|notes?|record|summary|transcript)\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_document_date(page: FrontPage, title: str, *, release: bool = False) -> Found:
    """Return the document's own day with where it stands, the surest place first; nothing where none is stated."""
    named = date_in_name(page.file)
    shown = {date for line in [*page.lines, title] if (date := find_date(line))}
    lines = [line for line in page.lines if not AGENDA_ITEM.match(line)]
    in_name = Found(named, "file name") if named else NOTHING
    a_day = len(named) == 10
    tried: Iterable[Found] = chain(
        _distributed([*page.lines, *page.heads]),
        (Found(named, "cover and file name") if a_day and named in shown else NOTHING,),
        _on_cover(_labelled([*lines, *page.items], _ISSUED)),
        _on_cover(_alone(lines, 0)),
        _on_cover(_alone(lines, 3)),
        _in_title(title),
        _in_force(page.early),
        _contract(page.opening),
        (in_name if a_day else NOTHING,),
        _on_cover(_labelled(lines, _REVISED)),
        _at_the_end(page.ends),
        _held(title, page.opening),
        _of_a_month(title),
        (Found(date, "first lines") for date in _alone(page.early, 0, least=7)),
        _on_cover(_meeting(lines)),
        _in_opening(page.opening) if release else (),
        (Found(find_date(line), "cover") for line in lines if len(line.split()) <= 5 and not _OTHER_DAY.search(line)),
        (in_name,),
    )
    return next((found for found in tried if found), NOTHING)


def _on_cover(dates: Iterable[str]) -> Iterable[Found]:
    return (Found(date, "cover") for date in dates)


def _distributed(lines: list[str]) -> Iterable[Found]:
    """Yield the day after `Distr.: General`, which stands on the same line or below it."""
    for index, line in enumerate(lines):
        if re.search(r"\bDistr?\.", line):
            for part in (line.partition(".")[2], *lines[index + 1 : index + 4]):
                yield Found(find_date(part), "cover")


def _labelled(lines: Iterable[str], label: re.Pattern[str]) -> Iterable[str]:
    """Yield the days of lines that are such a label and a day, and perhaps an hour or a place."""
    for line in lines:
        date, start, end = find_date_at(line)
        before = _WEEKDAY.sub("", line[:start]).strip(" :*_-–—(,|")
        if len(date) == 10 and len(line[end:].split()) <= 14 and label.fullmatch(before):
            yield date


def _alone(lines: Iterable[str], longest: int, least: int = 10) -> Iterable[str]:
    """Yield the days of lines with so few words besides: none in `Thursday, March 3, 2022`, one in `Geneva, 17 …`."""
    for part in (part for line in lines for part in _SEPARATOR.split(line)):
        bare = _WEEKDAY.sub("", part)
        date, start, end = find_date_at(bare)
        words = [word for word in f"{bare[:start]} {bare[end:]}".split() if _LETTER.search(word)]
        if len(date) >= least and len(words) <= longest and not _OTHER_DAY.search(part):
            yield date


def _in_title(title: str) -> Iterable[Found]:
    """Yield the day that a title begins or ends with, or that a letter is dated."""
    date, start, end = find_date_at(title)
    at_an_end = not title[end:].strip(" ).,") or not title[:start].strip(" (")
    if len(date) == 10 and (at_an_end or _OF_A_MEETING.match(title) or re.search(r"\bdated $", title[:start])):
        yield Found(date, "title")


def _held(title: str, opening: tuple[str, ...]) -> Iterable[Found]:
    """Yield the first day of a meeting, from the first paragraph of a text whose title is one of a meeting."""
    date, start, _ = find_date_at(opening[0]) if opening and _MEETING_WORD.search(title) else ("", 0, 0)
    if len(date) == 10 and _HELD.search(opening[0][:start]):
        yield Found(date, "first lines")


def _of_a_month(title: str) -> Iterable[Found]:
    """Yield the month that the title of a meeting names: `October 2019 interim meeting minutes`."""
    if _MEETING_WORD.search(title):
        yield Found(find_date(title), "title")


def _in_force(early: Iterable[str]) -> Iterable[Found]:
    """Yield the day of the version in hand: `Effective date: 1 August 2024`, `Version 1.02, updated 2025-12-18.`"""
    for line in early:
        date, start, end = find_date_at(line)
        if len(date) >= 7 and len(line[end:].split()) <= 2 and _IN_FORCE.fullmatch(line[:start].strip(" :*_-–—(,|>")):
            yield Found(date, "first lines")


def _contract(opening: Iterable[str]) -> Iterable[Found]:
    for text in opening:
        agreed = _AGREEMENT.search(text[:_FIRST_CLAUSE])
        for made in _MADE.finditer(text[:400], agreed.end()) if agreed else ():
            date, start, _ = find_date_at(text[made.end() : made.end() + 40])
            if len(date) == 10 and start <= 4:
                yield Found(date, "first lines")


def _at_the_end(ends: tuple[str, ...]) -> Iterable[Found]:
    """Yield the days of the last lines: `4 May 2009 · Press contact`, `Last updated: 1 June 2020`."""
    dates = chain(_labelled(ends, _ISSUED), _labelled(ends, _REVISED), _alone(ends, _ENDS_ALONE))
    in_force = (found.value for found in _in_force(ends))
    return (Found(date, "last lines") for date in chain(dates, in_force))


def _meeting(lines: Iterable[str]) -> Iterable[str]:
    """Yield the first day of a session or meeting, from the line that says when it was held."""
    for line in lines:
        held = "session" in line.lower() or re.search(r", \d{1,2}\b", line)
        if held and len(line.split()) <= 20 and not _OTHER_DAY.search(line):
            date = find_date(line)
            if len(date) > 4:
                yield date


def _in_opening(opening: tuple[str, ...]) -> Iterable[Found]:
    """Yield the day in the first sentence of a release, where it names one and no other year."""
    first = re.split(r"(?<=[.!?])\s", opening[0] if opening else "", maxsplit=1)[0]
    date = find_date(first)
    if len(date) == 10 and len(set(_YEAR.findall(first))) == 1:
        yield Found(date, "first lines")
