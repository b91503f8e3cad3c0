"""Tell which lines of a cover may be the title."""

import re

from corpus.assemble import clean_prose
from corpus.piece import Piece
from corpus.text.dates import MONTH_OF, find_date_at

_NOT_TITLE = re.compile(
    r"(?:distr|original:|agenda items?|items? \d+|contents|page|chapter|note$|english|official records|"
    r"supplement|addendum|corrigendum|corr\.|submission by$|report$|table of contents|"
    r"post(?:ed)? |by |issn|isbn|general assembly|security council|economic and social council|"
    r"human rights council)(?!\w).{0,80}|"
    r"(?:united nations|nations unies)(?: (?:united nations|nations unies))*(?:,? new york.{0,20}| •.{0,40})?|"
    r"(?:executive )?summary(?: of (?:the|this) .{0,60})?|introduction|opening(?: of the .{0,60})?",
    re.I,
)
_STANDING = re.compile(
    r"(?:please|note that|this (?:document|page|directive|policy|agreement|report|is a)|these are|below (?:are|is)|"
    r"for (?:immediate|official|internal|information|discussion|public|general)\b|not for\b|confidential$|draft$|"
    r"restricted$|unrestricted|embargo|subject to|all rights|copyright|©|disclaimer|unclassified|tlp:|the views|"
    r"an official|here’s how|skip to|issued under|printed|published by|available (?:at|from|in)|visit|see |see:|"
    r"(?:not |un)?edited\b|advance (?:copy|unedited))(?!\w).*",
    re.I | re.S,
)
"""Standing notices, which any document may bear: `Please sign and return`, `For immediate release`, `TLP:WHITE`."""
_SITE_SECTION = re.compile(
    r"(?:(?:latest|our|all|recent|more|the) )?(?:news|blog|press|media|publications?|events|articles?|insights|stories|"
    r"newsroom|press (?:releases?|room|cent(?:re|er))|media cent(?:re|er)|resources|library|archives?|updates|"
    r"announcements|documents|home(?: ?page)?|what[’']s new|topics|downloads|releases)"
    r"(?:(?: and |, | ?[&/|»›>] ?)(?:news|blog|press|media|publications?|events|articles?|resources|updates|stories))*",
    re.I,
)
"""Sections of a web site, which stand above the title of a page: `Latest news`, `News & events`."""
_ADDRESS = re.compile(r".*(?:\b[A-Z]{2},? \d{5}\b|@\w+\.|https?://|www\.|\b(?:tel|fax|phone)\b[.:]).*", re.I | re.S)
_PART = re.compile(
    r"(?:exhibit|annex|appendix|attachment|schedule|enclosure|part|volume|vol\.|version|edition|no\.)"
    r"[\s.]*[(]?[\w.]{1,6}[)]?(?:[(]\w{1,3}[)])*\.?",
    re.I,
)
"""Which part of something a document is: `Exhibit (d)(2)`, `ANNEX 2`, `Version 1.0`."""
_NOUN = (
    r"(?:reports?|minutes|agenda|agreement|directive|policy|guidelines?|guidance|charter|bylaws|by-laws|constitution|plan|"
    r"strategy|budget|declaration|memorandum|letter|note|notice|bulletin|newsletter|handbook|manual|guide|template|"
    r"certificate|rules(?: of procedure)?|resolution|decision|standard|specification|summary|review|retrospective|"
    r"statement|submission|code of conduct|terms of (?:service|use|reference)|meeting|hearing|call|contract)"
)
"""What a document may be, as the nouns of a title."""
_SAYS_WHAT = re.compile(
    r"^(?:the )?(?:(?:annual|progress|final|interim|summary|quadrennial|consolidated|meeting|briefing|"
    r"information|draft) )?"
    r"(?:reports?|note|letter|identical letters|resolution|submissions?|decisions?|agenda|provisional agenda|"
    r"budget performance|review|minutes)\b",
    re.I,
)
_NUMBER = r" (?:no\.? ?|number )?(?:[A-Za-z]{1,5}-)?\d[\w./-]*"
_ENDS_AS = re.compile(rf"(?<!of the )(?<!of this )\b{_NOUN}(?:{_NUMBER})?(?:\s?\([^()]*\))?$|^{_NOUN}\b", re.I)
"""How a title says what a document is: `Mutual non-disclosure agreement`, `Meeting of the council`."""
_NUMBERED = re.compile(rf"(?:\w+ ){{1,4}}{_NOUN}{_NUMBER}(?:\s?\([^()]*\))?", re.I)
"""A title that tells one document from all of its kind: `Emergency Directive 19-01`."""
BY_LINE = re.compile(
    r"^(?:(?:progress|draft|annual|second|third|further) )*"
    r"(?:report|note|letter|study|resolution|decision|statement|amendment)s? "
    r"(?:of|by|from|(?:submitted|prepared|proposed) by) (?:the )?.{0,60}\b(?:secretary-general|secretariat|executive|"
    r"(?:vice-)?president|director(?:-general)?|(?:co-|vice-)?chairs?|administrator|high commissioner|rapporteur|"
    r"bureau|treasurer|expert mechanism)\b(?:(?: of|,| \().{0,80})?$",
    re.I,
)
"""Who a document is by, below its title: `Report of the Secretary-General`, `Draft decision submitted by the Chair`."""
_LABELLED = re.compile(
    r"^(?:(?:date|place|venue|time|body|organi[sz]er|prepared|submitted|held|contact|author|from|to|cc|parties|re|"
    r"applies to|present|attendees|attending|apologies|facilitator|minutes by|scribe|chair|location|rapporteur)\b"
    r"[\w ]{0,20}):",
    re.I,
)
_KIND_ONLY = re.compile(
    r"(?:(?:the|a|briefing|information|background|meeting|session|press|media|news|executive|annual|progress|interim|final|"
    r"draft|conference|workshop|analysis|technical|binding|operational|status|weekly|monthly|public|policy) )*"
    r"(?:notes?|summary|reports?|release|minutes|agenda|statement|submission|letter|directive|memorandum|policy)"
    r"(?: of (?:an?|the) (?:\w+ )?(?:meeting|session|conference|workshop))?",
    re.I,
)
_EDITION = re.compile(r"(?:addendum|corrigendum|supplement|revision|amendment)(?: \w{1,4})?", re.I)
_SESSION = re.compile(r"[\w -]{3,40} session(?: \d{4})?", re.I)
_SESSION_ONLY = re.compile(r"^[\w -]{3,40} session(?: \d{4})?\b.{0,60}$", re.I)
_LETTERHEAD = re.compile(r"\b(?:letters?|note verbale|identical letters) dated\b|^resolution \d", re.I)
_OFFICE = re.compile(r"united nations .{0,80}", re.I)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_DAY_ALONE = re.compile(
    rf"(?:{'|'.join(MONTH_OF)})\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}} (?:{'|'.join(MONTH_OF)})", re.I
)
"""A day without its year, above what was said on it: `March 1`."""
_MAX_CHARACTERS, _MAX_WORDS, _MAX_LETTER_WORDS = 600, 45, 150
_SENTENCE_END = re.compile(r"[a-z]{4,}[.!?] [A-Z]")
"""Within a note of two sentences: `Scanned page, text may contain errors. See the original.`"""
_FEWEST = 3
"""Words of a line that the format does not set as a heading, such as a link, from which it may be a title."""
_TELLING = 4
_LONG = 8
"""Words from which a line that ends in a colon may be a title with more below it."""


def names_document(text: str) -> bool:
    """Tell whether a line says what kind of thing a document is, as its title or above it: `Report of …`."""
    return bool(_SAYS_WHAT.match(text) or is_kind_only(text) or _LABELLED.match(text) or _EDITION.fullmatch(text))


def is_kind_only(text: str) -> bool:
    """Tell whether a line says what a document is and nothing of which one: `Meeting minutes`."""
    return _KIND_ONLY.fullmatch(text) is not None


def may_be_title(piece: Piece, body: str = "") -> bool:
    """Tell whether a piece of the cover may be the title; `body` is the name of the organ, which is none."""
    text = clean_prose(piece.text[: 4 * _MAX_CHARACTERS])
    words, letterhead = len(text.split()), bool(_LETTERHEAD.search(text[:60]))
    longest = _MAX_LETTER_WORDS if letterhead else _MAX_WORDS
    if piece.kind in ("row", "item", "footnote") or not 2 <= words <= longest or _NOT_TITLE.fullmatch(text):
        return False
    if (len(text) > _MAX_CHARACTERS and not letterhead) or text[0].islower() or _is_notice(text):
        return False
    if piece.kind == "paragraph" and (_SENTENCE_END.search(text) or (words < _FEWEST and not says_what(text))):
        return False
    if is_of_body(text, body) or (BY_LINE.match(text) and not letterhead) or _LABELLED.match(text):
        return False
    if _SESSION.fullmatch(text) and not _SAYS_WHAT.match(text):
        return False
    if _SESSION_ONLY.fullmatch(text) and words <= 7 and not (piece.cover and piece.kind == "heading" and piece.rank):
        return False
    if text.isupper() and _SAYS_WHAT.match(text):
        text = text.rstrip(".")
    ends = (
        (";", ",") if piece.kind == "heading" or (words >= _LONG and text.endswith(":")) else (";", ",", ".", ":", "!")
    )
    return _is_words(text) and not is_date_line(text) and not text.endswith(ends)


def is_date_line(text: str) -> bool:
    """Tell whether a line is a date and at most a place or a few words that name no document."""
    date, start, end = find_date_at(text)
    rest = f"{text[:start]} {text[end:]}"
    return (
        bool(date)
        and len(text.split()) <= 8
        and not _SAYS_WHAT.match(text)
        and not _ENDS_AS.search(rest.strip(" ,–—-()"))
    )


def strength(piece: Piece) -> float:
    """Weigh how much a line of a cover looks like the title."""
    text = clean_prose(piece.text)
    score = 0.0
    if piece.kind == "heading":
        score += 2.0
    if piece.rank:
        score += max(0.0, 3.0 - piece.rank / 2)
    if _LETTERHEAD.search(text):
        score += 5.0
    elif is_numbered(text):
        score += 4.0
    elif says_what(text):
        score += 2.5
    score -= 3.0 if is_kind_only(text) else 0.0
    words = len(text.split())
    score += 0.5 if words >= 4 else -0.5
    score -= 1.5 if text.endswith(".") else 2.5 if text.endswith(":") else 0.0
    score -= 4.0 if not piece.cover else 0.0
    return score


def is_office(text: str) -> bool:
    """Tell whether a line may be the name of an office of the United Nations, and be a title only above a by-line."""
    return _OFFICE.fullmatch(text) is not None


def says_what(text: str) -> bool:
    """Tell whether a line begins or ends with what a document may be: `Minutes of …`, `Non-disclosure agreement`."""
    return bool(_SAYS_WHAT.match(text) or _ENDS_AS.search(text))


def is_of_body(text: str, body: str) -> bool:
    """Tell whether a line is the name of the organ, or the beginning or a part of it."""
    name, whole = text.lower(), body.lower()
    return bool(body) and (whole.startswith(name) or f", {name}," in f", {whole},")


def is_numbered(text: str) -> bool:
    """Tell whether a line names one document of its kind by its number: `Emergency Directive 19-01`."""
    return _NUMBERED.fullmatch(text) is not None


def is_telling(text: str) -> bool:
    """Tell whether a line tells one document from others, by its words or a number, not only an office or a kind."""
    return is_numbered(text) or (len(text.split()) >= _TELLING and not is_kind_only(text))


def is_site_section(text: str) -> bool:
    """Tell whether a line is the name of a section of a web site."""
    return _SITE_SECTION.fullmatch(text.strip(" :")) is not None


def is_unusable(text: str) -> bool:
    """Tell whether a heading cannot be a title whatever its rank: furniture, a session, a notice, a bare date."""
    date, start, end = find_date_at(text)
    rest = re.findall(r"[^\W\d_]{3,}", _WEEKDAY.sub("", f"{text[:start]} {text[end:]}"))
    bare = (bool(date) and not rest) or _DAY_ALONE.fullmatch(text) is not None
    return bool(bare or _NOT_TITLE.fullmatch(text) or _SESSION.fullmatch(text) or _is_notice(text))


def _is_notice(text: str) -> bool:
    bracketed = text.startswith("(") and text.endswith(")")
    return bool(
        bracketed
        or _STANDING.fullmatch(text)
        or _ADDRESS.fullmatch(text)
        or is_site_section(text)
        or _PART.fullmatch(text)
    )


def _is_words(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters >= 0.6 * len(text.replace(" ", "")) or says_what(text)
