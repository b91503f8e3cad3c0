"""Find the organ or office that a document is of."""

import re
from collections.abc import Iterator, Sequence

from corpus.metadata.form import is_field
from corpus.metadata.found import NOTHING, Found
from corpus.metadata.front_page import FrontPage, is_section, lines_of

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
    r"attended)\b|https?:|\d|[.;:,?!]$",
    re.I,
)
_NOT_NAME = re.compile(r"\b(?:meetings?|minutes|agreement|policy|roles?|about)\b", re.I)
"""Words of headings that name no organ, where no sign of an official cover is there: `About the community fund`."""
_BODY_ON = re.compile(
    r"(?:[A-Z][\w-]+ ){0,3}(?:Committee|Commission|Working (?:Group|Party)|Forum|Conference|Council|Board) "
    r"(?:on|for) [^.;]+"
)
"""A name that may hold any words: `Special Committee on the … Implementation of the Declaration on …`."""
_OFFICIAL = re.compile(
    r"[,\s]*\b(?:Acting )?(?:Mayor|Governor|Minister|Commissioner|Supervisor) "
    r"[A-Z][\w'’-]+ (?:[A-Z]\. ?)?[A-Z][\w'’-]+[,\s]+"
)
"""Who holds the office above a body in a letterhead: `City of Saltmarsh Mayor Ann B. Holt Licensing Board`."""
_GENERIC_BODY = re.compile(
    r"(?:governing|executive|administrative|advisory|trade and development|steering) (?:council|board|"
    r"committee)|council|board|commission|committee",
    re.I,
)
_UMBRELLA = frozenset({"united nations", "general assembly", "economic and social council", "nations unies"})
_ORGANS = ("Security Council", "Economic and Social Council", "Human Rights Council", "General Assembly")
_SMALL = frozenset("of the and for on in to a an at with de la le des du et y".split())
_MEETING = (
    r"(?:(?:monthly|weekly|bi-?weekly|quarterly|annual|regular|interim|special|general|emergency|sync|virtual|public|"
    r"open) )*"
)
_ON_ITS_SESSION = re.compile(r"(?i:report of (?:the )?)(?P<body>[A-Z].{3,90}?) on (?:its|the work of its)\b")
"""`Report of the Trade and Development Board on its thirty-third special session`."""
_OF_A_MEETING = tuple(
    re.compile(form)
    for form in (
        # Minutes of the meeting of the Parish Board, 17 April 2018
        r"(?i:(?:minutes|notes|agenda|record|summary) (?:of|from|for) .{0,40}?\b(?:meeting|session|call)s? of )"
        r"(?i:the )?"
        r"(?P<body>[A-Z][^,:;(\d]{2,80}?)(?=$|[,:;(–—-]|\s(?i:held|on|in|at)\b|\s\d)",
        # Minutes Carpentries Executive Council meeting Feb 22, 2018; DSF Board monthly meeting, January 10, 2019
        r"(?i:(?:meeting |draft )?(?:minutes|notes|agenda)(?: of| for| from)?(?: the)?[ :-]+)?"
        rf"(?P<body>[A-Z][^,:;\d]{{1,80}}?) (?i:{_MEETING}(?:meeting|call|minutes)\b)",
        # Annual report of the Oversight Advisory Committee, 2024
        r"(?i:(?:annual |progress |draft )*(?:report|review|accounts|bulletin) of (?:the )?)"
        r"(?P<body>[A-Z][^,;:(\d]{3,60}?)"
        r"(?=$|[,;:( –-]+(?:\d|$)|,| (?i:for) (?:the )?(?i:period|year|quarter|biennium|\d))",
    )
)
_ACRONYM = re.compile(r"\b[A-Z][A-Z\d]{1,}\b")
_OPEN_END = re.compile(r"\b(?:of|the|and|for|on)$", re.I)
_MAX_LINES, _MAX_WORDS = 25, 40


def find_body(page: FrontPage, title: str) -> Found:
    """Return the organ with where it stands: in the title of its minutes, on the cover, in a running head."""
    if named := _of_a_meeting(title):
        return Found(named, "title")
    if named := _on_cover(_names(page, title)):
        return Found(named, "cover")
    return next((Found(organ, "running head") for head in page.heads for organ in _ORGANS if organ in head), NOTHING)


def _of_a_meeting(title: str) -> str:
    """Return the organ whose meeting a title names."""
    for form in (*_OF_A_MEETING, _ON_ITS_SESSION):
        match = form.match(title)
        named = match["body"].strip(" -–—").removeprefix("the ") if match else ""
        acronym = not title.isupper() and _ACRONYM.search(named)
        of_itself = form is _ON_ITS_SESSION or _is_capitalised(named)
        if (_BODY.search(named) or acronym) and not _NOT_BODY.search(named) and of_itself:
            return named
    return ""


def _names(page: FrontPage, title: str) -> Iterator[str]:
    """Yield the lines of the cover that may be read for names, up to its first section."""
    official = any("Distr." in line for line in page.lines)
    for line in _joined(page):
        named = official or (_is_capitalised(line) and not _NOT_NAME.search(line))
        if not is_field(line) and line != title and (named or not _BODY.search(line)):
            yield line


def _joined(page: FrontPage) -> Iterator[str]:
    """Yield the lines of the cover above its first section, one that ends in `of` or `and` with the next."""
    open_line = ""
    ranked = 0
    for piece in page.pieces[:_MAX_LINES]:
        ranked += piece.kind == "heading" and piece.rank >= 1 and not piece.page
        if ranked > 1 or (piece.kind == "heading" and is_section(piece.text)):
            break
        for line in lines_of(piece) if piece.kind != "item" and (piece.page or piece.kind != "row") else ():
            line = _OFFICIAL.sub(", ", f"{open_line} {line}".strip())
            open_line = line if _OPEN_END.search(line) and len(line.split()) < _MAX_WORDS else ""
            if not open_line:
                yield line
    if open_line:
        yield open_line


def _is_capitalised(line: str) -> bool:
    """Tell whether the words of a line begin with capitals, as those of a name do."""
    words = [word for word in re.findall(r"[^\W\d_][\w.'’-]*", line) if word not in _SMALL]
    return bool(words) and all(any(map(str.isupper, word)) for word in words)


def _on_cover(lines: Iterator[str]) -> str:
    """Return the most particular name on the cover, a general one joined to the name before it."""
    found: Sequence[str] = list(_first_names(lines))
    particular = [name for name in found if name.lower() not in _UMBRELLA]
    if not particular:
        return found[0] if found else ""
    if len(particular) > 1 and _GENERIC_BODY.fullmatch(particular[1]) and not _GENERIC_BODY.fullmatch(particular[0]):
        return f"{particular[0]}, {particular[1]}"
    return particular[0]


def _first_names(lines: Iterator[str]) -> Iterator[str]:
    """Yield the names that stand together, up to the first line that is none."""
    begun = False
    for line in lines:
        if (
            _BODY.search(line)
            and (_BODY_ON.fullmatch(line) or not _NOT_BODY.search(line))
            and len(line.split()) <= _MAX_WORDS
        ):
            begun = True
            yield line
        elif begun and len(line.split()) > 4 and not re.search(r"distr|original|english", line, re.I):
            return
