"""Detect whether a question needs the turns before it to be understood."""

import re

from corpus.text.words import STOP_WORDS, tokenize

OPENS_BACK = re.compile(r"^\W*(?:and|but|so|or|also|what about|how about|since when)\b", re.IGNORECASE)
_ASKS_FOR_MORE = re.compile(r"^\W*(?:what|who|where|anything|anyone) else\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:he|she|him|his|her|hers|they|them|their|theirs)\b", re.IGNORECASE)
_ONE_PERSON = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
_THING = re.compile(
    r"\b(?:it|its|this|these|those|that|there|the same|the former|the latter|ones|"
    r"(?:which|that|this|other|first|last|another|the) one)\b|\bthen\W*$",
    re.IGNORECASE,
)
# Words that look as if they pointed back and do not.
_POINTS_NOWHERE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|be|been|will|would|can|could)\s+there\b(?!\W*$)"
    r"|\bthere\s+(?:is|are|was|were|has|have|had|will|would|be|been)\b"
    r"|\b(?:is|was|be)\s+it\s+(?:true|possible|necessary|likely|important|better|clear|known|said)\b"
    r"|\bit\s+(?:takes?|took|is\s+(?:true|possible|necessary|likely|important|said))\b"
    r"|\b(?:does|did|will|would)\s+it\s+(?:take|cost)\s+(?:to|for)\b"
    r"|\b(?:this|that)\s+(?:year|month|week|century|report|document)\b"
    r"|\b(?:those|that)\s+(?:who|which|of|in|from|with)\b"
    r"|\b(?:so|such|say|says|said|state|states|stated|know|known|ensure|mean|means|given|all|think|believe|show|shows)\s+that\b"
    r"|\b(?:any|some|every|no)(?:thing|one|body)(?:\s+\w+)?\s+that\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?P<before>[\w’'-]+)\s+that(?=\s+\w)", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:and|or|when|if|after|before|while|because|where)\b.*\b(?:its|it|their|they|them|his|her|he|she)\b"
)
_NAMES_IT = re.compile(
    r"\b(?:is|are|was|were|about|define|mean\w*)\s+(?:an?\s+)?[“\"']?(?P<subject>[\w’'-]+)[”\"']?\W*(?:from\W*|mean\W*)?$",
    re.IGNORECASE,
)
_BARE_SUBJECT = re.compile(r"\bthe\s+(?:[\w’'-]+\s+)?(?P<noun>[a-z][\w’'-]+)\W*$")


def needs_context(question: str) -> bool:
    """Tell whether a question refers to something said before it, so that it cannot be searched for alone.

    It does when it opens as one that goes on, holds a pronoun whose noun it does not give itself, or says too little
    to be searched for.
    """
    if OPENS_BACK.match(question):
        return True
    if _ASKS_FOR_MORE.match(question) and not _has_name(question):
        return True
    return points_at_person(question) or points_at_thing(question) or _says_little(question)


def points_at_person(question: str) -> bool:
    """Tell whether a question holds `he`, `her` or `they` and no name before it."""
    match = _PERSON.search(question)
    return match is not None and not _has_name(question[: match.start()]) and not _gives_noun_itself(question)


def points_at_one_person(question: str) -> bool:
    """Tell whether a question points at somebody with `he` or `she`, whom a name alone can be."""
    return points_at_person(question) and _ONE_PERSON.search(question) is not None


def points_at_thing(question: str) -> bool:
    """Tell whether a question holds `it`, `this` or `there` for something it does not give itself."""
    bare = _RELATIVE.sub(lambda match: match["before"] if _is_content(match["before"]) else match.group(), question)
    return _THING.search(_POINTS_NOWHERE.sub(" ", bare)) is not None and not _gives_noun_itself(question)


def _gives_noun_itself(question: str) -> bool:
    """Tell whether the noun of a pronoun stands before it in another clause: "What is salt and where is it mined?\""""
    match = _WITHIN.search(question)
    if match is None:
        return False
    before = question[: match.start()]
    return _PERSON.search(before) is None and _THING.search(before) is None and _content(before) > 0


def _says_little(question: str) -> bool:
    """Tell whether a question has hardly a content word, or names its subject only as "the side effects"."""
    content = _content(question)
    if not content:
        return True
    if _has_name(question):
        return False
    if content == 1:
        return _NAMES_IT.search(question) is None
    return content <= 2 and _BARE_SUBJECT.search(question) is not None


def _content(text: str) -> int:
    return sum(word.is_content for word in tokenize(text))


def _is_content(word: str) -> bool:
    return word.lower() not in STOP_WORDS


def _has_name(text: str) -> bool:
    """Tell whether a word that does not begin the text has a capital, or a word is a number."""
    words = tokenize(text)
    return any(
        word.is_numeric or (word.surface[0].isupper() and word.is_content and (rank > 0 or word.surface[1:].isupper()))
        for rank, word in enumerate(words)
    )
