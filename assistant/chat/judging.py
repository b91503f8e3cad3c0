"""A second opinion: a model is asked whether each sentence of an answer is what its words say. It changes nothing."""

import re
from collections.abc import Sequence

from assistant.answer import Citation, Sentence
from assistant.chat.asking import Account, said_by
from assistant.chat.model import ChatModel
from assistant.chat.prompt import load_prompt
from assistant.deadline import Deadline, Stop
from assistant.untrusted.clean import as_material_line
from assistant.writing import Opinion

_LINE = re.compile(r"^\W*(?P<number>\d{1,3})\W+(?P<said>yes|no)\b[\s:.,;–-]*(?P<reason>.*)$", re.IGNORECASE)
_LONGEST_REASON = 200


def opinions(
    sentences: Sequence[Sentence],
    citations: Sequence[Citation],
    judge: ChatModel,
    deadline: Deadline,
    stop: Stop,
    account: Account,
) -> tuple[Opinion, ...]:
    """Return what a model thinks of each sentence it says anything of; raise `ModelFault` when it does not answer."""
    quotes = {citation.marker: citation.quote for citation in citations}
    claims = "\n".join(
        f"{number}. Statement: {as_material_line(sentence.text)}\n   Words: "
        + " … ".join(as_material_line(quotes[marker]) for marker in sentence.citations)
        for number, sentence in enumerate(sentences, start=1)
    )
    account.tries += 1
    said = said_by(judge, load_prompt("judge").fill(claims=claims), deadline, stop, account)
    found: dict[int, Opinion] = {}
    for match in filter(None, map(_LINE.match, said.splitlines())):
        rank = int(match["number"]) - 1
        if 0 <= rank < len(sentences) and rank not in found:
            supported = match["said"].lower() == "yes"
            reason = "" if supported else " ".join(match["reason"].split())[:_LONGEST_REASON]
            found[rank] = Opinion(rank, supported, reason)
    return tuple(found[rank] for rank in sorted(found))
