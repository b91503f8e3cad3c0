"""Rewrite a follow-up question with the model, from what the person said and nothing else."""

from collections.abc import Sequence

from assistant.chat.asking import Account, said_by
from assistant.chat.fault import ModelFault
from assistant.chat.model import ChatModel
from assistant.chat.prompt import load_prompt
from assistant.deadline import Deadline, Stop
from assistant.untrusted.clean import as_material_line
from assistant.verification.verify import verify

SHARE = 0.2
"""Part of the time for an answer after which the resolution without a model is used."""
TURNS = 6
"""Earlier questions that the model is shown."""
_LONGEST = 500


def rewritten(
    question: str, history: Sequence[str], model: ChatModel, deadline: Deadline, stop: Stop, account: Account
) -> str:
    """Return the question as one that stands by itself; empty when the model gives none in its share of the time.

    A question that names a number, a date or a name that the person never said is not taken.
    """
    turns = "\n".join(f"- {as_material_line(turn)}" for turn in history[-TURNS:])
    messages = load_prompt("rewrite").fill(turns=turns, question=as_material_line(question))
    try:
        said = said_by(model, messages, deadline.share(SHARE), stop, account)
    except ModelFault:
        return ""
    lines = [line.strip(" \t\"'“”`*-") for line in said.splitlines() if line.strip()]
    if len(lines) != 1 or not any(map(str.isalnum, lines[0])) or len(lines[0]) > _LONGEST:
        return ""
    invented = [problem for problem in verify(lines[0], _said(question, history)) if problem.aspect in _INVENTED]
    return "" if invented else lines[0]


_INVENTED = ("number", "date", "name")


def _said(question: str, history: Sequence[str]) -> str:
    return " ".join(f"{turn.rstrip(' .?!')}." for turn in (*history, question))
