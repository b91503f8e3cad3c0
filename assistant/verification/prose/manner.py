"""Check the style of a sentence: no markup, no links that were not asked for, no orders to the reader."""

import re

from assistant.verification.problem import Problem

_MARKUP = re.compile(
    r"!?\[[^\]\n]*\]\s*\(|<\s*/?\s*[a-z!][^>\n]*>|\bjavascript:|\bdata:[a-z]+/|\{\{|\{%|\$\{|\{\s*[\"'“]", re.I
)
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]")
_IN_PERSON = re.compile(r"\b(?:you|your|I|me|my|we|us|our|one)\b", re.IGNORECASE)
"""Words of a question to which a document that speaks to its reader may answer."""
_WRITER = re.compile(r"(?<![\w.])I(?= (?:am|have|had|was|would|should|wish|write|refer|request|note|urge|thank)\b)")
_SELF = re.compile(r"(?<![\w.])(?:I['’](?:m|ve|ll|d)|I(?![.)\w-])|[Mm]y(?:self)?|me)\b(?!-)")
"""Words by which a writer speaks of himself; an initial is none."""
_ADDRESS = re.compile(
    r"\b(?:https?://|ftp://|www\.|mailto:)[^\s\"'”’)>\]]+|\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b|\b(?:[\w-]+\.)+[a-z]{2,}/[\w?&=%./-]*",
    re.IGNORECASE,
)
_ASKS_FOR_ADDRESS = re.compile(
    r"\b(?:web|website|webpage|site|page|portal|platform|link|url|online|address|e-?mail|mail|contact|where|register|"
    r"download|write to|find)\b",
    re.IGNORECASE,
)
_COMMAND = re.compile(
    r"(?:please\s+)?(?P<verb>send|visit|click|call|contact|pay|confirm|download|install|open|log in|sign in|subscribe|"
    r"register|enter|submit|buy|order|transfer|scan|fill|run|execute|forward|donate|enable|disable|delete|paste|copy)\b",
    re.IGNORECASE,
)
_FEWEST = 3
"""Words of a sentence: of fewer there is nothing to check."""
_FRESH = 0.4
"""Share of the words of a sentence that must be different ones."""


def manner_problem(sentence: str, source: str, question: str | None = None) -> Problem | None:
    """Return why the way a sentence speaks is not that of an answer, None when it is.

    With a question, addresses are let stand only where it asks for one, for a document can hold a link that is a trap,
    and what speaks to its reader only where the question speaks in person: that is how a document tells what to say.
    """
    told = _told(sentence, source, question)
    return Problem("manner", sentence, told=told) if told else None


def _told(sentence: str, source: str, question: str | None) -> str:
    if _MARKUP.search(sentence):
        return "it holds markup"
    if len(sentence.split()) < _FEWEST:
        return "it is too short to be checked"
    words = re.findall(r"\w+", sentence.lower())
    if len(set(words)) < len(words) * _FRESH:
        return "it says the same words over and over"
    addresses = [address.lower().rstrip(".,;") for address in _ADDRESS.findall(sentence)]
    if any(address not in source.lower() for address in addresses):
        return "it holds an address that is not in the cited words"
    if addresses and question is not None and not _ASKS_FOR_ADDRESS.search(question):
        return "it holds an address that was not asked for"
    if not set(map(str.lower, _SELF.findall(sentence))) <= set(map(str.lower, _SELF.findall(source))):
        return "it speaks for the one who writes, not for the documents"
    if question is not None and _speaks_to_its_reader(source) and not _IN_PERSON.search(question):
        return "the words it cites speak to their reader"
    command = _COMMAND.match(sentence)
    if command and not re.search(rf"(?:^|[.!?:;\n]\s*|\bto ){command['verb']}\b", source, re.IGNORECASE):
        return "it tells the reader to do something"
    return ""


def _speaks_to_its_reader(source: str) -> bool:
    """Tell whether a text says `you` to no one it names: a letter, in which somebody writes `I`, says it to another."""
    said = _QUOTED.sub("", source)
    return bool(_YOU.search(said)) and not _WRITER.search(said)
