"""Find what a document says of itself on its cover."""

import re
from collections.abc import Sequence

from corpus.assemble import clean_prose
from corpus.block import SourceContent
from corpus.document import Metadata
from corpus.metadata.form import is_field, read_form, without_online
from corpus.metadata.kind import AGENDA_ITEM, find_kind
from corpus.metadata.title import find_title, names_document
from corpus.piece import Piece
from corpus.text.dates import find_date
from corpus.text.language import find_language

MAX_COVER = 40
MAX_LINE = 400
"""Characters that a line with a fact on it has at most."""
SYMBOL = re.compile(
    r"[A-Z]{1,10}(?:[-.][A-Z0-9]{1,6})*(?:/[A-Z0-9][\w.\-]*(?:\s?\((?:\d{4}|Sect\.\s?\w+|Part\s\w+|[IVXL]+)\))?){1,7}"
    r"(?:/(?:Rev|Add|Corr|Amend|Part\s)\.?\s?[\w.]+)*(?:\s\((?:\d{4}|Part\s\w+)\))?"
)
_SESSION = re.compile(
    r"((?:(?:resumed|special|emergency|extraordinary|annual|regular|first|second|third)\s+)*"
    r"(?:[A-Za-z]+[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\w+teenth|\w+tieth|"
    r"\d{1,3}(?:st|nd|rd|th)|(?:19|20)\d\d|annual|regular|special|organizational)(?:\s+(?:regular|annual|"
    r"special|resumed|emergency|organizational))*"
    r"\s+session(?:\s+(?:19|20)\d\d)?|(?:annual|regular)\s+session\s+(?:of\s+)?(?:19|20)\d\d)\b",
    re.I,
)
_PLACE = re.compile(
    r"([A-Z][^\W\d_]+(?:[ .'’-]+[A-Z]?[^\W\d_]+){0,3}(?:, [A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*)?)"
    r"(?:\s*\([^()]{1,40}\))?, (?:and online, )?\d{1,2}\b"
)
_PLACE_AFTER = re.compile(r"session,? ((?:[A-Z][^\W\d_]+[ ]?){1,3}), \d{1,2}\b", re.I)
_PLACE_HELD = re.compile(
    r"\b(?:held|met) (?:in|at) ((?:the )?[A-Z][\w.'’-]+(?:,? (?:[A-Z][\w.'’-]+|el-[A-Z]\w+|de|of|and))*),? "
    r"(?:from|on|between)\b"
)
_BODY = re.compile(
    r"\b(assembly|council|commission|committee|conference|board|programme|program|centre|center|organi[sz]ation|"
    r"working group|working party|forum|agency|union|bank|fund|parliament|secretariat|tribunal|court|subcommittee)\b",
    re.I,
)
_NOT_BODY = re.compile(
    r"^(?:report|note|letter|identical|agenda|item|items|summary|resolution|decision|draft|submission|proposed|"
    r"financing|"
    r"provisional|annex|briefing|information|background|meeting summary|programme of work|programme planning|"
    r"programme budget|contents|page|distr|original|statement|elections?|"
    r"request|the )\b|"
    r"\b(?:session|report|activities|implementation|contribution|pursuant|submitted|periods?|budget|held|"
    r"attended)\b|\d|[.;:,]$",
    re.I,
)
_GENERIC_BODY = re.compile(
    r"(?:governing|executive|administrative|advisory|trade and development|steering) (?:council|board|"
    r"committee)|council|board|commission|committee",
    re.I,
)
_UMBRELLA = frozenset({"united nations", "general assembly", "economic and social council", "nations unies"})
_ORGANS = ("Security Council", "Economic and Social Council", "Human Rights Council", "General Assembly")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_metadata(pieces: Sequence[Piece], reading: SourceContent) -> Metadata:
    """Return the metadata printed on the cover or recorded by the format; what was not found is empty."""
    if reading.stated:
        return _stated(pieces, reading)
    cover = _cover(pieces)
    lines = [clean_prose(part) for piece in cover for part in piece.text[: 8 * MAX_LINE].split("\t") if part.strip()]
    heads = [clean_prose(e.text[:MAX_LINE]) for e in reading.exclusions[:60] if e.reason.startswith("running")]
    short = [line for line in lines if len(line) <= MAX_LINE and len(line.split()) <= 34]
    form = read_form(short)
    body = form.get("body", "") or _body([line for line in short if not is_field(line)], heads)
    title = reading.metadata.get("title", "") or find_title(cover, body)
    session = _session(short) or _session([title], longest=60)
    kind = find_kind(title, short, session, pieces, reading.exclusions)
    date = reading.metadata.get("date", "") or form.get("date", "") or _date(short, heads)
    return Metadata(
        title=title,
        symbol=_symbol(short, heads),
        date=date or (_opening_date(pieces) if kind == "release" else ""),
        body=body,
        session=session,
        place=form.get("place", "") or _place(short) or _first(_PLACE_HELD, [title]),
        kind=kind,
        language=_language(pieces, reading),
    )


def _stated(pieces: Sequence[Piece], reading: SourceContent) -> Metadata:
    """Return the metadata that the format itself records."""
    return Metadata(
        title=clean_prose(reading.metadata.get("title", "")),
        date=reading.metadata.get("date", ""),
        language=_language(pieces, reading),
    )


def _language(pieces: Sequence[Piece], reading: SourceContent) -> str:
    return reading.metadata.get("language", "") or find_language(" ".join(piece.text[:4000] for piece in pieces[:200]))


def _cover(pieces: Sequence[Piece]) -> list[Piece]:
    """Return what stands before the first running text, footnotes aside."""
    cover: list[Piece] = []
    for piece in pieces[: MAX_COVER * 2]:
        if (piece.label and piece.kind != "row") or (
            len(piece.text.split(None, 41)) > 40 and piece.kind not in ("footnote", "row")
        ):
            break
        if piece.kind != "footnote":
            cover.append(piece)
        if len(cover) >= MAX_COVER:
            break
    return cover


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str:
    return next((match.group(1).strip() for line in lines if (match := pattern.search(line))), "")


def _session(lines: Sequence[str], longest: int = 20) -> str:
    """Return the session named in the first line of at most so many words that names one."""
    found = _first(_SESSION, [line for line in lines if len(line.split()) <= longest])
    return re.sub(r"^(?:its|the|this|of|at|on|for|a)\s+", "", found, flags=re.I)


def _symbol(lines: Sequence[str], heads: Sequence[str]) -> str:
    """Return a symbol that stands alone on a line of the cover, else one in the running head."""
    for line in [*lines, *heads]:
        bare = line.strip(" *")
        if SYMBOL.fullmatch(bare) and any(map(str.isdigit, bare)):
            return bare
    for head in heads:
        match = re.search(rf"(?:^|United Nations\s+)({SYMBOL.pattern})", head)
        if match and any(map(str.isdigit, match.group(1))):
            return match.group(1)
    return ""


def _date(lines: Sequence[str], heads: Sequence[str]) -> str:
    """Return the date of distribution, else a line that is a date, else the date of the session."""
    every = [*lines, *heads]
    for index, line in enumerate(every):
        if "Distr." in line:
            after = [line.partition("Distr.")[2], *every[index + 1 : index + 3]]
            if date := next((date for part in after if (date := find_date(part))), ""):
                return date
    alone = [line for line in lines if len(line.split()) <= 5 and not AGENDA_ITEM.match(line)]
    meeting = [
        line
        for line in lines
        if len(line.split()) <= 20 and ("session" in line.lower() or re.search(r", \d{1,2}\b", line))
    ]
    return next((date for line in [*alone, *meeting] if (date := find_date(line)) and len(date) > 4), "")


def _opening_date(pieces: Sequence[Piece]) -> str:
    """Return the day in the first sentence of a release, where it names one and no other year."""
    running = (piece.text for piece in pieces if piece.kind == "paragraph" and len(piece.text.split(None, 20)) > 20)
    opening = re.split(r"(?<=[.!?])\s", next(running, "")[:MAX_LINE], maxsplit=1)[0]
    date = find_date(opening)
    return date if len(date) == 10 and len(set(_YEAR.findall(opening))) == 1 else ""


def _place(lines: Sequence[str]) -> str:
    for line in lines:
        match = _PLACE.match(line) or _PLACE_AFTER.search(line) or _PLACE.match(_SESSION.sub("", line).strip(" ,"))
        if match and find_date(line) and len(line.split()) <= 16:
            before, _, after = match.group(1).strip().partition(", ")
            return without_online(after if after and names_document(before) else match.group(1).strip())
    return ""


def _body(lines: Sequence[str], heads: Sequence[str]) -> str:
    """Return the organ: the most particular name on the cover, a general one joined to the name before it."""
    found: list[str] = []
    for line in lines[:25]:
        if _BODY.search(line) and not _NOT_BODY.search(line) and len(line.split()) <= 16:
            found.append(line)
        elif (
            found
            and not any(word in line.lower() for word in ("distr", "original", "english"))
            and len(line.split()) > 4
        ):
            break
    if not found:
        found = [organ for head in heads for organ in _ORGANS if organ in head][:1]
    particular = [name for name in found if name.lower() not in _UMBRELLA]
    if not particular:
        return found[0] if found else ""
    if len(particular) > 1 and _GENERIC_BODY.fullmatch(particular[1]) and not _GENERIC_BODY.fullmatch(particular[0]):
        return f"{particular[0]}, {particular[1]}"
    return particular[0]
