"""The conversation as markup: each question with its reply, and the sources of each reply."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Sentence
from interfaces.markup import escape, shorten, spanned
from interfaces.sources import Paragraphs, anchor, sources_markup, turn_anchor

LONGEST_SHOWN = 600
"""Characters of a question that the page repeats."""
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


def answered_turn(number: int, answer: Answer, searched_in: str, paragraphs: Paragraphs) -> Turn:
    """Return the turn of an answer; `searched_in` names the limits of the search, empty when there are none."""
    reply = _refusal(answer, number) if answer.refused else _reply(answer, number)
    return Turn(
        number, answer.question, reply + _searched(answer, searched_in), sources_markup(answer, number, paragraphs)
    )


def failed_turn(number: int, question: str, message: str) -> Turn:
    """Return the turn of a question that could not be asked, with the sentence that says why."""
    return Turn(number, question, f'<p class="problem">{escape(message)}</p>', answered=False)


def pending_turn(number: int, question: str) -> Turn:
    """Return the turn of a question that is being answered."""
    return Turn(number, question, '<p class="pending">Looking in the documents…</p>', answered=False)


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
    note = f'<p class="note">{escape(answer.note)}</p>' if answer.note else ""
    sentences = " ".join(_sentence(sentence, turn) for sentence in answer.sentences)
    return note + (f'<p class="answer">{sentences}</p>' if sentences else "")


def _sentence(sentence: Sentence, turn: int) -> str:
    markers = "".join(_marker(marker, turn) for marker in sentence.citations)
    return f'<span class="sentence">{spanned(sentence.text, sentence.spans, "strong")}{markers}</span>'


def _marker(marker: int, turn: int) -> str:
    return (
        f'&#8288;<a class="marker" href="#{anchor(turn, marker)}">'  # a word joiner keeps it beside its word
        f'<span class="unseen">source </span>[{marker}]</a>'
    )


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
        parts.append(f"Searched for: <em>{escape(shorten(answer.query, LONGEST_SHOWN))}</em>")
    if searched_in:
        parts.append(f"Searched in: {escape(searched_in)}")
    return f'<p class="searched">{"<br>".join(parts)}</p>' if parts else ""
