"""Make known facts with a person: from a question and its answer, or from what a document suggests."""

import getpass
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from corpus.errors import CaseError
from evals.cases.case import Case, Gold
from evals.cases.propose import Suggestion
from evals.cases.write_cases import add_cases, case_as_yaml, new_id
from evals.running.quotes import Shelves, require_quotes
from evals.words import contains
from interfaces.terminal.terminal import put, say
from interfaces.terminal.visible import in_one_line

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.library import Library
    from index.passage import Passage

_OFFERED = 8
"""Paragraphs that a person may choose from."""
_SHOWN = 220
_UNSAID = "0"


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Where cases are added, and what is there already."""

    path: Path
    known: frozenset[str]
    """Ids that are taken, in this file and beside it."""

    def add(self, case: Case, library: "Library") -> None:
        """Add a case that is sound: its id is its own and its quotes are in the library."""
        if case.id in self.known:
            raise CaseError(f"there is a case {case.id!r} already; give this one another id")
        require_quotes([replace(case, file=str(self.path))], Shelves(library))
        add_cases(self.path, [case])
        say(f"added to {self.path}:")
        put(in_one_line(case_as_yaml(case)))


def own_name() -> str:
    """Return the name under which the person works on this machine; empty where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return os.environ.get("USER", "")


def ask_for_fact(assistant: "Assistant", question: str, history: Sequence[str]) -> tuple[tuple[str, ...], Gold | None]:
    """Show how a question is answered and let the person say where the answer stands and what it must hold.

    Return the words, of which groups are needed, and the paragraph; no paragraph when the documents do not say.
    """
    trace = assistant.follow(question, history)
    put(f"Answer now: {in_one_line(trace.answer.text)}")
    offered = _offered(trace.answer.citations, trace.passages)
    for number, (document, address, text) in enumerate(offered, start=1):
        put(f"{number:>2}  {document}, {address}: {in_one_line(text)[:_SHOWN]}")
    put(f" {_UNSAID}  the documents do not say")
    chosen = typer.prompt("Which paragraph says it", default="1" if offered else _UNSAID)
    if not chosen.isdecimal() or int(chosen) > len(offered):
        raise CaseError(f"{chosen!r} is none of the numbers shown, 0 to {len(offered)}; start again")
    if int(chosen) == 0:
        return (), None
    document, address, text = offered[int(chosen) - 1]
    bold = [each.text[start:end] for each in trace.answer.sentences for start, end in each.spans]
    held = next((words for words in bold if contains(text, words)), "")
    must = typer.prompt("Words a right answer holds; ; for 'and', | for 'or'", default=held or None)
    quote = typer.prompt("Words of the paragraph to know it by", default=_quote(text, must))
    return (must,), Gold((document,), (quote,))


def review(suggestions: Iterable[Suggestion], file: CaseFile, library: "Library", by: str) -> tuple[int, int]:
    """Let a person accept suggestions one by one; return how many were accepted, of how many that were shown."""
    accepted = shown = 0
    for suggestion in suggestions:
        shown += 1
        put("", f"{suggestion.kind}: {in_one_line(suggestion.question)}")
        put(f"   must hold: {in_one_line(' ; '.join(suggestion.must))}")
        put(f"   {suggestion.document}, {suggestion.address}: “{in_one_line(suggestion.quote)}”")
        choice = _choice()
        if choice == "q":
            break
        if choice in ("y", "e"):
            question, must = suggestion.question, suggestion.must
            if choice == "e":
                question = typer.prompt("Question", default=question)
                must = tuple(typer.prompt("Must hold, parted by ;", default=" ; ".join(must)).split(";"))
            case = suggested_case(suggestion, new_id("p", file.known), by, question, must)
            try:
                file.add(case, library)
            except CaseError as error:
                say(f"not added: {error}")
                continue
            file = replace(file, known=file.known | {case.id})
            accepted += 1
    return accepted, shown


def suggested_case(suggestion: Suggestion, name: str, by: str, question: str, must: Sequence[str]) -> Case:
    """Return the case that a person made of a suggestion."""
    return Case(
        id=name,
        kind=suggestion.kind,
        question=question.strip(),
        line=0,
        must=tuple((words.strip(),) for words in must if words.strip()),
        gold=(Gold((suggestion.document,), (suggestion.quote,)),),
        added_by=by,
        added=date.today().isoformat(),
    )


def _choice() -> str:
    """Ask until it is one of the four; the end of the input is a wish to stop."""
    while True:
        try:
            said = typer.prompt("Accept? y(es), e(dit), n(o), q(uit)", default="n", show_default=False)
        except typer.Abort:
            return "q"
        if said[:1].lower() in ("y", "e", "n", "q"):
            return str(said[:1].lower())


def _offered(citations: Iterable[object], passages: "Sequence[Passage]") -> list[tuple[str, str, str]]:
    """Return document, address and text of the paragraphs cited, then of those found."""
    from assistant.answer import Citation

    cited = [(each.document, each.paragraph) for each in citations if isinstance(each, Citation)]
    found = [(each.document, each.paragraph) for each in passages if each.paragraph.kind != "heading"]
    unique = {(document.id, paragraph.position): (document, paragraph) for document, paragraph in [*cited, *found]}
    return [(document.id, paragraph.address, paragraph.text) for document, paragraph in unique.values()][:_OFFERED]


def _quote(text: str, must: str) -> str:
    """Return the sentence of a paragraph that holds the first words asked for, else its first one."""
    from corpus.text.sentences import sentence_spans

    words = must.split(";")[0].split("|")[0].strip()
    sentences = [text[start:end].strip() for start, end in sentence_spans(text)] or [text.strip()]
    return next((sentence for sentence in sentences if words and contains(sentence, words)), sentences[0])
