"""How a reader does on examples it never saw."""

import torch
from transformers import PreTrainedTokenizerBase

from assistant.ranking.span_model import SpanModel
from evals.metrics.formulas import auroc, normal, token_f1
from training.examples import Example

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
