"""Let a chat model write the sections of a draft, each sentence checked; what fails is struck out.

The draft in the documents' own words is there already. A section is written from the paragraphs that its points
cite; a point that no sentence tells stays as it was, so that nothing is lost by a model that passes it over.
Decisions, tables and the facts of a meeting keep the documents' own words, for they are quoted from. Whatever goes
wrong with the model, the section it was to write stays as it was, and one plain notice says so.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assistant.chat.asking import Account, written_by
from assistant.chat.fault import ModelFault
from assistant.chat.passages import as_prompt
from assistant.chat.prompt import Message, load_prompt
from assistant.deadline import Deadline, Stop
from assistant.summary.across import QUESTION
from assistant.summary.coverage import silences_of
from assistant.summary.outline import Outline
from assistant.summary.summary import StruckPoint, Summary, SummaryPart
from assistant.summary.written_section import WrittenSection
from assistant.untrusted.clean import as_material_line
from assistant.writing import Writing

if TYPE_CHECKING:
    from assistant.chat.answering import ChatSetup

PROMPT = "section"
NOTHING_HELD = "Nothing that the model wrote could be checked against the documents."
NO_ROOM = "No paragraph fits into RAPPORTEUR_MODEL_CONTEXT, so the model was not asked."
NO_PROSE = "Decisions, figures and tables are in the documents' own words, so the model was not asked."
STOPPED = "The draft was stopped before the model had ended."
IN_THEIR_WORDS = "in the documents' own words."
_FAULTS = 2
"""Sections in a row that go wrong before the model is asked no more."""
_MORE = 1.25
"""How many times its words a section is waited for, and as long as was asked for a draft may become."""
_FEWEST_WORDS = 20
"""Words that a section is asked for at least, and by which it may grow while the draft has room."""
TOO_LONG = "left out for length"
_LONGEST_LIST = 3
"""Sections that a notice names."""


@dataclass
class _Course:
    """How the writing has gone so far."""

    account: Account = field(default_factory=Account)
    struck: list[StruckPoint] = field(default_factory=list)
    failed: dict[str, list[str]] = field(default_factory=dict)
    """What went wrong, and the headings of the sections it went wrong with."""
    written: int = 0
    in_a_row: int = 0
    room: float = 0.0
    """Words that the draft may still grow by."""

    def fail(self, why: str, part: SummaryPart) -> None:
        """Note a section that stays as it was."""
        self.failed.setdefault(why, []).append(part.heading)
        self.in_a_row += 1

    @property
    def notice(self) -> str:
        """Return what a reader should know, empty when all went well."""
        told = [
            f"{why} {_named(headings) if self.written else 'The draft is'} {IN_THEIR_WORDS}"
            for why, headings in self.failed.items()
        ]
        return " ".join(told)


def sections_of(summary: Summary) -> list[str]:
    """Return the headings of the sections that a model is asked to write."""
    return [part.heading for part in summary.parts if _is_prose(part)]


def in_prose(
    summary: Summary, outlines: Mapping[str, Outline], terms: "ChatSetup", stop: Stop | None = None
) -> Iterator[Summary]:
    """Yield the draft each time a model has written one more of its sections, the whole of it last.

    `outlines` are those of the documents, by id. A section is waited for no longer than an answer would be; after two
    in a row that go wrong the model is asked no more. `stop` ends it at once.
    """
    stop = Stop() if stop is None else stop
    course, parts = _Course(room=max(0.0, _MORE * summary.wanted - summary.words)), list(summary.parts)
    ranks = [rank for rank, part in enumerate(parts) if _is_prose(part)]
    if not ranks:
        course.fail(NO_PROSE, SummaryPart("", ()))
    for rank in ranks:
        last = next(reversed(course.failed), "")
        if stop:
            course.fail(STOPPED, parts[rank])
        elif course.in_a_row >= _FAULTS:
            course.fail(last, parts[rank])
        else:
            parts[rank] = _written(parts[rank], outlines, terms, stop, course)
            yield _summary(summary, parts, outlines, _writing(course, terms, complete=False), course)
    yield _summary(summary, parts, outlines, _writing(course, terms, complete=True), course)


def _is_prose(part: SummaryPart) -> bool:
    says = any(source.paragraph.kind != "heading" for point in part.points for source in point.sources)
    return says and part.form == "list"


def _written(
    part: SummaryPart, outlines: Mapping[str, Outline], terms: "ChatSetup", stop: Stop, course: _Course
) -> SummaryPart:
    """Return a section as the model writes it, or as it was."""
    section = WrittenSection(part, outlines, terms.context)
    why = "" if section.given else NO_ROOM
    if section.given:
        why = _fill(section, part, terms, stop, course)
        hold_to(section, part.words + min(course.room, max(part.words, _FEWEST_WORDS)))
        course.struck += section.struck
    if why or not section.points:
        course.fail(why or NOTHING_HELD, part)
        return part
    course.written, course.in_a_row = course.written + 1, 0
    course.room -= section.part.words - part.words
    return section.part


def _fill(section: WrittenSection, part: SummaryPart, terms: "ChatSetup", stop: Stop, course: _Course) -> str:
    """Let the model write a section, and return what went wrong; empty when nothing did."""
    ids = [passage.id for passage in section.given]
    deadline = terms.opened(Deadline.after(terms.seconds))
    try:
        asked = written_by(terms.model, _messages(section, part), ids, deadline, stop, course.account)
        with closing(asked) as sentences:
            for sentence in sentences:
                section.add(sentence)
                if section.words > _MORE * part.words:
                    break
    except ModelFault as fault:
        return str(fault)
    return STOPPED if stop else ""


def hold_to(section: WrittenSection, words: float) -> None:
    """Take the last of the written sentences out of a section, one by one, until it has at most so many words."""
    while section.points and section.part.words > words:
        last = section.points.pop()
        section.struck.append(StruckPoint(last.text, TOO_LONG, last.sources, section.part.heading))


def _messages(section: WrittenSection, part: SummaryPart) -> tuple[Message, ...]:
    lines = [f"- {point.label}: {point.text}" if point.label else f"- {point.text}" for point in part.points]
    return load_prompt(PROMPT).fill(
        passages=as_prompt(section.given),
        draft="\n".join(as_material_line(line) for line in lines),
        heading=as_material_line(part.heading) or "Summary",
        words=str(max(part.words, _FEWEST_WORDS)),
    )


def _writing(course: _Course, terms: "ChatSetup", *, complete: bool) -> Writing:
    account = course.account
    return Writing(
        terms.model.name,
        wrote=bool(course.written),
        tokens=account.tokens,
        seconds=account.seconds,
        tries=account.tries,
        notice=course.notice if complete else "",
        complete=complete,
        prompts=((PROMPT, load_prompt(PROMPT).digest),),
    )


def _summary(
    summary: Summary, parts: list[SummaryPart], outlines: Mapping[str, Outline], writing: Writing, course: _Course
) -> Summary:
    silences = summary.silences
    if summary.template != QUESTION:
        own = [outlines[document.id] for document in summary.documents]
        silences = tuple(silence for outline in own for silence in silences_of(outline, parts))
    struck = (*summary.struck, *course.struck)
    return replace(summary, parts=tuple(parts), silences=silences, struck=struck, writing=writing)


def _named(headings: list[str]) -> str:
    """Return sections by their headings, as the subject of a sentence."""
    shown = [f"“{heading}”" for heading in dict.fromkeys(headings) if heading]
    if not shown or len(shown) > _LONGEST_LIST:
        return "One section is" if len(headings) == 1 else f"{len(headings)} sections are"
    return f"{shown[0]} is" if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]} are"
