"""From ranked candidates to the sentences of an answer, each in the document's own words with its citation."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.answer import Citation, Sentence
from assistant.composing.clip import LONGEST, clip
from assistant.evidence.library_context import LibraryContext
from assistant.language.matching import matched, same_word
from assistant.language.numbers import numbers_of
from assistant.question.question import Question
from assistant.ranking.features import FEATURES
from assistant.ranking.select import RankedCandidate
from corpus.document import Document
from corpus.paragraph import Paragraph
from corpus.text.sentences import sentence_spans
from corpus.text.words import is_year, tokenize

MOST_WORDS = 110
MOST_WORDS_OF_A_LIST = 180
_LONGEST_LEAD_IN = 40
_HOLDS = FEATURES.index("holds what is asked for")
_MOST_COMPARED = 12
"""Candidates among which another value for the same thing is looked for."""
_CLOSE = 0.7
"""How far below the best score a sentence may stand to be shown as well."""


@dataclass(frozen=True)
class ComposedAnswer:
    """The sentences of an answer with what they rest on."""

    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    note: str = ""


@dataclass(frozen=True)
class _Said:
    """Words to show, and the paragraph and exact words they are from."""

    text: str
    document: Document
    paragraph: Paragraph
    quote: str
    span: tuple[int, int] | None = None


def write(question: Question, ranked: Sequence[RankedCandidate], library_context: LibraryContext) -> ComposedAnswer:
    """Write the answer: what answers first, then what supports it or disagrees with it."""
    chosen = _by_year(question, ranked) or [ranked[0]]
    differing = [] if len(chosen) > 1 else _differing(question, ranked)
    several = len(chosen) > 1 or bool(differing)
    chosen = sorted([*chosen, *differing], key=_date_of, reverse=True) if several else chosen
    said = [piece for item in chosen for piece in _sentences_of(question, item, library_context)]
    if not several:
        said += _supporting(question, ranked, said, library_context)
    note = _note_on(chosen) if differing else ""
    limit = MOST_WORDS_OF_A_LIST if len(said) > 4 else MOST_WORDS
    return _numbered(_within(said, limit), note)


def _note_on(chosen: Sequence[RankedCandidate]) -> str:
    """Say that values differ, or that each stands for a time of its own, which is no contradiction."""
    times = [_years_of(item) for item in chosen]
    apart = all(times) and all(not one & other for one, other in combinations(times, 2))
    return "Each value stands for its own date." if apart else "The documents give different values."


def _years_of(item: RankedCandidate) -> frozenset[str]:
    """Return the years that a candidate gives, or else those in which its document stands."""
    said = frozenset(word for word in item.candidate.terms if is_year(word))
    return said or item.candidate.evidence.years


def _date_of(item: RankedCandidate) -> str:
    return item.candidate.evidence.document.metadata.date


def _by_year(question: Question, ranked: Sequence[RankedCandidate]) -> list[RankedCandidate]:
    """Return the best candidate for each of several years asked about, where each has one of its own."""
    years = question.years
    if len(years) < 2:
        return []
    found: list[RankedCandidate] = []
    for year in years:
        others = set(years) - {year}
        own = [
            item
            for item in ranked
            if year in item.candidate.evidence.words and not others & item.candidate.terms and item.features[_HOLDS] > 0
        ]
        own.sort(key=lambda item, year=year: year not in item.candidate.evidence.years)  # type: ignore[misc]
        found += own[:1]
    different = {id(item.candidate) for item in found}
    return found if len(found) == len(years) and len(different) == len(years) else []


def _differing(question: Question, ranked: Sequence[RankedCandidate]) -> list[RankedCandidate]:
    """Return candidates that give another value for the same thing as the best one does."""
    best = ranked[0]
    if question.kind not in ("number", "date"):
        return []
    values = _values(best)
    shared = matched(question.terms, best.candidate.terms)
    found = []
    for item in ranked[1:_MOST_COMPARED]:
        same = shared <= matched(question.terms, item.candidate.terms | item.candidate.evidence.near_words)
        other = _values(item)
        if len(shared) >= 3 and same and other and not other & values:
            found.append(item)
            values |= other
    return found[:2]


def _values(item: RankedCandidate) -> set[str]:
    """Return the values that a candidate gives; a period is one value, from its beginning to its end."""
    numbers = numbers_of(item.candidate.quote)
    held = (
        "/".join(number.value for number in numbers if number.start < end and number.end > start)
        for start, end in item.looks.quote or ()
    )
    return {value for value in held if value}


def _sentences_of(question: Question, item: RankedCandidate, library_context: LibraryContext) -> list[_Said]:
    """Return what is said for a candidate: its words, or its lead-in with the items that hang from it."""
    evidence = item.candidate.evidence
    paragraphs = library_context.paragraphs(evidence.document)
    if item.candidate.leads_in:
        return [_whole(item.candidate.quote, evidence.document, evidence.paragraph)] + [
            _whole(_opening(child), evidence.document, child) for child in evidence.children
        ]
    if question.asks_for_several and evidence.paragraph.kind == "item" and evidence.parent:
        siblings = [other for other in paragraphs if other.parent == evidence.parent.position]
        if sum(len(other.text.split()) for other in siblings) <= MOST_WORDS_OF_A_LIST:
            return [_whole(_lead(evidence.parent), evidence.document, evidence.parent)] + [
                _whole(other.text, evidence.document, other) for other in siblings
            ]
    one = _one(question, item)
    if evidence.parent and _needs_lead(item):
        return [_whole(item.candidate.lead, evidence.document, evidence.parent), one]
    return [one]


def _needs_lead(item: RankedCandidate) -> bool:
    """Tell whether an item says too little without its lead-in: it is no sentence, or the answer stands there."""
    lead = item.candidate.lead
    if not lead or len(lead.split()) > _LONGEST_LEAD_IN:
        return False
    return not item.candidate.quote[:1].isupper() or bool(item.looks.lead)


def _one(question: Question, item: RankedCandidate) -> _Said:
    """Return the words of a candidate, cut down where they are many, with those that answer marked."""
    candidate = item.candidate
    paragraph = candidate.evidence.paragraph
    is_row = paragraph.kind == "row"
    span = _answering(question, item)
    text = row_text(paragraph) if is_row else _clipped(question, candidate.quote, span)
    return _Said(text, candidate.evidence.document, paragraph, candidate.quote, _moved(candidate.quote, span, text))


def _clipped(question: Question, quote: str, span: tuple[int, int] | None) -> str:
    """Cut a series down to what the question names, and anything long down to the part that answers."""
    named = clip(quote, set(question.names)) if question.names and len(tokenize(quote)) <= LONGEST else quote
    return named if named != quote else clip(quote, set(question.terms), span)


def _answering(question: Question, item: RankedCandidate) -> tuple[int, int] | None:
    """Return the words that answer: of those that look right, the one the reader marked, or nearest what is counted."""
    looks = item.looks.quote
    if looks is None:
        return item.span
    if not looks:
        return None
    if item.span:
        start, end = item.span
        marked = [span for span in looks if span[0] < end and span[1] > start]
        if marked:
            return marked[0]
    head = [word.start for word in item.candidate.words if question.head and same_word(word.stem, question.head[-1])]
    return min(looks, key=lambda span: min((abs(place - span[1]) for place in head), default=0))


def _moved(quote: str, span: tuple[int, int] | None, text: str) -> tuple[int, int] | None:
    """Return where the words of a span of the quote stand in the text that is shown."""
    if span is None:
        return None
    words = quote[slice(*span)]
    at = text.find(words, span[0]) if text.startswith(quote[: span[1]]) else text.find(words)
    return (at, at + len(words)) if at >= 0 else None


def row_text(row: Paragraph) -> str:
    """Return the cells of a row, each after its column heading."""
    cells = row.text.split("\t")
    columns = row.columns if len(row.columns) == len(cells) else ("",) * len(cells)
    return "; ".join(
        f"{column}: {cell}" if column else cell for column, cell in zip(columns, cells, strict=True) if cell.strip()
    )


def _lead(parent: Paragraph) -> str:
    """Return the sentence of a lead-in that its items hang from: the last."""
    spans = list(sentence_spans(parent.text))
    return parent.text[slice(*spans[-1])] if spans else parent.text


def _opening(child: Paragraph) -> str:
    """Return the first sentence of an item, which says what it is."""
    spans = list(sentence_spans(child.text))
    return child.text[slice(*spans[0])] if len(child.text.split()) > 40 and spans else child.text


def _whole(quote: str, document: Document, paragraph: Paragraph) -> _Said:
    return _Said(row_text(paragraph) if paragraph.kind == "row" else quote, document, paragraph, quote)


def _supporting(
    question: Question, ranked: Sequence[RankedCandidate], said: list[_Said], library_context: LibraryContext
) -> list[_Said]:
    """Return up to two more sentences that nearly answer as well and say something new."""
    best = ranked[0]
    rarity = library_context.rarity
    known = {word.stem for piece in said for word in tokenize(piece.text)}
    found: list[_Said] = []
    for item in ranked[1:5]:
        if (
            len(found) > 1
            or item.score < best.score - _CLOSE
            or not item.candidate.is_sentence
            or item.features[_HOLDS] == 0
        ):
            break
        fresh = item.candidate.terms - known
        if rarity.share(item.candidate.terms, fresh) > 0.3:
            found += _sentences_of(question, item, library_context)
            known |= item.candidate.terms
    return found


def _within(said: list[_Said], words: int) -> list[_Said]:
    """Leave out from the end what goes over the number of words, keeping the first."""
    kept: list[_Said] = []
    room = words
    for piece in said:
        room -= len(piece.text.split())
        if kept and room < 0:
            break
        kept.append(piece)
    return kept


def _numbered(said: list[_Said], note: str) -> ComposedAnswer:
    citations: list[Citation] = []
    sentences = []
    for piece in said:
        key = (piece.document.id, piece.paragraph.position, piece.quote)
        marker = next(
            (c.marker for c in citations if (c.document.id, c.paragraph.position, c.quote) == key), len(citations) + 1
        )
        if marker > len(citations):
            citations.append(Citation(marker, piece.document, piece.paragraph, piece.quote))
        sentences.append(Sentence(piece.text, (marker,), (piece.span,) if piece.span else ()))
    return ComposedAnswer(tuple(sentences), tuple(citations), note)
