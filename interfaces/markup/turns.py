"""The conversation as markup: each question with its reply, and the sources of each reply."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.answer import Answer, Sentence
from interfaces.markup.made import made_markup, struck_markup
from interfaces.markup.markup import escape, shorten, spanned
from interfaces.markup.sources import Paragraphs, anchor, sources_markup, turn_anchor

LONGEST_SHOWN = 600
"""Characters of a question that the page repeats."""
LONGEST_WORD = 30
"""Characters of a word that may be kept from breaking."""
PENDING = '<p class="pending">Looking in the documents…</p>'
WRITING = '<p class="writing">Writing…</p>'
STOPPED = '<p class="notice">Stopped here.</p>'
TURNS_KEPT = 40
"""Turns that the page shows and the assistant is told of."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its reply, ready to be shown."""

    number: int
    question: str
    reply: str
    """Markup of the reply; its text is escaped."""
    sources: str = ""
    """Markup of the sources; its text is escaped."""
    answered: bool = True
    """Whether the question was put to the assistant; one that could not be asked is no part of the history."""
    growing: bool = False
    """Whether the reply is still being written."""


def answered_turn(number: int, answer: Answer, searched_in: str, paragraphs: Paragraphs) -> Turn:
    """Return the turn of an answer; `searched_in` names the limits of the search, empty when there are none."""
    reply = _refusal(answer, number) if answer.refused else _reply(answer, number)
    writing = answer.writing
    growing = writing is not None and not writing.complete and not writing.notice
    below = _searched(answer, searched_in) + (WRITING if growing else made_markup(answer))
    return Turn(number, answer.question, reply + below, sources_markup(answer, number, paragraphs), growing=growing)


def failed_turn(number: int, question: str, message: str) -> Turn:
    """Return the turn of a question that could not be asked, with the sentence that says why."""
    return Turn(number, question, f'<p class="problem">{escape(message)}</p>', answered=False)


def pending_turn(number: int, question: str) -> Turn:
    """Return the turn of a question that is being answered."""
    return Turn(number, question, PENDING, answered=False, growing=True)


def settled(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return the turns with those that were still being written marked as stopped."""
    return tuple(_stopped(turn) if turn.growing else turn for turn in turns)


def _stopped(turn: Turn) -> Turn:
    """Return a turn whose reply ends where it was stopped; what was written up to there was checked."""
    return replace(turn, reply=turn.reply.replace(PENDING, STOPPED).replace(WRITING, STOPPED), growing=False)


def conversation_markup(turns: Sequence[Turn]) -> str:
    """Return the questions and replies, oldest first."""
    return "".join(
        f'<section class="turn" id="{turn_anchor(turn.number)}" tabindex="-1">'
        f'<p class="question"><span class="unseen">You asked: </span>{_question(turn)}</p>'
        f'<div class="reply">{turn.reply}</div></section>'
        for turn in turns
    )


def panel_markup(turns: Sequence[Turn]) -> str:
    """Return the sources of the newest reply, then those of earlier ones, folded."""
    if not turns:
        return ""
    newest, earlier = turns[-1], [turn for turn in turns[-2::-1] if turn.sources]
    folded = "".join(
        f'<details class="earlier"><summary>Sources of “{escape(shorten(turn.question, 90))}”</summary>'
        f"{turn.sources}</details>"
        for turn in earlier
    )
    return (newest.sources or '<p class="no-sources">This reply cites no document.</p>') + folded


def history(turns: Sequence[Turn]) -> list[str]:
    """Return the questions of earlier turns that were put to the assistant, oldest first."""
    return [turn.question for turn in turns if turn.answered]


def _question(turn: Turn) -> str:
    shown = shorten(turn.question.strip(), LONGEST_SHOWN)
    return escape(shown) if shown else "<em>an empty question</em>"


def _reply(answer: Answer, turn: int) -> str:
    """Return the sentences, those that were struck out where they stood among them."""
    note = f'<p class="note">{escape(answer.note)}</p>' if answer.note else ""
    parts = [note]
    places = sorted({0, len(answer.sentences), *(struck.after for struck in answer.struck)})
    for start, end in zip(places, [*places[1:], None], strict=True):
        parts += [struck_markup(struck) for struck in answer.struck if struck.after == start]
        parts += _paragraphs(answer, answer.sentences[start:end], turn)
    return "".join(parts)


def _paragraphs(answer: Answer, sentences: Sequence[Sentence], turn: int) -> list[str]:
    """Return sentences as running text, and several items one after the other as a list."""
    items = {citation.marker for citation in answer.citations if citation.paragraph.kind == "item"}
    by_kind = groupby(sentences, lambda sentence: bool(items.intersection(sentence.citations[:1])))
    parts = []
    for is_list, group in by_kind:
        said = [_sentence(sentence, turn) for sentence in group]
        if is_list and len(said) > 1:
            parts.append(f'<ul class="answer">{"".join(f"<li>{sentence}</li>" for sentence in said)}</ul>')
        else:
            parts.append(f'<p class="answer">{" ".join(said)}</p>')
    return parts


def _sentence(sentence: Sentence, turn: int) -> str:
    """Return a sentence whose last word and markers stay on one line."""
    last = sentence.text.rstrip().rfind(" ") + 1
    if len(sentence.text) - last > LONGEST_WORD:
        last = len(sentence.text)
    in_last = [(max(start - last, 0), max(end - last, 0)) for start, end in sentence.spans]
    markers = "".join(_marker(marker, turn) for marker in sentence.citations)
    before = spanned(sentence.text[:last], sentence.spans, "strong")
    return f'{before}<span class="together">{spanned(sentence.text[last:], in_last, "strong")}{markers}</span>'


def _marker(marker: int, turn: int) -> str:
    return f'<a class="marker" href="#{anchor(turn, marker)}"><span class="unseen">source </span>[{marker}]</a>'


def _refusal(answer: Answer, turn: int) -> str:
    near = (
        f'<p class="near-link"><a class="marker" href="#{anchor(turn, answer.related[0].marker)}">'
        "The nearest paragraphs</a> are beside this, though they do not answer it.</p>"
        if answer.related
        else ""
    )
    return f'<p class="refusal">{escape(answer.reason)}</p>{near}'


def _searched(answer: Answer, searched_in: str) -> str:
    parts = []
    if answer.query.strip() and answer.query.strip() != answer.question.strip():
        put = " (as the model puts it)" if answer.writing and answer.writing.rewritten else ""
        query = escape(shorten(answer.query, LONGEST_SHOWN))
        parts.append(f'Searched for: <em>{query}</em>{put} <a class="edit" href="#question">Change it</a>')
    if searched_in:
        parts.append(f"Searched in: {escape(searched_in)}")
    return f'<p class="searched">{"<br>".join(parts)}</p>' if parts else ""
