"""How a reader does on examples it never saw."""

import re
import string
from collections import Counter

import torch
from transformers import PreTrainedTokenizerBase

from assistant.span_model import SpanModel
from assistant.training.examples import Example

LONGEST_SPAN = 30


def score(
    model: SpanModel, tokenizer: PreTrainedTokenizerBase, examples: list[Example], device: str
) -> dict[str, float]:
    """Return exact match and token F1 of the best span where there is an answer, and the AUROC of there being one.

    Normalisation of the answers as in SQuAD's own script (Rajpurkar et al. 2016).
    """
    model.eval()
    exact, overlap, margins = [], [], []
    for example in examples:
        batch = tokenizer(
            example.question,
            example.window,
            truncation="only_second",
            max_length=256,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        offsets = batch.pop("offset_mapping")[0].tolist()
        with torch.no_grad():
            starts, ends = (
                scores[0].cpu() for scores in model(**{name: value.to(device) for name, value in batch.items()})
            )
        types = batch["token_type_ids"][0]
        pairs = starts[:, None] + ends[None, :]
        allowed = torch.triu(torch.ones_like(pairs)) - torch.triu(torch.ones_like(pairs), diagonal=LONGEST_SPAN)
        allowed *= (types == 1)[:, None] * (types == 1)[None, :]
        allowed[-1, :] = allowed[:, -1] = 0
        pairs = pairs.masked_fill(allowed == 0, -1e9)
        first, last = divmod(int(pairs.argmax()), pairs.shape[1])
        margins.append((float(pairs.max() - starts[0] - ends[0]), example.answerable))
        if example.answerable:
            found = example.window[offsets[first][0] : offsets[last][1]]
            gold = example.window[example.start : example.end]
            exact.append(normal(found) == normal(gold))
            overlap.append(token_f1(found, gold))
    return {
        "answerable": len(exact),
        "unanswerable": len(examples) - len(exact),
        "exact match": round(sum(exact) / max(1, len(exact)), 3),
        "token F1": round(sum(overlap) / max(1, len(overlap)), 3),
        "AUROC of an answer": round(auroc(margins), 3),
    }


def normal(text: str) -> str:
    """Lower-case, drop punctuation and articles, and fold white space."""
    text = "".join(character for character in text.lower() if character not in string.punctuation)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def token_f1(found: str, gold: str) -> float:
    """Return the harmonic mean of token precision and recall."""
    ours, theirs = normal(found).split(), normal(gold).split()
    shared = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * shared / (len(ours) + len(theirs)) if shared else float(ours == theirs)


def auroc(scored: list[tuple[float, bool]]) -> float:
    """Return the chance that a random positive scores above a random negative (Hanley and McNeil 1982)."""
    ranked = sorted(scored)
    positives = sum(positive for _, positive in ranked)
    negatives = len(ranked) - positives
    ranks = sum(rank for rank, (_, positive) in enumerate(ranked, start=1) if positive)
    return (ranks - positives * (positives + 1) / 2) / (positives * negatives) if positives and negatives else 0.0
