"""An answer of the assistant as the sets score it."""

from dataclasses import dataclass

from assistant.answer import Answer


@dataclass(frozen=True, slots=True)
class ScoredReply:
    """What an answer comes to."""

    refused: bool
    short: str
    """The words in which the answer is seen, else the first sentence; empty for a refusal."""
    first: str
    """The first sentence; empty for a refusal."""
    whole: str
    """Every sentence; empty for a refusal."""


def reply_of(answer: Answer) -> ScoredReply:
    """Return the reply of an answer; one without sentences, such as a greeting, counts as a refusal."""
    if answer.refused or not answer.sentences:
        return ScoredReply(True, "", "", "")
    first = answer.sentences[0]
    short = first.text[slice(*first.spans[0])] if first.spans else first.text
    return ScoredReply(False, short, first.text, " ".join(sentence.text for sentence in answer.sentences))
