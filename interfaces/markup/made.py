"""What a chat model had to do with an answer, as markup: what was struck out, what went wrong, what it cost."""

from assistant.answer import Answer
from assistant.writing import StruckSentence, Writing
from interfaces.markup.markup import escape


def struck_markup(struck: StruckSentence) -> str:
    """Return a sentence that is no part of the answer, with the reason."""
    why = escape(struck.reason)
    if not struck.sourced:
        return f'<p class="struck unsupported">{escape(struck.text)} <span class="why">Unsupported: {why}.</span></p>'
    return f'<p class="struck"><del>{escape(struck.text)}</del> <span class="why">Struck out: {why}.</span></p>'


def made_markup(answer: Answer) -> str:
    """Return the notice, the second opinion, and folded away how the answer was made; nothing without a model."""
    writing = answer.writing
    if writing is None:
        return ""
    notice = f'<p class="notice">{escape(writing.notice)}</p>' if writing.notice else ""
    told = "".join(f"<li>{escape(line)}</li>" for line in made_lines(writing))
    details = f'<details class="made"><summary>How this was written</summary><ul>{told}</ul></details>'
    return notice + _opinion_markup(writing) + details


def made_lines(writing: Writing) -> list[str]:
    """Return in a few lines who wrote an answer, what it cost, and by which prompts."""
    tokens = writing.tokens
    about = "about " if tokens.estimated else ""
    lines = [f"{'Written by' if writing.wrote else 'Not written by'} {writing.model}"]
    if tokens.sent or tokens.received:
        lines.append(
            f"{about}{tokens.sent:,} tokens sent, {tokens.received:,} received, {writing.seconds:.1f} s of waiting"
        )
    if writing.tries > 1:
        lines.append(f"asked {writing.tries} times")
    lines.append("prompts: " + ", ".join(f"{name} {digest}" for name, digest in writing.prompts))
    return lines


def opinion_lines(writing: Writing) -> list[str]:
    """Return the second opinion, if one was given: which sentences the other model doubts, by their number."""
    if not writing.opinions:
        return []
    doubted = [opinion for opinion in writing.opinions if not opinion.supported]
    agreed = len(writing.opinions) - len(doubted)
    return [
        f"Second opinion of {writing.judge}: {agreed} of {len(writing.opinions)} sentences are as their words say."
    ] + [
        f"It doubts sentence {opinion.sentence + 1}{f': {opinion.reason}' if opinion.reason else '.'}"
        for opinion in doubted
    ]


def _opinion_markup(writing: Writing) -> str:
    return "".join(f'<p class="opinion">{escape(line)}</p>' for line in opinion_lines(writing))
