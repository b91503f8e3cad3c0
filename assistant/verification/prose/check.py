"""Check a sentence that a model wrote against the paragraphs it cites.

`check_written` is the one door: whoever lets a model write, an answer or a summary, has each sentence pass it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.acronyms import in_words_of
from assistant.untrusted.injection import BELIEVED, injection_in, injection_start
from assistant.verification.problem import Problem
from assistant.verification.prose.document_words import DocumentWords
from assistant.verification.prose.first_word import first_word_problem
from assistant.verification.prose.manner import manner_problem
from assistant.verification.prose.modality import modality_problem
from assistant.verification.prose.moved import moved_problem
from assistant.verification.prose.quote import find_quote
from assistant.verification.prose.support import lexical_support
from assistant.verification.tokenized import tokenized_text
from assistant.verification.verify import verify
from corpus.paragraph import Paragraph
from corpus.text.sentences import sentence_spans

_ANSWERING = re.compile(r"(?:Yes|No)[,:;.]\s+(?=\S)")
"""How a sentence may begin that answers a question; what follows says it by itself."""
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""A space within a number of a cell: `18 463`."""
MIN_SUPPORT = 0.45
"""Share of the telling words of a sentence that must be exceeded by those that stand in what it cites."""
MIN_SUPPORT_BESIDE_INJECTION = 0.8
"""The same where a paragraph it cites holds injected instructions, which the sentence may have obeyed."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A paragraph that a sentence says it rests on."""

    paragraph: Paragraph
    quote: str = ""
    """The words it says it copied; empty to have the sentence of the paragraph that says most of it found."""
    context: str = ""
    """What a reader sees around the paragraph: title, headings, lead-in. Names and dates may come from it."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check."""

    problem: Problem | None
    """Why the sentence is not supported; None when it is."""
    quotes: tuple[str, ...] = ()
    """The exact words of each paragraph cited, in their order: `quote in paragraph.text`."""


def check_written(sentence: str, cited: Sequence[Cited], words: DocumentWords, question: str | None = None) -> Checked:
    """Tell whether a sentence says only what the paragraphs it cites say, and in which words they say it.

    The quoted words must stand in their paragraph; links and markup are refused; what speaks to an assistant is no
    source; numbers, dates, names, negation, direction and verbs must agree with the sentences that hold the quote, what
    they ask for or plan is not told as done, names have not moved, and most of the telling words must be there, nearly
    all where the paragraph holds an injection. A first word that is not among those which the documents write small may
    be a name, and must be there too. With a question, a sentence holds an address only where one is asked for.
    """
    if not cited:
        return Checked(Problem("source", sentence, told="it names no source"))
    spans = [_span(sentence, each) for each in cited]
    for each, span in zip(cited, spans, strict=True):
        if span is None:
            told = f"the words “{_short(each.quote)}” are not in the paragraph it cites"
            return Checked(Problem("source", each.quote, told=told))
    quotes = tuple(each.paragraph.text[slice(*span)] for each, span in zip(cited, spans, strict=True) if span)
    sources = [_source(each.paragraph, span) for each, span in zip(cited, spans, strict=True) if span]
    around = [_context(each, source) for each, source in zip(cited, sources, strict=True)]
    source, context = "\n".join(sources), "\n".join(dict.fromkeys(around))
    least = MIN_SUPPORT
    for each, span in zip(cited, spans, strict=True):
        injected = injection_in(each.paragraph.text, BELIEVED)
        if span and injected and span[1] > injection_start(each.paragraph.text, BELIEVED):
            told = f"the words it cites seem to be meant for an assistant (“{_short(injected)}”)"
            return Checked(Problem("source", sentence, injected, told))
        if injected:
            least = MIN_SUPPORT_BESIDE_INJECTION
    return Checked(_problem(sentence, source, context, words, question, least), quotes)


def _problem(
    sentence: str, source: str, context: str, words: DocumentWords, question: str | None, least: float
) -> Problem | None:
    if problem := manner_problem(sentence, source, question):
        return problem
    sentence = in_words_of(_ANSWERING.sub("", sentence), source, context, words.names)
    if problems := verify(sentence, source, context):
        return problems[0]
    stated, said = tokenized_text(sentence), tokenized_text(source)
    around = tokenized_text(f"{source}\n{context}")
    problem = modality_problem(stated, said) or moved_problem(stated, said) or first_word_problem(stated, around, words)
    if problem:
        return problem
    share, missing = lexical_support(stated, around)
    if share <= least:
        lacking = " ".join(missing)
        return Problem("support", lacking, told=f"the cited words do not say “{_short(lacking)}”")
    return None


def _span(sentence: str, cited: Cited) -> tuple[int, int] | None:
    """Return where the quote stands; without one, where the sentence stands that shares most with what is said."""
    text = cited.paragraph.text
    if cited.quote:
        return find_quote(cited.quote, text)
    spans = list(sentence_spans(text)) or [(0, len(text))]
    if cited.paragraph.kind == "row":
        return 0, len(text)
    said = tokenized_text(sentence).stems
    return max(spans, key=lambda span: (len(said & tokenized_text(text[slice(*span)]).stems), -span[0]))


def _source(paragraph: Paragraph, span: tuple[int, int]) -> str:
    """Return the sentences that hold some words; a row is whole, under its column headings."""
    if paragraph.kind == "row":
        return " ".join((*paragraph.columns, _THOUSANDS.sub(",", paragraph.text)))
    start, end = span
    whole = [(first, last) for first, last in sentence_spans(paragraph.text) if first < end and last > start]
    return paragraph.text[whole[0][0] : whole[-1][1]] if whole else paragraph.text[start:end]


def _context(cited: Cited, source: str) -> str:
    """Return what stands around, with the rest of the paragraph: `It` may be said by the name it stands for.

    What an assistant is told there is no part of it.
    """
    text = cited.paragraph.text[: injection_start(cited.paragraph.text, BELIEVED)]
    rest = text.replace(source, "\n", 1) if cited.paragraph.kind != "row" else ""
    return "\n".join(part for part in (cited.context, rest.strip()) if part)


def _short(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:89].rstrip()}…"
