"""Resolve coreference: what a pronoun stands for, and the question with that in the pronoun's place."""

import re

_SUBJECT = re.compile(
    r"\b(?:tell me (?:more )?about|what (?:is|are|was|were)|who (?:is|was|are|were)|what's|who's)\s+"
    r"(?P<subject>(?:(?:an?|the)\s+)?[^?.,]+)",
    re.IGNORECASE,
)
_MOST_WORDS = 7
_NO_NOUN = re.compile(
    r"\b(?:he|she|it|they|them|him|her|hers|his|its|their|this|that|these|those|there|one|ones|is|are|was|were|did|do|does|"
    r"has|have|had|to|for|in|on|by|from|with|at|about|between|if|when|difference\w*|best|most|similar\w*|other|main)\b",
    re.IGNORECASE,
)
"""Words that a plain noun phrase does not hold; with one of them what follows "What is" is more than a name."""
_OWNER = re.compile(
    r"\b(?:its|their|his|her(?=\s+[a-z])(?!\s+(?:to|in|at|on|for|from|with|and|or|as|that)\b))\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:it|they|them|he|she|him|her)\b", re.IGNORECASE)
_BARE = re.compile(
    r"\b(?:this|that|these|those)\b(?=\W*$|\s+(?:be|is|are|was|were|has|have|mean|work|help|affect|change\w*)\b)",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"\b(?:does|did|is|was|will|would)\s+it\s+(?:take|cost|true|possible|necessary|likely|important)\b"
    r"|\bit\s+(?:takes?|took)\b",
    re.IGNORECASE,
)


def subject_of(question: str) -> str:
    """Return the plain noun phrase that a question is about, as it stands there; empty where it is about more."""
    match = _SUBJECT.search(question)
    phrase = match["subject"].strip() if match else ""
    return phrase if 0 < len(phrase.split()) <= _MOST_WORDS and not _NO_NOUN.search(phrase) else ""


def with_antecedent(question: str, phrase: str) -> str:
    """Return the question with a phrase in the place of its first pronoun; unchanged where it has none to replace."""
    if not phrase or _IDLE.search(question):
        return question
    found = [match for pattern in (_OWNER, _PRONOUN, _BARE) if (match := pattern.search(question))]
    if not found:
        return question
    first = min(found, key=lambda match: (match.start(), match.re is not _OWNER))
    owning = first.re is _OWNER
    said = (f"{phrase}'" if phrase.endswith("s") else f"{phrase}'s") if owning else phrase
    said = said[:1].upper() + said[1:] if first.start() == 0 else said
    return question[: first.start()] + said + question[first.end() :]
