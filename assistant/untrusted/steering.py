"""How much a text reads like prompt injection: a linear model over its words.

It knows wordings that no rule foresees, and says so by degrees. Its features are words, neighbouring words and pieces
of words, hashed; its weights are made by `python -m training.steering`.
"""

import re
import zlib
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

SIZE = 1 << 16
"""Features."""
WEIGHTS = Path(__file__).parents[1] / "weights" / "steering.safetensors"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
_MOST_DIGITS = 5
_PIECES = (4, 5)
"""Letters of a piece of a word."""
_MOST_CHARACTERS = 2_000
"""Characters of a text that are read: a sentence has fewer."""
_EDGE = "|"


def injection_log_odds(text: str) -> float:
    """Return the log-odds that a sentence or two were injected to steer an assistant, 0 for as likely as not."""
    weights, intercept = _model()
    return float(weights[features(text)].sum() / np.sqrt(max(1, len(features(text)))) + intercept)


@lru_cache(maxsize=2048)
def features(text: str) -> NDArray[np.int64]:
    """Return the features a text has, each once, in order. Each counts one over the root of their number."""
    tokens = [_form(token) for token in _TOKEN.findall(text[:_MOST_CHARACTERS])]
    framed = [_EDGE, *tokens, _EDGE]
    found = {feature for token in set(tokens) for feature in _of_word(token)}
    found.update(_hashed(f"{one} {other}") for one, other in pairwise(framed))
    found.update(_hashed(f"{one} _ {other}") for one, other in zip(framed, framed[2:], strict=False))
    return np.fromiter(sorted(found), dtype=np.int64, count=len(found))


def _form(token: str) -> str:
    """Return a word in small letters, and a number as how many digits it has."""
    return f"#{min(len(token), _MOST_DIGITS)}" if token.isdigit() else token.lower()


@lru_cache(maxsize=65_536)
def _of_word(word: str) -> tuple[int, ...]:
    framed = f"<{word}>"
    pieces = {framed[at : at + size] for size in _PIECES for at in range(len(framed) - size + 1)}
    return tuple({_hashed(word), *(_hashed(f"~{piece}") for piece in pieces)})


def _hashed(feature: str) -> int:
    return zlib.crc32(feature.encode("utf-8", "replace")) % SIZE


@cache
def _model() -> tuple[NDArray[np.float32], float]:
    tensors = load_file(WEIGHTS)
    return tensors["weights"].astype(np.float32), float(tensors["intercept"][0])
