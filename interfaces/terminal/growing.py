"""An answer in the terminal while a chat model still writes it: a line for each sentence, once it is checked."""

from collections.abc import Iterator

from assistant.answer import Answer
from interfaces.terminal.answer_text import answer_text, rest_text, sentence_text
from interfaces.terminal.terminal import put, waiting


def put_as_it_grows(answers: Iterator[Answer]) -> None:
    """Print the sentences as they come, then the sources and what was struck out.

    Where nothing of a model was shown, the last answer is printed whole: the documents' own words, or a refusal.
    """
    shown, last = 0, None
    while True:
        with waiting("Writing…" if shown else "Reading…"):
            answer = next(answers, None)
        if answer is None:
            break
        if answer.writing is not None and answer.writing.wrote and not answer.refused:
            for sentence in answer.sentences[shown:]:
                put(sentence_text(sentence))
            shown = max(shown, len(answer.sentences))
        last = answer
    if last is not None:
        put(rest_text(last) if shown else answer_text(last))
