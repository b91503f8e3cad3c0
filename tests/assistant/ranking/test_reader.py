"""How spans are chosen from the scores of a network: a scripted one, which gives each word the scores it is told."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import pytest

from assistant.ranking.reader import SpanPrediction, SpanReader, SpanScorer, Window

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import BatchEncoding, PreTrainedTokenizerFast

QUESTION = "Who came ?"
REACH = 256 - len("[CLS] Who came ? [SEP] [SEP]".split())
"""Words of a window that the reader takes in beside the question."""


@cache
def _tokenizer() -> "PreTrainedTokenizerFast":
    """Return a tokenizer of whole words, `[CLS]` first as in BERT, that knows `w0` to `w399` and a few more."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import WhitespaceSplit
    from tokenizers.processors import TemplateProcessing
    from transformers import PreTrainedTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *QUESTION.split(), *"ann bob cai dee".split()]
    vocabulary = {word: rank for rank, word in enumerate([*words, *(f"w{rank}" for rank in range(400))])}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = WhitespaceSplit()
    marks = [(mark, vocabulary[mark]) for mark in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=marks
    )
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]")


@dataclass
class Network:
    """A network that gives words the scores it is told, and 0 to all others."""

    starts: Mapping[str, float]
    ends: Mapping[str, float]
    batches: list[tuple[int, int]] = field(default_factory=list)
    """Shape of each batch that was read."""
    loads: int = 0

    def load(self) -> SpanScorer:
        self.loads += 1
        return SpanScorer(self._scores, _tokenizer(), "scripted")

    def _scores(self, batch: "BatchEncoding") -> "tuple[Tensor, Tensor]":
        import torch

        self.batches.append(tuple(batch["input_ids"].shape))
        rows = [_tokenizer().convert_ids_to_tokens(row) for row in batch["input_ids"].tolist()]
        starts, ends = (
            torch.tensor([[told.get(word, 0.0) for word in row] for row in rows]) for told in (self.starts, self.ends)
        )
        return starts, ends


def _read(text: str, pieces: Sequence[str], network: Network) -> list[SpanPrediction]:
    ranges = tuple((text.index(piece), text.index(piece) + len(piece)) for piece in pieces)
    return SpanReader(network.load).read(QUESTION, [Window(text, ranges)])[0]


def _words(text: str, network: Network) -> str:
    [found] = _read(text, [text], network)
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ({"bob": 5}, {"cai": 5}, "bob cai"),
        ({"bob": 5}, {"bob": 5}, "bob"),
        ({"bob": 5}, {"ann": 5, "dee": 1}, "bob cai dee"),
        ({"bob": 3}, {"ann": 5}, "ann"),
        ({"dee": 2}, {"ann": 3}, "ann"),
        ({"Who": 9}, {"came": 9}, "ann"),
        ({"[SEP]": 9, "cai": 1}, {"[SEP]": 9, "cai": 1}, "cai"),
    ],
)
def test_a_span_ends_where_it_starts_or_after(starts: dict[str, float], ends: dict[str, float], words: str) -> None:
    """The pair of the best sum is taken, of words of the window alone; of equal pairs the first."""
    assert _words("ann bob cai dee", Network(starts, ends)) == words


@pytest.mark.parametrize(("last", "words"), [(29, 30), (30, 1)])
def test_a_span_has_at_most_thirty_words(last: int, words: int) -> None:
    """A better pair that lies further apart is none."""
    text = " ".join(f"w{rank}" for rank in range(40))
    assert len(_words(text, Network({"w0": 5}, {f"w{last}": 4})).split()) == words


def test_a_span_lies_within_its_piece() -> None:
    """Each piece has a span of its own, counted from where it begins; what stands around is no answer."""
    network = Network({"ann": 9, "bob": 2, "dee": 4}, {"ann": 9, "cai": 3, "dee": 4})
    first, second = _read("ann bob cai dee", ["bob cai", "dee"], network)
    assert (first.start, first.end, first.margin) == (0, 7, 5)
    assert (second.start, second.end, second.margin) == (0, 3, 8)


@pytest.mark.parametrize(("nothing", "margin"), [((0, 0), 5), ((1, 2), 2), ((4, 4), -3)])
def test_the_margin_is_over_there_being_no_answer(nothing: tuple[float, float], margin: float) -> None:
    """The scores of the first token, as start and as end, are taken from those of the span."""
    network = Network({"bob": 2, "[CLS]": nothing[0]}, {"cai": 3, "[CLS]": nothing[1]})
    assert _read("ann bob cai dee", ["ann bob cai dee"], network)[0].margin == margin


def test_what_lies_beyond_its_reach_is_not_read() -> None:
    """A piece that begins after the last token is no answer; one that is cut off is read as far as it goes."""
    text = " ".join(f"w{rank}" for rank in range(REACH + 20))
    far, cut = f"w{REACH + 1} w{REACH + 2}", f"w{REACH - 1} w{REACH}"
    beyond, within = _read(text, [far, cut], Network({f"w{REACH}": 9}, {f"w{REACH}": 9}))
    assert beyond == SpanPrediction(0, 0, -math.inf)
    assert (within.start, within.end, within.margin) == (0, len(f"w{REACH - 1}"), 0)


def test_readings_come_in_the_order_of_the_windows() -> None:
    """However the windows are put together to be read: four at once, those of like length."""
    lengths = [9, 1, 12, 2, 10, 3]
    texts = [" ".join(f"w{rank}" for rank in range(length)) for length in lengths]
    network = Network({f"w{length - 1}": length for length in lengths}, {f"w{length - 1}": 20 for length in lengths})
    found = SpanReader(network.load).read(QUESTION, [Window(text, ((0, len(text)),)) for text in texts])
    assert [each[0].margin for each in found] == [20 + length for length in lengths]
    assert network.batches == [(4, 6 + 9), (2, 6 + 12)]


def test_a_network_is_loaded_once_and_when_it_is_needed() -> None:
    """Not for a reader that is asked nothing."""
    network = Network({}, {})
    reader = SpanReader(network.load)
    assert (reader.read(QUESTION, []), network.loads) == ([], 0)
    assert [reader.digest, reader.digest] == ["scripted"] * 2
    reader.read(QUESTION, [Window("ann", ((0, 3),))])
    assert network.loads == 1


def test_white_space_is_no_answer() -> None:
    """A piece without a word is none."""
    assert _read("ann  bob", ["  "], Network({}, {}))[0].margin == -math.inf
