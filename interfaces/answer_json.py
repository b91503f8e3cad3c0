"""An answer in the form that `rapporteur ask --json` prints."""

from dataclasses import asdict
from typing import Any

from assistant.answer import Answer, Citation
from assistant.writing import Writing
from corpus.document import Document
from corpus.metadata.series import Place
from corpus.paragraph import Paragraph

SCHEMA = 1


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as plain values; without a chat model only `seconds` differs from one run to the next.

    `model` and `struck` are there where a chat model is named.
    """
    written = answer.writing
    return {
        "schema": SCHEMA,
        "question": answer.question,
        "query": answer.query,
        "answer": answer.text,
        "refused": answer.refused,
        "reason": answer.reason,
        "seconds": round(answer.seconds, 4),
        "sentences": [{"text": sentence.text, "citations": list(sentence.citations)} for sentence in answer.sentences],
        "citations": [_citation(citation) for citation in answer.citations],
        "related": [_citation(citation) for citation in answer.related],
        **(
            {}
            if written is None
            else {"struck": [asdict(each) for each in answer.struck], "model": model_as_json(written)}
        ),
    }


def model_as_json(writing: Writing) -> dict[str, Any]:
    """Return how a chat model took part; times in seconds."""
    first = writing.first_seconds
    return {
        "name": writing.model,
        "wrote": writing.wrote,
        "complete": writing.complete,
        "notice": writing.notice,
        "tokens": asdict(writing.tokens),
        "seconds": round(writing.seconds, 4),
        "first_sentence_seconds": None if first is None else round(first, 4),
        "tries": writing.tries,
        "rewritten": writing.rewritten,
        "prompts": dict(writing.prompts),
        "judge": writing.judge,
        "opinions": [asdict(opinion) for opinion in writing.opinions],
    }


def document_as_json(document: Document, place: Place | None = None) -> dict[str, Any]:
    """Return what is known of a document, without its text; `place` is that in its series."""
    metadata = document.metadata
    return {
        "id": document.id,
        "title": metadata.title,
        "symbol": metadata.symbol,
        "date": metadata.date,
        "period": metadata.period,
        "body": metadata.body,
        "session": metadata.session,
        "place": metadata.place,
        "kind": metadata.kind,
        "language": metadata.language,
        "format": document.format,
        "collection": document.collection,
        "edition_of": document.edition_of,
        "origins": dict(document.origins),
        "series": asdict(place) if place else None,
        "path": document.path,
        "digest": document.digest,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    document = citation.document
    return {
        "marker": citation.marker,
        "quote": citation.quote,
        "document": {
            "id": document.id,
            "title": document.metadata.title,
            "path": document.path,
            "date": document.metadata.date,
        },
        "paragraph": _paragraph(citation.paragraph),
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "id": f"{paragraph.document}:{paragraph.position}",
        "label": paragraph.label,
        "section": list(paragraph.section),
        "page": paragraph.page,
        "start": paragraph.start,
        "end": paragraph.end,
        "text": paragraph.text,
    }
