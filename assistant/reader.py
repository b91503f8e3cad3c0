"""Read a few passages closely: is the answer here, and in which words?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

    from assistant.span_model import SpanModel

WEIGHTS = Path(__file__).parent / "weights" / "reader.safetensors"
_MOST_TOKENS = 256
_LONGEST_SPAN = 30


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of text put beside the question, and where each of its characters stands."""

    text: str
    """What the reader sees: some context, then the words that may answer."""
    offset: int
    """Characters of context before those words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader made of a window."""

    start: int
    end: int
    """Characters of the best span, counted from the window's `offset`."""
    margin: float
    """Score of the best span above the score of there being no answer; higher is surer, unbounded."""


class Reader:
    """The trained reader; loaded when first used."""

    def __init__(self, encoder: Path, weights: Path = WEIGHTS) -> None:
        self._encoder = encoder
        self._weights = weights

    @cached_property
    def _loaded(self) -> "tuple[SpanModel, PreTrainedTokenizerBase, str]":
        from transformers import AutoModel, AutoTokenizer

        from assistant.span_model import SpanModel

        model = SpanModel(AutoModel.from_pretrained(self._encoder))
        digest = model.restore(self._weights)
        model.eval()
        return model, AutoTokenizer.from_pretrained(self._encoder), digest

    @property
    def digest(self) -> str:
        """Return the digest of the weights."""
        return self._loaded[2]

    def read(self, question: str, windows: Sequence[Window]) -> list[Reading]:
        """Return a reading of each window, in order."""
        import torch

        if not windows:
            return []
        model, tokenizer, _ = self._loaded
        batch = tokenizer(
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
            starts, ends = model(**batch)
        types = batch["token_type_ids"].numpy()
        return [
            _best(window, starts[row].numpy(), ends[row].numpy(), offsets[row], types[row])
            for row, window in enumerate(windows)
        ]


def _best(
    window: Window,
    starts: NDArray[np.float32],
    ends: NDArray[np.float32],
    offsets: NDArray[np.int64],
    types: NDArray[np.int64],
) -> Reading:
    """Choose the best span of at most `_LONGEST_SPAN` tokens among the words that may answer."""
    inside = np.flatnonzero((types == 1) & (offsets[:, 1] > offsets[:, 0]) & (offsets[:, 0] >= window.offset))
    none = float(starts[0] + ends[0])
    if not len(inside):
        return Reading(0, 0, -none)
    pairs = starts[inside][:, None] + ends[inside][None, :]
    allowed = np.triu(np.ones(pairs.shape, dtype=bool)) & ~np.triu(np.ones(pairs.shape, dtype=bool), _LONGEST_SPAN)
    pairs = np.where(allowed, pairs, -np.inf)
    first, last = divmod(int(pairs.argmax()), len(inside))
    start, end = int(offsets[inside[first], 0]), int(offsets[inside[last], 1])
    return Reading(start - window.offset, end - window.offset, float(pairs.max()) - none)
