"""A draft as plain values: what `summarize -o FILE.json` writes."""

from typing import Any

from assistant.summary.summary import Point, PointSource, Summary, SummaryPart
from interfaces.answer_json import document_as_json, model_as_json

SCHEMA = 1


def summary_as_json(summary: Summary) -> dict[str, Any]:
    """Return a draft as plain values, without a chat model the same for the same documents and template.

    `model` is there where a chat model is named.
    """
    return {
        "schema": SCHEMA,
        **({} if summary.writing is None else {"model": model_as_json(summary.writing)}),
        "title": summary.title,
        "template": summary.template,
        "words_wanted": summary.wanted,
        "words": summary.words,
        "documents": [document_as_json(document) for document in summary.documents],
        "notes": list(summary.notes),
        "parts": [_part(part) for part in summary.parts],
        "struck": [
            {
                "text": struck.text,
                "reason": struck.reason,
                "section": struck.section,
                "sources": list(map(_source, struck.sources)),
            }
            for struck in summary.struck
        ],
        "coverage": {
            "paragraphs": summary.paragraphs,
            "not_cited": sum(len(silence.paragraphs) for silence in summary.silences),
            "silences": [
                {
                    "document": silence.document.id,
                    "section": silence.section,
                    "words": silence.words,
                    "paragraphs": [
                        {"id": f"{p.document}:{p.position}", "label": p.label, "address": p.address, "page": p.page}
                        for p in silence.paragraphs
                    ],
                }
                for silence in summary.silences
            ],
        },
    }


def _part(part: SummaryPart) -> dict[str, Any]:
    return {
        "heading": part.heading,
        "level": part.level,
        "form": part.form,
        "columns": list(part.columns),
        "lead": part.lead,
        "points": [_point(point) for point in part.points],
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "label": point.label,
        "text": point.text,
        "written_by_model": point.written,
        "cells": list(point.cells),
        "sources": [_source(source) for source in point.sources],
    }


def _source(source: PointSource) -> dict[str, Any]:
    paragraph = source.paragraph
    return {
        "document": source.document.id,
        "paragraph": f"{paragraph.document}:{paragraph.position}",
        "label": paragraph.label,
        "address": source.place,
        "page": paragraph.page,
        "quote": source.quote,
    }
