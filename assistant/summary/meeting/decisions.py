"""What a document says was decided, recommended or asked for, each with its number."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.summary.meeting.resolution import binds, operative_of
from assistant.summary.outline import Outline, Unit

_HEADING = re.compile(
    r"\b(?:decisions?|recommendations?|resolutions?|conclusions|outcomes? of the session|who has to act)\b", re.I
)
_ABOUT = re.compile(r"\b(?:adoption|implementation|follow-up|review|submission) (?:of|to)\b", re.IGNORECASE)
_DECIDING = (
    r"(?:decide[sd]?|adopt(?:s|ed)|agree[sd]?|endorse[sd]?|approve[sd]?|recommend(?:s|ed)|resolve[sd]?|request(?:s|ed)|"
    r"call(?:s|ed) (?:on|upon)|urge[sd]?|encourage[sd]?|invite[sd]?|welcome[sd]|note[sd]|took note|takes note|"
    r"elect(?:s|ed)|acknowledge[sd]?|commend(?:s|ed)|expresse[sd]|reaffirm(?:s|ed)|commit(?:s|ted)|reviewed|thanked|"
    r"underline[sd]?|underscore[sd]|emphasi[sz]e[sd]|concluded|established|proposed)"
)
_FIRM = re.compile(
    r"\b(?:decide[sd]?|adopt(?:s|ed)|agreed (?:to|that|on)|endorse[sd]?|approve[sd]?|recommend(?:s|ed)|resolve[sd]?|"
    r"elected|called (?:on|upon)|requested|authori[sz]ed|mandated|invited to|took note|committed to|its support for)\b"
)
_BODY = (
    r"(?:(?:The|In [^,]{3,60}, the|At [^,]{3,60}, the) )?(?:SPECA |joint |ad hoc )?"
    r"(?:Working (?:Group|Party)|WG(?: on \w+)?|"
    r"Commission|Committee|Council|Conference|Assembly|Board|Meeting|Session|Forum|Panel|Bureau|Group|group|workshop|"
    r"meeting|session|participating States|Member States|Delegates|Delegations|Parties)"
)
_BODY_DECIDES = re.compile(
    rf"^(?:[^.;:]{{0,60}}?\b)?{_BODY}\b(?:[^.;:]{{0,90}}?)\b(?:also |further |particularly )?{_DECIDING}\b"
)
_SUBJECT = re.compile(rf"^(?P<who>The [A-Z][^.;:,]{{0,110}}?)(?= (?:also |further |particularly )?{_DECIDING}\b)")
_THANKS = re.compile(
    r"\b(?:thanked|gratitude|appreciation to)\b.*"
    r"\bfor (?:the |their |its )?(?:effective|effort|excellent|support|warm|hosp|chair|organi)"
)
_OPERATIVE = re.compile(
    r"^(?:(?:Also|Further|Strongly) )?(?i:Decides|Requests|Reaffirms|Calls upon|Urges|Notes|Welcomes|Recommends|"
    r"Encourages|"
    r"Invites|Takes note|Expresses|Approves|Adopts|Endorses|Reiterates|Stresses|Emphasizes|Recalls|Commends|Authorizes|"
    r"Resolves|Acknowledges|Recognizes|Looks forward)\b"
)
_CITED = re.compile(
    r"\b(?P<what>[Dd]ecision|[Rr]ecommendation|[Rr]esolution) (?P<number>\d[\w./-]*\d|\d+)(?:\s\((?:19|20)\d\d\))?"
)
_IN_BRACKETS = re.compile(rf"\({_CITED.pattern}\)")
_PASSIVE = re.compile(
    r"\b(?:It was|were|was) (?:also )?(?:decided|agreed|adopted|approved|recommended|endorsed)\b|"
    r"\b(?:was|were) (?:also |further )?(?:requested|invited|authori[sz]ed|mandated|encouraged|urged|called upon) to\b"
)


@dataclass(frozen=True)
class Decision:
    """One decision, recommendation or request."""

    number: str
    """As printed: `7`, `76/3`; empty where none is."""
    unit: Unit
    """The sentence that decides."""
    rest: tuple[Unit, ...] = ()
    """Further sentences of the same paragraph."""
    body: str = ""
    """Of an operative paragraph of a resolution, the body whose verb it begins with."""
    firm: bool = True
    """Whether something is decided, adopted, agreed, recommended or requested, rather than noted or welcomed."""

    @property
    def subject(self) -> str:
        """Return who decides, in the words before the verb; empty where that is not clear."""
        match = _SUBJECT.match(self.unit.text)
        return self.body or (match["who"] if match else "")

    @property
    def weight(self) -> float:
        """Return how much room it deserves beside the others."""
        if _THANKS.search(self.unit.text[:170]):
            return 0.55
        return 1.25 if self.firm else 1.0


def decisions_of(outline: Outline) -> list[Decision]:
    """Return the decisions in reading order.

    Where numbered paragraphs stand under a heading that names decisions, these are they; beside them, and everywhere
    where there is no such heading, the sentences in which a body decides.
    """
    listed = list(_listed(outline))
    inside = {decision.unit.paragraph.position for decision in listed}
    spoken = [decision for decision in _stated(outline) if decision.unit.paragraph.position not in inside]
    if listed:
        firm_numbers = [decision for decision in spoken if decision.number]
        spoken = firm_numbers if len(listed) > 2 else spoken
    return sorted([*listed, *spoken], key=lambda decision: decision.unit.key)


def _listed(outline: Outline) -> Iterator[Decision]:
    """Yield the numbered paragraphs under headings that name decisions; operative paragraphs of a resolution too."""
    resolving = operative_of(outline)
    titled = bool(
        re.search(r"\bdecisions?\b.*\b(?:brief|session|group|committee)", outline.document.metadata.title, re.I)
    )
    for section in outline.sections:
        headings = [section.heading, *(p.section[-1] for p in section.paragraphs[:1] if p.section)]
        under = any(_HEADING.search(h) and not _ABOUT.search(h) for h in headings) or titled
        for position in dict.fromkeys(unit.paragraph.position for unit in section.units):
            units = [unit for unit in section.units if unit.paragraph.position == position]
            first = units[0]
            paragraph = first.paragraph
            if paragraph.kind == "row" or first.words < 4:
                continue
            own = re.fullmatch(r"(?:.*, )?(\d+)", paragraph.label)
            operative = _OPERATIVE.match(first.text)
            if body := resolving.get(position, ""):
                yield Decision(paragraph.label, first, tuple(units[1:]), body, binds(first.text))
            elif (under and own) or (operative and (paragraph.label or under)):
                number = own[1] if own else paragraph.label
                yield Decision(number, first, tuple(units[1:]), firm=bool(_FIRM.search(paragraph.text)))


def _stated(outline: Outline) -> Iterator[Decision]:
    for unit in (unit for section in outline.body for unit in section.units):
        if unit.paragraph.kind == "row" or unit.words < 5 or unit.text[0] in '“"':
            continue
        cited = _IN_BRACKETS.search(unit.paragraph.text) or _CITED.match(unit.text[3:])
        deciding = _BODY_DECIDES.match(unit.text) or _PASSIVE.search(unit.text)
        if deciding and _FIRM.search(unit.text):
            yield Decision(cited["number"] if cited else "", unit)
        elif (
            cited
            and cited["what"][0] in "DRdr"
            and (_FIRM.search(unit.text) or re.search(rf"\b{_DECIDING}\b", unit.text))
        ):
            yield Decision(cited["number"], unit, firm=bool(_FIRM.search(unit.text)))


def common_subject(decisions: Sequence[Decision]) -> str:
    """Return who decides nearly everything; empty where there is no such body."""
    bodies = {decision.body for decision in decisions}
    if len(bodies) == 1 and bodies != {""}:
        return bodies.pop()
    subjects = Counter(decision.subject for decision in decisions if decision.subject)
    subject, count = subjects.most_common(1)[0] if subjects else ("", 0)
    return subject if count > 2 and 2 * count > len(decisions) else ""


def without_subject(text: str, subject: str) -> str:
    """Return a decision from its verb on, where it begins with the body or spells it out: `… (WG on ITSD) noted`."""
    if not subject:
        return text
    match = _SUBJECT.match(text)
    if match is None:
        return text
    spelt_out = f"({subject.split()[-1]}" in match["who"]
    return text[match.end() :].lstrip() if match["who"] == subject or spelt_out else text
