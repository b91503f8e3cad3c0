"""Tell what kind of document one is, by its title and the lines of its cover."""

import re
from collections.abc import Sequence

from corpus.paragraph import Exclusion
from corpus.piece import Piece

AGENDA_ITEM = re.compile(r"(?:agenda )?items? \d", re.I)
_KINDS = (
    ("resolution", re.compile(r"^(?:draft )?resolution\b|\bdraft resolution\b|^resolution \d", re.I)),
    ("letter", re.compile(r"^(?:identical )?letters? dated|^note verbale|^letter (?:from|of)", re.I)),
    ("submission", re.compile(r"\bsubmissions? (?:by|from|of|to)\b|^submission\b|^contributions? (?:by|from|"
                              r"of)\b", re.I)),
    ("agenda", re.compile(r"^(?:annotated )?(?:provisional )?agenda\b|\bprovisional agenda$", re.I)),
    ("budget", re.compile(r"^(?:proposed |revised )?programme budget\b|^(?:proposed |draft |annual )?budgets? "
                          r"for\b", re.I)),
    ("meeting report", re.compile(
        r"\breport (?:of|on) .{0,160}\b(?:session|meeting|workshop|conference|forum|seminar)s?\b(?! of the budget)|"
        r"^(?:(?:draft|meeting|session|workshop|conference) )*minutes\b|"
        r"^(?:meeting|session|workshop|conference) (?:report|summary)\b|"
        r"^(?:summary|minutes|proceedings) of .{0,120}(?:meeting|session|"
        r"workshop|conference)|"
        r"^report of the .{3,120} on its .{3,40} session", re.I)),
    ("report", re.compile(r"^(?:.{0,120}\b)?report (?:of|on|by|to)\b|^(?:annual|progress|final|interim|"
                          r"quadrennial) reports?\b|\breports? for the period\b", re.I)),
    ("decision", re.compile(r"^decisions? \S*\d|^decisions? (?:of|adopted)", re.I)),
    ("note", re.compile(r"^(?:briefing )?note\b|^information note|^aide-memoire", re.I)),
    ("release", re.compile(r"^(?:press|news|media) release", re.I)),
)  # fmt: skip
_SPEECH = re.compile(
    r"\b(?:said|stated|says|expressed|pointed out|added|noted|highlighted|introduced|"
    r"addressed)\b[^.]{0,60}[:,]\s?[\"“]|[\"”],? (?:said|stated|added|introduced)\b"
)


def find_kind(
    title: str, lines: Sequence[str], session: bool, pieces: Sequence[Piece], exclusions: Sequence[Exclusion]
) -> str:
    """Return a kind as `Metadata.kind` lists them, empty where nothing printed says it.

    `lines` are those of the cover, `session` tells whether one is named there. Quoted speech throughout makes a release
    of a text without numbers.
    """
    if any(exclusion.reason == "site menu" for exclusion in exclusions) and re.search(r"^Post", " ".join(lines[1:3])):
        return "release"
    for text in (title, *(line for line in lines if not AGENDA_ITEM.match(line))):
        kind = next((kind for kind, pattern in _KINDS if pattern.search(text)), "")
        if kind:
            return kind
    if any(re.fullmatch(r"(?:the )?report", line, re.I) for line in lines):
        return "meeting report" if session else "report"
    numbered = sum(bool(piece.label) for piece in pieces)
    quotes = sum(bool(_SPEECH.search(piece.text[:4000])) for piece in pieces[:60])
    return "release" if quotes >= 3 and not numbered and len(pieces) < 60 else ""
