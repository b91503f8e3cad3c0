"""Speakers who are named by their office alone: `The Head of Due Diligence of OECD noted …`, then `the speaker`."""

import re

_HOLDERS = (
    "director|chief|chair|chairman|chairwoman|chairperson|head|president|minister|officer|adviser|advisor|manager|founder|"
    "secretary|secretary-general|professor|consultant|representative|ambassador|executive|coordinator|commissioner|"
    "specialist|delegate|deputy|governor|mayor|economist|counsellor|lecturer|judge|spokesperson|envoy|lead|rapporteur|"
    "under-secretary-general|vice-chair|vice-president|co-chair|co-chairs|chairs|observer|moderator|administrator"
)
_HOLDER = re.compile(rf"\b(?:{_HOLDERS})\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:(?:At|In|On|During|Also|Further|Lastly|Finally|Then) [^,]{0,60}, |Lastly, |Finally, )?"
    r"(?P<the>[Tt]he|[Aa]n?) (?P<office>[^;:“”\"?!]{3,220}?)"
    r"(?:, (?:speaking|in|by|through|via) (?:in |by |through |via )?(?:an?|his|her|their) [^,]{3,60})?,?\s*$"
)
_PARTED = re.compile(r" (?:of|for|on|to|from|at|and) |, ")
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|which|that|when|during|including|by|highlights?|held|dedicated)\b"
)
_OF_WHOM = re.compile(r" (?:of|for|to|from|at) (?:the )?[A-ZÀ-Þ]|, [A-ZÀ-Þ]")
_ADVERBS = r"(?:\s+(?:also|further|then|again|strongly|lastly|therefore|in particular))*\s+"
_LONGEST = 30
"""Words of an office with its organisation."""
_GENERIC = "speaker|representative|delegate|observer"


def office_before(sentence: str, verb: int) -> tuple[str, int] | None:
    """Return the office that is the subject of a verb at the beginning of a sentence, and where its words begin.

    It is an office of somebody's: `Chair of the Working Group`, not `Chair`, who is known without.
    """
    match = _SUBJECT.match(sentence[:verb])
    if match is None:
        return None
    office = match["office"].strip(" ,")
    head = _PARTED.split(office, maxsplit=1)[0]
    if not _HOLDER.search(head) or not _OF_WHOM.search(f" {office}") or len(office.split()) > _LONGEST:
        return None
    return None if _FINITE.search(office) else (office, match.start("office"))


def said_again(sentence: str, office: str, verbs: str) -> re.Match[str] | None:
    """Return where a sentence says `the speaker noted`, or the first words of the office; the group `who` is these."""
    names = "|".join(sorted(map(re.escape, _short_names(office)), key=len, reverse=True))
    return re.search(rf"\b[Tt]he (?P<who>{names}|{_GENERIC}){_ADVERBS}{verbs}\b", sentence)


def rest_of(office: str, who: str) -> str:
    """Return what is to be added to a short name so that the office is known: `of OECD` to `Head`, all to `speaker`.

    Nothing is where the short name is the whole.
    """
    return office.removeprefix(who).strip() if office.startswith(who) else office


def _short_names(office: str) -> set[str]:
    """Return how an office may be called when it is named again: `Assistant Director`, `Commissioner`, `Adviser`."""
    head = _PARTED.split(office, maxsplit=1)[0].split()
    names = {" ".join(head), " ".join(head[:2]), head[-1], head[0] if _HOLDER.fullmatch(head[0]) else " ".join(head)}
    return {name for name in names if _HOLDER.search(name) or name[:1].isupper()}
