"""Read a few passages closely: is the answer here, and in which words?"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import BatchEncoding, PreTrainedTokenizerBase

WEIGHTS = Path(__file__).parents[1] / "weights" / "reader.safetensors"
_MOST_TOKENS = 256
_LONGEST_SPAN = 30
_BATCH = 4
"""Windows read at once; those of like length go together, so that little is padding."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of text put beside the question."""

    text: str
    """What the reader sees: some context, then the pieces that may answer."""
    pieces: tuple[tuple[int, int], ...]
    """Character ranges of `text`, in order: the sentences among which the answer is looked for."""


@dataclass(frozen=True, slots=True)
class SpanPrediction:
    """What the reader made of a piece."""

    start: int
    end: int
    """Characters of the best span, counted from the beginning of the piece."""
    margin: float
    """Score of that span above the score of there being no answer in the window; higher is surer, unbounded."""


class ReaderModel(Protocol):
    """Reads windows; the same windows give the same readings."""

    @property
    def digest(self) -> str:
        """Return a digest of the weights."""

    def read(self, question: str, windows: Sequence[Window]) -> list[list[SpanPrediction]]:
        """Return a reading of each piece of each window, in order; pieces beyond the reader's reach are -inf."""


Scores = Callable[["BatchEncoding"], "tuple[Tensor, Tensor]"]
"""From a batch of tokens to the scores of each as start and as end of an answer, each `(batch, tokens)`; those of the
first token stand for there being none."""


@dataclass(frozen=True, slots=True)
class SpanScorer:
    """A network that finds spans, with the tokenizer it was made for."""

    scores: Scores
    tokenizer: "PreTrainedTokenizerBase"
    digest: str


class SpanReader:
    """A reader that looks for the words of the answer; its network is loaded when first used."""

    def __init__(self, load: Callable[[], SpanScorer]) -> None:
        self._load = load

    @cached_property
    def _scorer(self) -> SpanScorer:
        return self._load()

    @property
    def digest(self) -> str:
        """Return the digest of the weights."""
        return self._scorer.digest

    def read(self, question: str, windows: Sequence[Window]) -> list[list[SpanPrediction]]:
        """Return a reading of each piece of each window, in order; pieces beyond the reader's reach are -inf."""
        by_length = sorted(range(len(windows)), key=lambda rank: len(windows[rank].text))
        found: dict[int, list[SpanPrediction]] = {}
        for first in range(0, len(windows), _BATCH):
            ranks = by_length[first : first + _BATCH]
            found |= zip(ranks, self._read(question, [windows[rank] for rank in ranks]), strict=True)
        return [found[rank] for rank in range(len(windows))]

    def _read(self, question: str, windows: Sequence[Window]) -> list[list[SpanPrediction]]:
        import torch

        batch = self._scorer.tokenizer(
            [question] * len(windows),
            [window.text for window in windows],
            truncation="only_second",
            max_length=_MOST_TOKENS,
            padding=True,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        offsets = batch.pop("offset_mapping").numpy()
        with torch.inference_mode():
            starts, ends = (scores.float().numpy() for scores in self._scorer.scores(batch))
        return [
            [
                _best(piece, starts[row], ends[row], offsets[row], np.array(batch.sequence_ids(row)) == 1)
                for piece in window.pieces
            ]
            for row, window in enumerate(windows)
        ]


def installed_reader(encoder: Path, weights: Path = WEIGHTS) -> SpanReader:
    """Return the reader that comes with Rapporteur: its adapter on the installed encoder."""

    def load() -> SpanScorer:
        from transformers import AutoModel, AutoTokenizer

        from assistant.ranking.span_model import SpanModel

        model = SpanModel(AutoModel.from_pretrained(encoder))
        digest = model.restore(weights)
        model.eval()
        return SpanScorer(lambda batch: model(**batch), AutoTokenizer.from_pretrained(encoder), digest)

    return SpanReader(load)


def _best(
    piece: tuple[int, int],
    starts: NDArray[np.float32],
    ends: NDArray[np.float32],
    offsets: NDArray[np.int64],
    is_text: NDArray[np.bool_],
) -> SpanPrediction:
    """Choose the best span of at most `_LONGEST_SPAN` tokens within a piece; scores are `(tokens,)`."""
    first, last = piece
    inside = np.flatnonzero(
        is_text & (offsets[:, 1] > offsets[:, 0]) & (offsets[:, 0] >= first) & (offsets[:, 1] <= last)
    )
    if not len(inside):
        return SpanPrediction(0, 0, -math.inf)
    pairs = starts[inside][:, None] + ends[inside][None, :]
    square = np.ones(pairs.shape, dtype=bool)
    pairs = np.where(np.triu(square) & ~np.triu(square, _LONGEST_SPAN), pairs, -np.inf)
    at, to = divmod(int(pairs.argmax()), len(inside))
    start, end = int(offsets[inside[at], 0]), int(offsets[inside[to], 1])
    return SpanPrediction(start - first, end - first, float(pairs.max()) - float(starts[0] + ends[0]))
