"""Names of speakers in a sentence, with office and organisation, and the verbs by which they speak."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.language.dates import PRINTED_MONTHS
from assistant.summary.meeting.offices import office_before
from assistant.summary.outline import Outline

_CAP = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
_NICK = r"[“\"(][^\W\d_]+[”\")]"
_NAME = rf"{_CAP}(?:\s+(?:{_NICK}|[A-Z]\.|(?:de|der|van|von|al|bin|el|kyzy|uulu)\b|{_CAP})){{0,3}}"
HONORIFIC = r"(?:H\.\s?E\.\s+)?(?:Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Amb|Ambassador|Sir)\b\.?"
_OFFICE = (
    r"(?:directors?(?:[ -]general)?|chief|chair(?:man|woman|person)?|head|president|ministers?|officer(?:-in-charge)?|"
    r"advis[eo]r|manager|founder|co-founder|secretary(?:-general)?|professor|partner|consultants?|representative|"
    r"ambassador|executive|coordinator|commissioner|specialist|delegate|deputy|assistant|vice|under-secretary-general|"
    r"rapporteur|governor|mayor|economist|counsell?or|senior|member|ceo|lecturer|judge|spokes\w+|special envoy)"
)
_VERB = (
    r"(?:said|says|stated|noted|proposed|suggested|presented|briefed|informed|indicated|denounced|recogni[sz]ed|"
    r"advocated|criticized|identified|condemned|decried|cautioned|reflected on|described|"
    r"welcomed|thanked|expressed|emphasi[sz]ed|highlighted|explained|showcased|elaborated|discussed|praised|invited|"
    r"called|voiced|pointed out|added|introduced|reported|observed|stressed|urged|requested|recalled|announced|"
    r"asked|addressed|delivered|concluded|mentioned|summari[sz]ed|shared|outlined|underlined|underscored|"
    r"reiterated|affirmed|reaffirmed|promised|offered|recommended|commended|appealed|argued|warned|acknowledged|"
    r"agreed|drew attention|reviewed|clarified|replied|responded|demonstrated|spoke|opened|showed|made)"
)
VERB = re.compile(rf"\b{_VERB}\b")
SPEAKS = _VERB
"""The verbs as a pattern to be set within another."""
PROPOSES = re.compile(
    r"\b(?:propos(?:ed|es|ing)|suggest(?:ed|s)|recommend(?:ed|s)|offer(?:ed|s)|invit(?:ed|es)|call(?:ed|s) "
    r"(?:for|on|upon|participants)|urg(?:ed|es)|appeal(?:ed|s)|request(?:ed|s)|asked (?:for|that|others)|"
    r"made (?:several |the following )?proposals)\b"
)
_STANDING = re.compile(
    rf"\b[Tt]he (?P<what>(?:delegate|representative|delegation|observer|permanent representative|minister)s?) "
    rf"(?:of|from|for) (?P<whom>(?:the )?{_CAP}(?: (?:of|and|the|{_CAP}))*)"
)
_BODY = re.compile(
    r"\b(?P<body>(?:The )?(?:(?:[A-Z]{3,}(?: and [A-Z]{3,})* )?[Ss]ecretariats?|Chair(?:man|woman|person)?|"
    r"Executive Secretary|Secretary-General|(?:session )?[Mm]oderator|Delegates|Delegations))\b"
)
_TITLED = re.compile(rf"(?P<honorific>{HONORIFIC})\s+(?P<name>{_NAME})")
_UNTITLED = re.compile(
    rf"(?P<name>{_CAP}(?:\s+(?:{_NICK}|{_CAP})){{1,2}})"
    rf"(?=,\s+(?:the\s+)?(?:[\w-]+\s+){{0,5}}(?i:{_OFFICE})\b| of {_CAP})"
)
_AFTER_OFFICE = re.compile(
    rf"(?P<office>(?i:\b{_OFFICE})(?:\s+(?i:{_OFFICE}|of|the|in|for)|\s+{_CAP})*?,?)\s+"
    rf"(?P<name>{_CAP}\s+{_CAP})(?=\s+{_VERB}|\s*[,:]|\s+of\s)"
)
_OFFICE_WORD = re.compile(rf"\b{_OFFICE}\b|\b(?:Education|Technology|Research|Higher|Green|General)\b", re.IGNORECASE)
_NOT_PERSON = re.compile(
    r"\b(?:[A-Z]{3,}|Alliance|Office|Cent(?:re|er)|Group|Committee|University|Ministry|Government|Association|Company|"
    r"Council|Commission|Network|Programme|Project|Agency|Institute|Organi[sz]ation|Bank|Fund|Department|Division|"
    r"Section|Forum|Workshop|Conference|Session|Agenda|Action|Plan|Goals?|Development|Nations|Republic|Assembly|"
    rf"{PRINTED_MONTHS}|The|In|On|At|It|This|"
    r"These|Following|During|Annex)\b"
)
_JOINS = re.compile(r"(?:,|,? and)\s+$")
_ADVERB = re.compile(r"(?:\b(?:also|further|then|again|strongly) )*$")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being)(?: (?:also|further|then|strongly|\w+ly))?\s+$")
"""What stands before a verb that is done to its subject: `The Chair was requested to …`."""
_LONGEST_ADVERB = 14
_LONGEST_OFFICE = 32
"""Words between a name and its verb that may still be an office."""
_SHORTEST_QUOTATION = 40
"""Characters from which words in quotation marks are speech and no title."""
_LEAD = 60
"""Characters before a name in which only an introduction may stand: `Further to this,`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker in a sentence."""

    name: str
    """As printed, with `Mr.` or `Ms.`; empty where only the office is named."""
    office: str
    """Office and organisation as printed; `delegate from Kyrgyzstan` where that is all."""
    standing: str
    """For whom they speak, as in `the delegate from Kyrgyzstan`: `Kyrgyzstan`; else empty."""
    start: int
    end: int
    """Where name and office end in the sentence."""
    spare: tuple[tuple[int, int], ...] = ()
    """Range of the office in the sentence: what may be left out first."""


def predicates(sentence: str, after: int = 0) -> list[tuple[int, int]]:
    """Return the ranges of what a speaker did: of `A presented B, shared C and called for D` three, from each verb on.

    Only verbs from the character `after` on count. Words such as `further` belong to their verb.
    """
    quoted = quotations(sentence)
    verbs = [v for v in VERB.finditer(sentence, after) if not any(start <= v.start() < end for start, end in quoted)]
    verbs = [v for v in verbs if not _PASSIVE.search(sentence, 0, v.start())]
    verbs = [v for rank, v in enumerate(verbs) if not rank or _JOINS.search(sentence[: v.start()])]
    starts = [v.start() - len(_ADVERB.search(sentence[: v.start()]).group()) for v in verbs]  # type: ignore[union-attr]
    return list(pairwise([*starts, len(sentence)]))


def is_proposing(sentence: str, predicate: tuple[int, int]) -> bool:
    """Tell whether a predicate is that something is proposed, offered or asked for."""
    found = PROPOSES.search(sentence, *predicate)
    return found is not None and found.start() - predicate[0] < _LONGEST_ADVERB


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the ranges in quotation marks that are long enough to be what somebody said."""
    pairs = re.finditer(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)", text)
    return [match.span() for match in pairs if len(match.group()) > _SHORTEST_QUOTATION]


def listed_people(outline: Outline) -> dict[str, str]:
    """Return the people in tables of participants with what stands beside their names."""
    found: dict[str, str] = {}
    for paragraph in outline.paragraphs:
        places = [rank for rank, column in enumerate(paragraph.columns) if re.search(r"\bname", column, re.IGNORECASE)]
        cells = paragraph.text.split("\t")
        if paragraph.kind == "row" and places and places[0] < len(cells):
            name = cells[places[0]].strip()
            if re.fullmatch(_NAME, name) and " " in name:
                found[name] = ", ".join(cell.strip() for rank, cell in enumerate(cells) if rank != places[0])
    return found


def mentions_in(sentence: str, quoted: Sequence[tuple[int, int]], listed: dict[str, str]) -> list[Mention]:
    """Return who speaks in a sentence: those before its verb, or the one right after it.

    `quoted` are the ranges within quotation marks, in which nobody is looked for; `listed` are names that the document
    lists, with the office of each.
    """
    people = sorted(
        (*_people(sentence), *_listed_in(sentence, listed)), key=lambda mention: (mention.start, -mention.end)
    )
    people = [p for rank, p in enumerate(people) if not any(q.start <= p.start < q.end for q in people[:rank])]
    speaking = [p for p in people if not any(start <= p.start < end for start, end in quoted)]
    if by_office := _by_office(sentence, quoted, speaking):
        return [by_office]
    if not speaking:
        return []
    for verb in VERB.finditer(sentence):
        if any(start <= verb.start() < end for start, end in quoted):
            continue
        passive = _PASSIVE.search(sentence, 0, verb.start()) is not None
        before = [person for person in speaking if person.end <= verb.start() and not passive]
        before = _surest(sentence, before)
        if before and _one_subject(sentence, before, verb.start()):
            return [_with_office(sentence, before, rank, verb.start()) for rank in range(len(before))]
        after = next((person for person in speaking if person.start >= verb.end()), None)
        gap = sentence[verb.end() : after.start] if after else ""
        turned = re.search(r"[”\"],?\s*$", sentence[: verb.start()]) and re.fullmatch(r"\s+(?:the\s+)?", gap)
        if after and (turned or gap.strip() == "by"):
            return [_with_office(sentence, [after], 0, _clause_end(sentence, after.end))]
    return []


def _by_office(sentence: str, quoted: Sequence[tuple[int, int]], people: Sequence[Mention]) -> Mention | None:
    """Return who speaks by an office alone, where nobody is named before the first verb."""
    verb = next((v for v in VERB.finditer(sentence) if not any(a <= v.start() < b for a, b in quoted)), None)
    if verb is None or _PASSIVE.search(sentence, 0, verb.start()):
        return None
    if any(person.end <= verb.start() and _is_sure(sentence, person) for person in people):
        return None
    subject = _ADVERB.search(sentence, 0, verb.start())
    found = office_before(sentence, subject.start() if subject else verb.start())
    if found is None:
        return None
    office, start = found
    return Mention("", office, "", start, start + len(office))


def _is_sure(sentence: str, person: Mention) -> bool:
    """Tell whether a mention is of a person and not of an organisation's last words: `the Center for Asli Concerns`."""
    titled = bool(person.standing or re.match(HONORIFIC, person.name))
    return titled or (bool(person.name) and sentence[: sentence.find(person.name)].endswith(", "))


def _surest(sentence: str, people: Sequence[Mention]) -> list[Mention]:
    """Leave out what only looks like a name where somebody is named with `Mr.`, `Ms.` or for whom they speak."""
    sure = [p for p in people if p.standing or re.match(HONORIFIC, p.name)]
    return [p for p in people if p in sure or sentence[: p.start].endswith(" and ")] if sure else list(people)


def _listed_in(sentence: str, listed: dict[str, str]) -> Iterator[Mention]:
    for name in listed:
        at = sentence.find(name)
        if at >= 0 and re.match(rf"\s+{_VERB}\b|[,:]| of ", sentence[at + len(name) :]):
            yield Mention(name, listed[name], "", at, at + len(name))


def _people(sentence: str) -> Iterator[Mention]:
    standings = list(_STANDING.finditer(sentence))
    for match in standings:
        whom = re.sub(r"\s(?:of|and|the)$", "", match["whom"])
        end = match.start("whom") + len(whom)
        named = re.compile(rf",\s+(?P<whole>(?:{HONORIFIC}\s+)?{_NAME})").match(sentence, end)
        what = f"{match['what']} {sentence[match.end('what') + 1 : end]}"
        if named:
            yield Mention(named["whole"], what, whom, match.start(), named.end())
        else:
            yield Mention("", what, whom, match.start(), end)
    for match in _TITLED.finditer(sentence):
        yield Mention(match.group(), "", "", *match.span())
    for pattern in (_UNTITLED, _AFTER_OFFICE):
        for match in pattern.finditer(sentence):
            if not _NOT_PERSON.search(match["name"]) and not _OFFICE_WORD.search(match["name"]):
                office = match.groupdict().get("office", "").strip(" ,")
                yield Mention(
                    match["name"], office, "", match.start("name") if not office else match.start(), match.end()
                )
    for match in _BODY.finditer(sentence):
        if match.start() < _LEAD and (match.start() == 0 or sentence[: match.start()].rstrip().endswith((",", "and"))):
            yield Mention("", match["body"].removeprefix("The ").strip(), "", *match.span())


def _one_subject(sentence: str, people: Sequence[Mention], verb: int) -> bool:
    """Tell whether the people before a verb are its subject and not named on the way to it."""
    lead = sentence[: people[0].start]
    if len(lead) > _LEAD or (lead.strip() and not re.search(r"(?:,|\b(?:This|then|and))\s*$", lead)):
        return re.fullmatch(r"(?:[\w’'-]+\s+){0,6}(?:[\w’'-]+)\s+", lead) is not None and people[0].name != ""
    return len(sentence[people[-1].end : verb].split()) <= _LONGEST_OFFICE


def _with_office(sentence: str, people: Sequence[Mention], rank: int, until: int) -> Mention:
    """Return a mention with the office that stands between it and the next name, or the verb."""
    person = people[rank]
    if not person.name and not person.standing:
        return person
    end = people[rank + 1].start if rank + 1 < len(people) else until
    between = sentence[person.end : end]
    office = re.sub(r"(?:^[\s,]+|[\s,]+and\s*$|[\s,]+$)", "", between)
    office = re.sub(r"[\s,]*\band$", "", re.sub(r"^of\s+", "", office))
    office = re.sub(r",?\s+(?:also|further|then|in (?:his|her|its) turn|in turn|who|both)$", "", office)
    if len(office.split()) > _LONGEST_OFFICE or re.search(r"[:;!?]|\b(?:was|were|is|are|has)\b", office):
        return person
    begin = sentence.find(office, person.end) if office else -1
    spare = ((begin, begin + len(office)),) if office and between.lstrip().startswith(",") else ()
    whole = office if not person.office else f"{person.office}; {office}" if office else person.office
    return Mention(person.name, whole, person.standing, person.start, end, spare)


def _clause_end(sentence: str, start: int) -> int:
    """Return where an office after a verb ends: before `, in her address`, or at the end."""
    verb = VERB.search(sentence, start)
    match = re.compile(r",?\s+(?:in|on|at|during|with) (?:his|her|the|an?) \w+|[.;]\s|\.$|[“\"]").search(
        sentence, start
    )
    return min(match.start() if match else len(sentence), verb.start() if verb else len(sentence))
