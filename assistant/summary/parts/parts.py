"""The kinds of part that a template may name, each with what makes it out of a document."""

from assistant.summary.parts.chosen import agenda, points, sections
from assistant.summary.parts.listed import activities, annexes, decisions, figures, meeting, next_session
from assistant.summary.parts.order import Maker
from assistant.summary.parts.said import proposals, quotations, statements

MAKERS: dict[str, Maker] = {
    "meeting": meeting,
    "next-session": next_session,
    "annexes": annexes,
    "decisions": decisions,
    "proposals": proposals,
    "activities": activities,
    "statements": statements,
    "figures": figures,
    "points": points,
    "agenda": agenda,
    "sections": sections,
    "quotations": quotations,
}
"""In the order in which they choose their sentences: what only one part can say goes first."""
