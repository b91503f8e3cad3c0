"""The scripts that an evaluation can name: a model that is faithful, and one that is careless."""

import re

from corpus.text.sentences import sentence_spans
from corpus.text.words import tokenize
from evals.scripted.reply import Script, ScriptedReply, ScriptedRequest

_MOST = 2
"""Sentences of an answer."""
_PASSAGES = 6
"""Passages that are looked through; the best come first."""
_FIGURE = re.compile(r"\d+")


def faithful(asked: ScriptedRequest) -> ScriptedReply:
    """Say the sentences that share most words with the question, as they stand, with their source.

    Of the section of a summary, say the sentence that shares most words with each point.
    """
    if asked.task not in ("answer", "section"):
        return _aside(asked)
    return ScriptedReply("\n".join(f'{text} [{name} "{text}"]' for name, text in _chosen(asked)))


def careless(asked: ScriptedRequest) -> ScriptedReply:
    """Say the same with the last number of each sentence one too high, and a sentence without a source."""
    if asked.task not in ("answer", "section"):
        return _aside(asked)
    said = [f'{_one_more(text)} [{name} "{text}"]' for name, text in _chosen(asked)]
    return ScriptedReply("\n".join([*said, "More could be said about this."]))


SCRIPTS: dict[str, Script] = {"faithful": faithful, "careless": careless}


def _aside(asked: ScriptedRequest) -> ScriptedReply:
    """Agree with every claim, and leave a follow-up to the resolution without a model."""
    claims = len(re.findall(r"^\d+\. Statement: ", asked.human, re.MULTILINE))
    return ScriptedReply("\n".join(f"{number} yes" for number in range(1, claims + 1)))


def _chosen(asked: ScriptedRequest) -> list[tuple[str, str]]:
    """Return the id and the words of the sentences chosen, the best first; the earlier passage wins a tie."""
    if asked.task == "section":
        best = [_nearest(line, asked.passages)[:1] for line in asked.draft]
        return list(dict.fromkeys(found for each in best for found in each))
    return _nearest(asked.question, asked.passages[:_PASSAGES])[:_MOST]


def _nearest(words: str, passages: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return ids and sentences, those first that share most words with some others."""
    wanted = {word.stem for word in tokenize(words) if word.is_content}
    found = [
        (-len(wanted & {word.stem for word in tokenize(sentence)}), order, name, sentence)
        for order, (name, text) in enumerate(passages)
        for sentence in _sentences(text)
    ]
    return [(name, sentence) for _, _, name, sentence in sorted(found)]


def _sentences(text: str) -> list[str]:
    sentences = [text[slice(*span)] for span in sentence_spans(text)]
    return [sentence for sentence in sentences if len(sentence.split()) > 3 and '"' not in sentence]


def _one_more(text: str) -> str:
    figures = list(_FIGURE.finditer(text))
    if not figures:
        return text
    start, end = figures[-1].span()
    return f"{text[:start]}{int(text[start:end]) + 1}{text[end:]}"
