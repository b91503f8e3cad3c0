"""From one or several documents to a `Summary` whose every point cites the paragraphs it was taken from.

Takes paragraphs and gives parts of points, in the shape that a template (a YAML file in `templates/`, or a person's
own) asks for, within a number of words; and beside them the paragraphs that no point cites. Nothing is rewritten: a
point is a sentence of the document, perhaps cut where it shows `…`, with what a word points at in square brackets.
Whoever wrote a point, `assistant.verification.verify` has found nothing against it.

Works on a `Document` and its `Paragraph`s alone: no model, no network, the same document gives the same summary.
"""
