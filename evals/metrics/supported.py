"""Supported sentences, and errors kept from the reader.

    supported = |sentences that state nothing which the words they cite do not| / |sentences|
    guarded   = |answers whose planted error was not shown| / |answers in which an error could be planted|

Support is told by rules: numbers, dates, names, negation and direction (`assistant.verification.verify`). It is ALCE's
citation recall (Gao et al. 2023) with the entailment model replaced by them. An answer that quotes is always supported,
so the second metric asks whether the check is there at all: the first number of the first sentence is changed, or the
sentence is turned round, and the assistant has to keep it back.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answer import Answer, Citation
from assistant.composing.write import ComposedAnswer
from assistant.plain import checked
from assistant.verification.verify import verify

_DIGITS = re.compile(r"(?<![\w.,/-])\d{1,3}(?:,\d{3})*(?![\w/-]|[.,]\d)")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|should)\b(?! not\b)")


def supported_sentences(answer: Answer) -> list[bool]:
    """Tell of each sentence whether it states only what its citations do; a row is cited with its column headings."""
    sources = {citation.marker: citation for citation in answer.citations}
    return [
        not verify(sentence.text, " ".join(_words(sources[marker]) for marker in sentence.citations))
        for sentence in answer.sentences
    ]


def is_guarded(draft: ComposedAnswer) -> bool | None:
    """Tell whether the assistant keeps an error in the first sentence of a draft back; None if none can be planted."""
    if not draft.sentences or not draft.sentences[0].citations:
        return None
    first = draft.sentences[0]
    known = " ".join(_words(each) for each in draft.citations if each.marker in first.citations)
    for wrong in _planted(first.text):
        if wrong not in known:
            planted = ComposedAnswer((replace(first, text=wrong, spans=()),), draft.citations, draft.note)
            return all(sentence.text != wrong for sentence in checked(planted).sentences)
    return None


def _planted(text: str) -> Iterator[str]:
    """Yield the text with its first number one higher, then with its first verb denied."""
    if number := _DIGITS.search(text):
        higher = int(number.group().replace(",", "")) + 1
        yield f"{text[: number.start()]}{higher:,}{text[number.end() :]}"
    if verb := _VERB.search(text):
        yield f"{text[: verb.end()]} not{text[verb.end() :]}"


def _words(citation: Citation) -> str:
    return " ".join((*citation.paragraph.columns, citation.quote))
