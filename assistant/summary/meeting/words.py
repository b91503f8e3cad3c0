"""How a document words what it says of the meeting it reports: that, where and by whom it was held, and who came."""

import re

_MEETING = r"(?:session|meeting|workshop|conference|forum|event|seminar|consultation|dialogue)"
HELD = re.compile(
    rf"\b{_MEETING}\b.*?\b(?:was|were)\b.*?\b(?:held|convened|organi[sz]ed|hosted|opened|chaired)\b|"
    rf"\b(?:held|convened|organi[sz]ed|hosted)\b.{{0,80}}\b{_MEETING}\b|\b{_MEETING}\b.*\btook place\b|"
    rf"\bmet (?:in|on|at|online|from)\b|\bheld (?:its|an?|the)\b.{{0,60}}\b{_MEETING}\b",
    re.IGNORECASE,
)
WAS_HELD = re.compile(
    rf"\b{_MEETING}\b[^;]{{0,160}}?\b(?:was|were) (?:\w+ ){{0,2}}(?:held|convened|organi[sz]ed|hosted)\b|"
    r"\bheld its (?:[\w-]+ ){0,4}(?:session|meeting)\b",
    re.IGNORECASE,
)
HELD_ON = re.compile(rf"\b{_MEETING}\b[^;]{{0,160}}?, (?:held|convened|organi[sz]ed|hosted)\b", re.IGNORECASE)
ORGANS = re.compile(
    r"(?:General Assembly|(?:Economic and Social|Human Rights|Security|Governing) Council|Executive Board|"
    r"Trade and Development Board)",
    re.IGNORECASE,
)
"""Bodies to which others report: what a cover says of their sessions is not of the meeting that is reported."""
FORM = re.compile(
    r"\b(?:in an? )?(?:hybrid|virtual|online|in[- ]person)(?: (?:format|form|meeting|session|event|mode|communication "
    r"meeting))?\b(?: \([^()]{3,80}\))?|"
    r"\b(?<!\()(?:by|via|through|over) (?:video ?conferenc\w+|Zoom|Teams|Webex)\b(?! link)|"
    r"\bat the [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?: Hotel| Cent(?:re|er)| Hall| Palace| University)\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:held|met|convened|took place|organi[sz]ed|hosted)\b[^.;]*?\b(?:in|at)\s"
    r"(?P<place>(?:the )?[A-Z][^\s,.;()]+(?: [A-Z][^\s,.;()]+)*(?:, [A-Z][^\s,.;()]+)?)"
)
_NAME = r"[^\s,;.()][^;]*?"
_STOP = r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)\.(?=\s|$)"
_END = (
    rf"(?=\s*(?:\((?![A-Z]{{2,}}\))|;|{_STOP}|$|,? in (?:an? )?(?:hybrid|virtual|online|[A-Z])|,? on \d|,? and chaired|"
    r",? with |, under |,? from \d|,? at the |, (?:who|which) ))"
)
BY = re.compile(rf"\b(?:organi[sz]ed|hosted|convened|co-?organi[sz]ed)(?: jointly)? by (?P<who>{_NAME}){_END}")
HELD_JOINTLY = re.compile(
    r"(?:^|, )(?P<who>(?!(?:On|In|At|From|During) )(?:[^,]+, )*[^,]+ and [^,]+?) "
    r"(?:jointly|together) (?:held|organi[sz]ed|convened)\b"
)
TOGETHER = re.compile(r"^(?P<who>The .{3,80}?) organi[sz]ed the \w+ together\b")
CHAIRED = re.compile(
    rf"\bchaired by (?P<who>{_NAME}){_END}|\bunder the chair(?:man)?ship of (?P<who2>{_NAME}){_END}|"
    r"\belected (?P<who3>.{4,220}?) (?:as )?(?:the )?Chair\b|[Cc]hair(?:person|man)?: (?P<who4>[^,;)]+)|"
    r"(?P<who5>[^.;]{4,120}?)(?:, who| also)? (?:chaired|presided over) the (?:session|meeting)\b|"
    r"\bwith (?P<who7>[^,;.]{4,120}?) in the chair\b|\bwas elected (?:as )?(?P<who6>[Cc]hair)\b|"
    r"\bin the (?P<who8>chair)\b"
)
CAME = re.compile(
    r"\b(?:[Dd]elegations?|[Rr]epresentatives|[Pp]articipants|[Oo]bservers|[Mm]embers|[Ee]xperts|[Pp]eople|"
    r"[Mm]ember States|"
    r"[Cc]ountries)\b.*?\b(?:participated|attended|were (?:present|represented)|took part|sent delegations|joined)\b|"
    r"\b(?:was|were) attended by\b|\battended the (?:session|meeting|event|workshop|conference)\b|"
    r"\bwere represented\b|\bsent (?:delegations|representatives)\b|"
    r"\b(?:gathered|brought together|drew|attracted)\b.{0,60}\b(?:participants|people|delegates|representatives)\b",
)
ATTENDED = re.compile(
    rf"\b(?:was|were) attended by\b|\battended the {_MEETING}|\b{_MEETING} (?:gathered|brought together|drew)\b|"
    rf"\b(?:participated|took part) in the {_MEETING}",
    re.IGNORECASE,
)
ATTENDANCE = re.compile(r"\b(?:attendance|participa\w+|membership|composition)\b", re.IGNORECASE)
NEXT = re.compile(
    r"\b(?:next|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|\w+(?:teenth|tieth|first|second|third))"
    r"\s+(?:\w+ ){0,2}"
    rf"(?:{_MEETING})\b.*\b(?:will|would|shall|be held|to be|hold|host|hosted|take place|around|in \d{{4}})\b|"
    rf"\bagreed to (?:hold|meet)\b.*\b(?:{_MEETING}|again|next)\b|\bto meet (?:again|next)\b|\bmeet next in\b",
    re.IGNORECASE,
)
NEXT_HEADING = re.compile(
    r"\bnext (?:session|meeting)|future (?:session|meeting)s?\b|date(?:s)? and (?:venue|place)", re.IGNORECASE
)
HELD_AT = re.compile(rf"\b{_MEETING}\b.*\bheld (?:in|at|on|from|online)\b", re.IGNORECASE)
PLACED = re.compile(rf"^[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*, \d|\b{_MEETING}\b", re.IGNORECASE)
GRATITUDE = re.compile(r"\b(?:gratitude|grateful|appreciation|thank(?:s|ed|ing)?)\b", re.IGNORECASE)


def is_next_heading(heading: str) -> bool:
    """Tell whether a heading announces the next session."""
    return NEXT_HEADING.search(heading) is not None
