"""The network of the reader: the installed encoder, a low-rank adapter on it, and a head for the span of an answer.

The adapter follows Hu et al. 2021 (LoRA): each adapted linear map computes `W x + (alpha / r) B A x` with `W` frozen.
The head follows Devlin et al. 2019 for SQuAD 2.0: a start and an end score for each token, and position 0 stands for
"no answer here".
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import torch
from safetensors.torch import load, save_file
from torch import Tensor, nn

from corpus.errors import SettingsError

RANK = 32
ALPHA = 64
_ADAPTED = ("query", "key", "value", "attention.output.dense", "intermediate.dense", "output.dense")


class LowRank(nn.Module):
    """A frozen linear map with a trainable low-rank addition."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear
        self.down = nn.Parameter(torch.randn(RANK, linear.in_features) / linear.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(linear.out_features, RANK))

    def forward(self, inputs: Tensor) -> Tensor:
        """Map `(..., in)` to `(..., out)`."""
        down, up = self.down.to(inputs.dtype), self.up.to(inputs.dtype)
        return self.linear(inputs) + (inputs @ down.T @ up.T) * (ALPHA / RANK)  # type: ignore[no-any-return]

    def merged(self) -> nn.Linear:
        """Return one linear map that computes the same."""
        with torch.no_grad():
            self.linear.weight += (self.up @ self.down) * (ALPHA / RANK)
        return self.linear


class SpanModel(nn.Module):
    """Scores the start and the end of an answer for each token of a question and a window."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        for parameter in encoder.parameters():
            parameter.requires_grad = False
        _replace(encoder, lambda module: LowRank(module) if isinstance(module, nn.Linear) else None)
        self.head = nn.Linear(int(encoder.config.hidden_size), 2)  # type: ignore[arg-type,union-attr]

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> tuple[Tensor, Tensor]:
        """Return start and end scores, each `(batch, tokens)` float32."""
        states = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        scores = self.head(states.float())
        return scores[..., 0], scores[..., 1]

    def save(self, path: Path, about: dict[str, object]) -> None:
        """Write the adapter and the head as float16 safetensors, with what they were trained on."""
        weights = {
            name: value.detach().half().contiguous() for name, value in self.named_parameters() if value.requires_grad
        }
        save_file(weights, path, metadata={"about": json.dumps(about)})

    def restore(self, path: Path) -> str:
        """Read the adapter and the head, merge the adapter into the encoder, and return the digest of the file."""
        digest = self.load(path)
        _replace(self.encoder, lambda module: module.merged() if isinstance(module, LowRank) else None)
        return digest

    def load(self, path: Path) -> str:
        """Read the adapter and the head; return the digest of the file."""
        content = path.read_bytes()
        weights = load(content)
        own = {name: value for name, value in self.named_parameters() if value.requires_grad}
        if weights.keys() != own.keys():
            raise SettingsError(f"{path} does not hold the weights of this reader; reinstall rapporteur")
        with torch.no_grad():
            for name, value in own.items():
                value.copy_(weights[name].float())
        return hashlib.sha256(content).hexdigest()[:12]


def _replace(encoder: nn.Module, replacement: Callable[[nn.Module], nn.Module | None]) -> None:
    """Put another module in the place of each adapted one for which `replacement` gives one."""
    for name, module in list(encoder.named_modules()):
        if not name.startswith("encoder.layer.") or not name.endswith(_ADAPTED):
            continue
        other = replacement(module)
        if other is not None:
            parent, _, leaf = name.rpartition(".")
            setattr(encoder.get_submodule(parent), leaf, other)
