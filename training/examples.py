"""Training pairs of a question and a window of text, from public question-answering sets.

An example is answerable, with the characters of its answer, or it is not. Sets in which every question is answerable
give unanswerable ones too: the question beside the window of the same source that shares most of its words and does
not hold its answer, and the question with a name or a number in it exchanged for one that the window does not share.
"""

import json
import random
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

WINDOW_WORDS = 100
_UNSEEN_SHARE = 25
"""One group of sources in this many is held out."""
_NAME = re.compile(r"(?<=\S )(?:[A-Z][a-zé]{2,}(?: (?:of )?[A-Z][a-zé]{2,})*)")
_FIGURE = re.compile(r"\b(?:1[5-9]\d\d|20\d\d|\d+(?:\.\d+)?|first|second|third|fourth|fifth|sixth)\b")


@dataclass(frozen=True, slots=True)
class Example:
    """A question beside a window of text."""

    question: str
    window: str
    start: int
    """First character of the answer in `window`, -1 where it holds none."""
    end: int
    source: str
    """Name of the set."""
    group: str
    """The article, site or page it is of; a group is trained on or held out as a whole."""

    @property
    def answerable(self) -> bool:
        """Tell whether the window holds the answer."""
        return self.start >= 0


@dataclass(frozen=True, slots=True)
class QuestionInContext:
    """A question with its whole context, before a window is cut."""

    question: str
    title: str
    context: str
    start: int
    """First character of the answer in `context`; -1 where there is none, -2 where the set is wrong about it."""
    end: int
    group: str


def load_examples(folder: Path, seed: int, most: dict[str, int]) -> list[Example]:
    """Return the examples of every set in `folder`, in a fixed order for a seed.

    `most` limits how many questions are taken of a set. Raises `FileNotFoundError` for a set that is absent.
    """
    examples: list[Example] = []
    for name in _SETS:
        rng = random.Random(f"{seed} {name}")  # noqa: S311 - a sample, not a secret
        asked = asked_of(name, folder)
        if len(asked) > most.get(name, len(asked)):
            asked = rng.sample(asked, most[name])
        examples += _with_negatives(name, asked, rng)
    return examples


def asked_of(name: str, folder: Path) -> list[QuestionInContext]:
    """Return the questions of a set, each with its whole context."""
    file, read = _SETS[name]
    return list(read(json.loads((folder / file).read_text()) if file.endswith("json") else _lines(folder / file)))


def held_out(example: Example) -> bool:
    """Tell whether an example is kept for measuring."""
    return is_held_out(example.source, example.group)


def is_held_out(name: str, group: str) -> bool:
    """Tell whether a source is kept for measuring, and never trained on."""
    return zlib.crc32(f"{name} {group}".encode()) % _UNSEEN_SHARE == 0


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text().splitlines() if line.strip()]


def _squad(records: dict[str, Any]) -> Iterator[QuestionInContext]:
    for number, article in enumerate(records["data"]):
        many = len(records["data"]) > 1
        for paragraph in article["paragraphs"]:
            context = paragraph["context"]
            group = article.get("title", str(number)) if many else context[:60]
            for asked in paragraph["qas"]:
                title = article.get("title", "").replace("_", " ") if many else ""
                title = "" if title[-1:].isdigit() else title
                start, end = _first_answer(asked, context)
                yield QuestionInContext(asked["question"], title, context, start, end, group)


def _first_answer(asked: dict[str, Any], context: str) -> tuple[int, int]:
    """Return the characters of the shortest answer, which annotators agree on most; (-1, -1) when there is none."""
    found = [answer for answer in asked["answers"] if answer["text"].strip()]
    if asked.get("is_impossible") or not found:
        return -1, -1
    answer = min(found, key=lambda answer: len(answer["text"]))
    start = answer["answer_start"]
    stripped = answer["text"].strip()
    start += answer["text"].index(stripped)
    return (start, start + len(stripped)) if context[start : start + len(stripped)] == stripped else (-2, -2)


def _dialogues(records: dict[str, Any]) -> Iterator[QuestionInContext]:
    for asked in records["questions"]:
        context = records["docs"][asked["doc"]]["text"]
        question = asked["history_and_question"].split("user:")[-1].strip()
        start, text = asked["answer"]["answer_start"][0], asked["answer"]["text"][0].strip()
        start = context.find(text, max(0, start - 5))
        if start >= 0 and len(question.split()) > 3:
            yield QuestionInContext(
                question, asked["doc"].split("#")[0], context, start, start + len(text), asked["doc"]
            )


def _natural(records: list[dict[str, Any]]) -> Iterator[QuestionInContext]:
    for record in records:
        spans = record["annotation"].get("answer") or []
        start, end = (
            (spans[0]["paragraph_reference"]["start"], spans[0]["paragraph_reference"]["end"]) if spans else (-1, -1)
        )
        yield QuestionInContext(
            record["question_text"], record["title_text"], record["paragraph_text"], start, end, record["title_text"]
        )


_SETS: dict[str, tuple[str, Callable[[Any], Iterator[QuestionInContext]]]] = {
    "squad2": ("squad2.json", _squad),
    "reddit": ("squadshifts_reddit.json", _squad),
    "amazon": ("squadshifts_amazon_reviews.json", _squad),
    "policyqa": ("policyqa.json", _squad),
    "covid_qa": ("covid_qa.json", _squad),
    "doc2dial": ("doc2dial.json", _dialogues),
    "qed": ("qed_nq.jsonl", _natural),
}


def _with_negatives(name: str, asked: list[QuestionInContext], rng: random.Random) -> list[Example]:
    """Cut a window for each question, and give a share of them a near miss as well."""
    share = 0.15 if name == "squad2" else 0.5
    pool = _windows_of(asked)
    nearest = _Nearest(pool)
    namesakes = [_NAME.findall(item.question) for item in asked], [_FIGURE.findall(item.question) for item in asked]
    names, figures = ([found for several in kind for found in several] for kind in namesakes)
    examples = []
    for item in asked:
        if item.start == -2:
            continue
        window, start, end = _cut(item, rng)
        examples.append(Example(item.question, window, start, end, name, item.group))
        if item.start < 0:
            continue
        if rng.random() < share and (miss := nearest.miss(item)) is not None:
            title = f"{item.title}. " if item.title and rng.random() < 0.5 else ""
            examples.append(Example(item.question, title + miss, -1, -1, name, item.group))
        altered = _exchanged(item.question, window, _FIGURE, figures, rng) or _exchanged(
            item.question, window, _NAME, names, rng
        )
        if altered and rng.random() < 0.6:
            examples.append(Example(altered, window, -1, -1, name, item.group))
    return examples


def _exchanged(question: str, window: str, pattern: re.Pattern[str], others: list[str], rng: random.Random) -> str:
    """Return the question with one name or number that the window shares exchanged for one that it does not."""
    shared = [match for match in pattern.finditer(question) if match.group().lower() in window.lower()]
    foreign = [other for other in rng.sample(others, min(8, len(others))) if other.lower() not in window.lower()]
    foreign = (
        [other for other in foreign if other[0].isdigit() == question[shared[0].start()].isdigit()] if shared else []
    )
    if not foreign:
        return ""
    chosen = rng.choice(shared)
    return question[: chosen.start()] + foreign[0] + question[chosen.end() :]


def _windows_of(asked: list[QuestionInContext]) -> list[str]:
    """Cut every context into windows end to end, each context once."""
    pool = []
    for context in dict.fromkeys(item.context for item in asked):
        words = context.split(" ")
        for first in range(0, len(words), WINDOW_WORDS):
            piece = " ".join(words[first : first + WINDOW_WORDS]).strip()
            if len(piece) > 80:
                pool.append(piece)
    return pool


def _cut(item: QuestionInContext, rng: random.Random) -> tuple[str, int, int]:
    """Cut a window of about `WINDOW_WORDS` words that holds the answer at a random place; prefix the title at times."""
    words = list(_word_spans(item.context))
    first = 0
    if len(words) > WINDOW_WORDS:
        inside = [rank for rank, (start, end) in enumerate(words) if end > item.start and start < item.end] or [0]
        latest = min(inside[0], len(words) - WINDOW_WORDS)
        earliest = max(0, min(inside[-1] - WINDOW_WORDS + 1, latest))
        first = rng.randint(earliest, latest) if item.start >= 0 else rng.randint(0, len(words) - WINDOW_WORDS)
    last = min(first + WINDOW_WORDS, len(words)) - 1
    begin, stop = words[first][0], words[last][1]
    title = f"{item.title}. " if item.title and rng.random() < 0.5 else ""
    window = title + item.context[begin:stop]
    if item.start < 0 or item.end > stop:
        return window, -1, -1
    return window, item.start - begin + len(title), item.end - begin + len(title)


def _word_spans(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in re.finditer(r"\S+", text))


class _Nearest:
    """Windows by the words they share with a question, TF-IDF weighted."""

    def __init__(self, pool: list[str]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._pool = pool
        self._vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english")
        self._windows = self._vectorizer.fit_transform(pool).T.tocsr()

    def miss(self, asked: QuestionInContext) -> str | None:
        """Return the nearest of ten windows that is not of the question's context and does not hold its answer."""
        scores = (self._vectorizer.transform([asked.question]) @ self._windows).toarray()[0]
        answer = asked.context[asked.start : asked.end].lower()
        for rank in np.argsort(-scores, kind="stable")[:10]:
            window: str = self._pool[int(rank)]
            if scores[rank] > 0 and answer not in window.lower() and window[:80] not in asked.context:
                return window
        return None
