"""Train the reader's adapter and write it with a report of what it was trained on and how it did on what it never saw.

    python -m training.train ../shared/train --out assistant/weights

On a GPU it takes minutes, on two cores with bfloat16 units about an hour at the default budget. The same seed, sets and
device give the same weights up to the rounding of parallel sums. Two things make a core fast enough: the frozen weights
are held in bfloat16, and nothing is dropped out (the masks took half of each step; a low-rank adapter over several sets
does not need them).
"""

import argparse
import json
import random
import time
from collections import Counter
from pathlib import Path

import torch
from torch import Tensor
from transformers import AutoModel, AutoTokenizer, PreTrainedTokenizerBase

from assistant.ranking.span_model import SpanModel
from corpus.offline import stay_offline
from index.embed import default_folder
from training.examples import Example, held_out, load_examples
from training.score import score

MOST_TOKENS = 192
MOST = {"reddit": 8000, "amazon": 8000, "policyqa": 3000}


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sets", type=Path, help="folder of the training sets")
    parser.add_argument("--out", type=Path, required=True, help="folder for reader.safetensors and its report")
    parser.add_argument("--epochs", type=float, default=2.0)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    stay_offline()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    examples = load_examples(options.sets, options.seed, MOST)
    seen = [example for example in examples if not held_out(example)]
    unseen = [example for example in examples if held_out(example)]
    folder = default_folder()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    encoder = AutoModel.from_pretrained(
        folder,
        attn_implementation="eager",
        dtype=torch.bfloat16,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    model = SpanModel(encoder).to(device)
    began = time.monotonic()
    batches = _batches(seen, tokenizer, options)
    _train(model, batches, options.rate, device, options.out, began)
    about: dict[str, object] = {
        "trained on": dict(
            Counter(f"{example.source} {'answer' if example.answerable else 'none'}" for example in seen)
        ),
        "epochs": options.epochs,
        "seed": options.seed,
        "rate": options.rate,
        "minutes": round((time.monotonic() - began) / 60),
        "device": device,
        "held out": score(model, tokenizer, unseen, device),
    }
    model.save(options.out / "reader.safetensors", about)
    (options.out / "report.json").write_text(json.dumps(about, indent=2) + "\n")
    print(json.dumps(about, indent=2))


def encode(tokenizer: PreTrainedTokenizerBase, examples: list[Example]) -> dict[str, Tensor]:
    """Return the tensors of a batch: ids, masks, types, and the first and last token of each answer (0 for none)."""
    batch = tokenizer(
        [example.question for example in examples],
        [example.window for example in examples],
        truncation="only_second",
        max_length=MOST_TOKENS,
        padding=True,
        return_offsets_mapping=True,
        return_tensors="pt",
    )
    starts, ends = [], []
    for rank, example in enumerate(examples):
        inside = [
            place
            for place, (start, end) in enumerate(batch["offset_mapping"][rank].tolist())
            if batch["token_type_ids"][rank, place] == 1 and end > start and end > example.start and start < example.end
        ]
        known = example.answerable and inside
        starts.append(inside[0] if known else 0)
        ends.append(inside[-1] if known else 0)
    names = ("input_ids", "attention_mask", "token_type_ids")
    return {name: batch[name] for name in names} | {"start": torch.tensor(starts), "end": torch.tensor(ends)}


def _batches(
    seen: list[Example], tokenizer: PreTrainedTokenizerBase, options: argparse.Namespace
) -> list[dict[str, Tensor]]:
    """Shuffle, then sort by length within stretches of 50 batches, so that little is padding."""
    rng = random.Random(options.seed)  # noqa: S311 - an order, not a secret
    order: list[Example] = []
    while len(order) < options.epochs * len(seen):
        order += rng.sample(seen, len(seen))
    order = order[: int(options.epochs * len(seen))]
    batches = []
    stretch = 50 * options.batch
    for first in range(0, len(order), stretch):
        near = sorted(order[first : first + stretch], key=lambda example: len(example.window))
        groups = [near[at : at + options.batch] for at in range(0, len(near), options.batch)]
        rng.shuffle(groups)
        batches += [encode(tokenizer, group) for group in groups]
    return batches


def _train(
    model: SpanModel, batches: list[dict[str, Tensor]], rate: float, device: str, out: Path, began: float
) -> None:
    trained = [value for value in model.parameters() if value.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    warm = max(1, len(batches) // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, (len(batches) - step) / max(1, len(batches) - warm))
    )
    model.train()
    lately = 0.0
    for step, batch in enumerate(batches, start=1):
        inputs = {name: value.to(device) for name, value in batch.items()}
        starts, ends = model(inputs["input_ids"], inputs["attention_mask"], inputs["token_type_ids"])
        off = (inputs["attention_mask"] == 0) * -1e9
        loss = (
            torch.nn.functional.cross_entropy(starts + off, inputs["start"])
            + torch.nn.functional.cross_entropy(ends + off, inputs["end"])
        ) / 2
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        lately += float(loss.detach())
        if step % 25 == 0 or step == len(batches):
            minutes = (time.monotonic() - began) / 60
            print(f"step {step}/{len(batches)}  loss {lately / 25:.3f}  {minutes:.1f} min", flush=True)
            lately = 0.0
        if step % 100 == 0:
            model.save(out / "reader.safetensors", {"step": step})
    model.eval()


if __name__ == "__main__":
    main()
