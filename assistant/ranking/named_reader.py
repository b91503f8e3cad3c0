"""A reader that the person names: any question-answering model or cross-encoder of transformers."""

import hashlib
import math
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.ranking.reader import ReaderModel, SpanPrediction, SpanReader, SpanScorer, Window
from corpus.errors import SettingsError
from corpus.offline import stay_offline

if TYPE_CHECKING:
    from torch import nn
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

_EXAMPLES = "deepset/tinyroberta-squad2 or cross-encoder/ms-marco-MiniLM-L6-v2"


def named_reader(name: str) -> ReaderModel:
    """Return the reader of a hub name or a folder; its kind is told by its configuration.

    Nothing is fetched from the network unless the person has set HF_HUB_OFFLINE to 0. Raise `SettingsError` for a model
    that cannot be loaded or is neither kind.
    """
    stay_offline()
    from transformers import AutoConfig

    place = str(Path(name).expanduser()) if Path(name).expanduser().is_dir() else name
    try:
        kinds = AutoConfig.from_pretrained(place).architectures or []
    except (OSError, ValueError) as error:
        raise _cannot(name, error) from error
    if any(kind.endswith("ForQuestionAnswering") for kind in kinds):
        return SpanReader(lambda: _span_scorer(name, place))
    if any(kind.endswith("ForSequenceClassification") for kind in kinds):
        return PairReader(name, place)
    raise SettingsError(
        f"RAPPORTEUR_READER is {name!r}, a model for {', '.join(kinds) or 'nothing it names'}; "
        f"name one that answers questions or scores pairs, such as {_EXAMPLES}"
    )


class PairReader:
    """A cross-encoder: it scores each sentence beside the question, and marks no words in it."""

    def __init__(self, name: str, place: str) -> None:
        self._name = name
        self._place = place

    @cached_property
    def _loaded(self) -> "tuple[PreTrainedModel, PreTrainedTokenizerBase]":
        from transformers import AutoModelForSequenceClassification, AutoTokenizer

        try:
            model = AutoModelForSequenceClassification.from_pretrained(self._place).eval()
            return model, AutoTokenizer.from_pretrained(self._place)
        except (OSError, ValueError) as error:
            raise _cannot(self._name, error) from error

    @property
    def digest(self) -> str:
        """Return the digest of the weights."""
        return _digest(self._loaded[0])

    def read(self, question: str, windows: Sequence[Window]) -> list[list[SpanPrediction]]:
        """Return a reading of each piece of each window: the model's last score as it is, and no span."""
        import torch

        model, tokenizer = self._loaded
        found = []
        for window in windows:
            pieces = [window.text[start:end] for start, end in window.pieces]
            batch = tokenizer(
                [question] * len(pieces), pieces, truncation="only_second", padding=True, return_tensors="pt"
            )
            with torch.inference_mode():
                scores = model(**batch).logits[:, -1].float().tolist()
            found.append([SpanPrediction(0, 0, _finite(score)) for score in scores])
        return found


def _span_scorer(name: str, place: str) -> SpanScorer:
    from transformers import AutoModelForQuestionAnswering, AutoTokenizer

    try:
        model = AutoModelForQuestionAnswering.from_pretrained(place).eval()
        tokenizer = AutoTokenizer.from_pretrained(place)
    except (OSError, ValueError) as error:
        raise _cannot(name, error) from error

    def scores(batch):  # type: ignore[no-untyped-def]
        found = model(**batch)
        return found.start_logits, found.end_logits

    return SpanScorer(scores, tokenizer, _digest(model))


def _digest(model: "nn.Module") -> str:
    running = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        running.update(key.encode() + tensor.detach().cpu().float().numpy().tobytes())
    return running.hexdigest()[:12]


def _finite(score: float) -> float:
    return score if math.isfinite(score) else -math.inf


def _cannot(name: str, error: Exception) -> SettingsError:
    first = (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
    return SettingsError(
        f"RAPPORTEUR_READER is {name!r}, which cannot be loaded ({first}); set it to a folder or, "
        f"with HF_HUB_OFFLINE=0, to a hub name such as {_EXAMPLES}, or unset it to use the installed reader"
    )
