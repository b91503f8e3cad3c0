"""The network of the reader: a low-rank addition to a small encoder of random weights, and the file that holds it."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.errors import SettingsError

if TYPE_CHECKING:
    from torch import Tensor

    from assistant.ranking.span_model import SpanModel


def _model(seed: int = 1) -> "SpanModel":
    """Return a model on the same small encoder; the seed is of what is trained."""
    import torch
    from transformers import BertConfig, BertModel

    from assistant.ranking.span_model import SpanModel

    torch.manual_seed(0)
    config = BertConfig(vocab_size=20, hidden_size=64, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64)
    encoder = BertModel(config)
    torch.manual_seed(seed)
    model = SpanModel(encoder).eval()
    with torch.no_grad():
        for name, value in model.named_parameters():
            if name.endswith(".up"):
                value.normal_(std=0.05)
    return model


def _adapted(model: "SpanModel") -> set[str]:
    from assistant.ranking.span_model import LowRank

    return {name for name, module in model.named_modules() if isinstance(module, LowRank)}


def _scores(model: "SpanModel") -> "Tensor":
    import torch

    tokens = torch.tensor([[2, 7, 9, 3, 11, 3]])
    with torch.inference_mode():
        return torch.stack(model(tokens, torch.ones_like(tokens), torch.zeros_like(tokens)))


def _are_alike(one: "Tensor", other: "Tensor") -> bool:
    return float((one - other).abs().max()) < 0.01


def test_a_low_rank_map_adds_to_a_frozen_one() -> None:
    """`W x + b + (64 / 32) B A x`; nothing is added before it is trained."""
    import torch

    from assistant.ranking.span_model import LowRank

    torch.manual_seed(1)
    linear, inputs = torch.nn.Linear(40, 36), torch.randn(3, 40)
    adapted = LowRank(linear)
    assert torch.equal(adapted(inputs), linear(inputs))
    with torch.no_grad():
        adapted.up.normal_()
    expected = linear(inputs) + 2 * (adapted.up @ adapted.down @ inputs.T).T
    assert torch.allclose(adapted(inputs), expected, atol=1e-4)
    assert adapted.down.shape == (32, 40)
    assert torch.allclose(adapted.merged()(inputs), expected, atol=1e-4)


def test_the_linear_maps_of_the_layers_are_adapted() -> None:
    """Six in each layer; the encoder itself is frozen, and what is added and the head are trained."""
    model = _model()
    within = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense")
    assert _adapted(model) == {
        f"encoder.encoder.layer.{layer}.{place}"
        for layer in (0, 1)
        for place in (*within, "intermediate.dense", "output.dense")
    }
    trained = {name.rpartition(".")[2] for name, value in model.named_parameters() if value.requires_grad}
    assert trained == {"down", "up", "weight", "bias"}
    assert all(
        name.startswith("head.") or name.endswith((".down", ".up"))
        for name, value in model.named_parameters()
        if value.requires_grad
    )


def test_a_score_is_given_to_each_token_as_start_and_as_end() -> None:
    """Two scores that differ for each of six tokens."""
    starts, ends = _scores(_model())
    assert starts.shape == ends.shape == (1, 6)
    assert not _are_alike(starts, ends)


def test_what_was_saved_is_restored(tmp_path: Path) -> None:
    """Another model on the same encoder then gives the same scores, with the adapter merged into the encoder."""
    path = tmp_path / "reader.safetensors"
    first, other = _model(1), _model(2)
    first.save(path, {"trained on": "a few minutes"})
    assert not _are_alike(_scores(first), _scores(other))
    assert other.restore(path) == hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    assert _are_alike(_scores(first), _scores(other))
    assert not _adapted(other)
    from safetensors import safe_open

    with safe_open(path, "pt") as held:
        assert held.metadata() == {"about": '{"trained on": "a few minutes"}'}
        assert held.get_tensor("head.weight").element_size() == 2


def test_what_was_loaded_can_be_trained_on(tmp_path: Path) -> None:
    """Without merging, the adapter stays apart."""
    path = tmp_path / "reader.safetensors"
    first, other = _model(1), _model(2)
    first.save(path, {})
    other.load(path)
    assert _adapted(other)
    assert _are_alike(_scores(first), _scores(other))


@pytest.mark.parametrize("change", ["missing", "more"])
def test_weights_of_another_reader_are_refused(tmp_path: Path, change: str) -> None:
    """The message names the file and what to do."""
    import torch
    from safetensors.torch import save_file

    path = tmp_path / "reader.safetensors"
    model = _model()
    held = {name: value.detach().clone() for name, value in model.named_parameters() if value.requires_grad}
    weights = held | {"more": torch.zeros(1)} if change == "more" else {"head.bias": held["head.bias"]}
    save_file(weights, path)
    with pytest.raises(SettingsError, match=r"reader\.safetensors does not hold the weights of this reader; reinstall"):
        model.load(path)
