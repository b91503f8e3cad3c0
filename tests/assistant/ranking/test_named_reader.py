"""Readers that a person names: real networks of both kinds, small and untrained, from a folder."""

import math
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.ranking.named_reader import named_reader
from assistant.ranking.reader import Window
from corpus.errors import SettingsError
from index.embed import default_folder

if TYPE_CHECKING:
    from transformers import BertForSequenceClassification

WINDOW = Window("The board met. It chose Ada Quill.", ((0, 14), (15, 34)))


def small_model(kind: str, folder: Path, labels: int = 0, seed: int = 1) -> Path:
    """Save a small network of a kind, with random weights, and the tokenizer of the installed encoder beside it."""
    import torch
    import transformers

    torch.manual_seed(seed)
    config = transformers.BertConfig(
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=labels or (1 if kind == "BertForSequenceClassification" else 2),
    )
    getattr(transformers, kind)(config).save_pretrained(folder)
    for path in default_folder().glob("*token*"):
        shutil.copy(path, folder)
    shutil.copy(default_folder() / "vocab.txt", folder)
    return folder


def test_a_question_answering_model_marks_words(tmp_path: Path) -> None:
    """Each sentence is given a span of its own within it, and the same twice."""
    reader = named_reader(str(small_model("BertForQuestionAnswering", tmp_path)))
    first, again = (reader.read("Whom did it choose?", [WINDOW]) for _ in range(2))
    assert first == again
    for reading, (start, end) in zip(first[0], WINDOW.pieces, strict=True):
        assert 0 <= reading.start < reading.end <= end - start
        assert math.isfinite(reading.margin)
    assert len(reader.digest) == 12


def test_a_cross_encoder_scores_each_sentence(tmp_path: Path) -> None:
    """Each sentence has a score that depends on its own words, and no words are marked."""
    reader = named_reader(str(small_model("BertForSequenceClassification", tmp_path)))
    board, chosen = reader.read("Whom did it choose?", [WINDOW])[0]
    assert (board.start, board.end, chosen.start, chosen.end) == (0, 0, 0, 0)
    assert board.margin != chosen.margin
    assert reader.read("Whom?", []) == []
    apart = Window("Elsewhere rain fell. It chose Ada Quill.", ((21, 40),))
    again, other = reader.read("Whom did it choose?", [apart, WINDOW])
    assert again == [chosen]
    assert len(other) == 2


def _classifier(folder: Path) -> "BertForSequenceClassification":
    from transformers import BertForSequenceClassification

    return BertForSequenceClassification.from_pretrained(folder)


def test_the_last_label_of_a_cross_encoder_is_its_score(tmp_path: Path) -> None:
    """Of two labels the second is that a sentence answers; a score that is no number is the least."""
    import torch

    folder = small_model("BertForSequenceClassification", tmp_path, labels=2)
    model = _classifier(folder)
    with torch.no_grad():
        model.classifier.weight.zero_()
        model.classifier.bias.copy_(torch.tensor([3.0, -1.25]))
    model.save_pretrained(folder)
    [reading] = named_reader(str(folder)).read("Whom did it choose?", [WINDOW])
    assert [each.margin for each in reading] == [-1.25, -1.25]
    with torch.no_grad():
        model.classifier.bias.fill_(math.nan)
    model.save_pretrained(folder)
    [reading] = named_reader(str(folder)).read("Whom did it choose?", [WINDOW])
    assert [each.margin for each in reading] == [-math.inf, -math.inf]


def test_a_digest_is_of_the_weights(tmp_path: Path) -> None:
    """The same weights have one digest wherever they lie, others have another."""
    digests = [
        named_reader(str(small_model("BertForSequenceClassification", tmp_path / name, seed=seed))).digest
        for name, seed in (("one", 1), ("copy", 1), ("other", 2))
    ]
    assert digests[0] == digests[1] != digests[2]
    assert len(digests[0]) == 12


def test_a_folder_may_be_given_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`~` is the person's own folder, as in a shell."""
    monkeypatch.setenv("HOME", str(tmp_path))
    small_model("BertForSequenceClassification", tmp_path / "reader")
    assert len(named_reader("~/reader").read("Whom did it choose?", [WINDOW])[0]) == 2


@pytest.mark.parametrize("kind", ["BertForQuestionAnswering", "BertForSequenceClassification"])
def test_a_folder_without_weights_is_one_sentence(tmp_path: Path, kind: str) -> None:
    """What lacks is told when the model is first used, in words that name the setting."""
    folder = small_model(kind, tmp_path)
    (folder / "model.safetensors").unlink()
    reader = named_reader(str(folder))
    with pytest.raises(SettingsError, match=r"RAPPORTEUR_READER is .* which cannot be loaded \(.*or unset it"):
        reader.read("Whom did it choose?", [WINDOW])


def test_a_configuration_that_names_no_kind_is_refused(tmp_path: Path) -> None:
    """The message says so."""
    (tmp_path / "config.json").write_text('{"model_type": "bert"}')
    with pytest.raises(SettingsError, match="a model for nothing it names; name one that answers questions"):
        named_reader(str(tmp_path))


def test_another_kind_of_model_is_refused(tmp_path: Path) -> None:
    """The message names the setting, the model and what would do."""
    folder = small_model("BertForMaskedLM", tmp_path)
    with pytest.raises(SettingsError, match=r"RAPPORTEUR_READER is .* a model for BertForMaskedLM; name one"):
        named_reader(str(folder))


def test_a_model_that_is_not_there_is_one_sentence() -> None:
    """Without a network a hub name that was never fetched says how to fetch it."""
    with pytest.raises(
        SettingsError, match=r"RAPPORTEUR_READER is 'nobody/nothing', which cannot be loaded .*HF_HUB_OFFLINE=0"
    ):
        named_reader("nobody/nothing")
