"""Readers that a person names: real networks of both kinds, small and untrained, from a folder."""

import math
import shutil
from pathlib import Path

import pytest

from assistant.ranking.named_reader import named_reader
from assistant.ranking.reader import Window
from corpus.errors import SettingsError
from index.embed import default_folder

WINDOW = Window("The board met. It chose Ada Quill.", ((0, 14), (15, 34)))


def small_model(kind: str, folder: Path) -> Path:
    """Save a small network of a kind, with random weights, and the tokenizer of the installed encoder beside it."""
    import torch
    import transformers

    torch.manual_seed(1)
    config = transformers.BertConfig(
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=1 if kind == "BertForSequenceClassification" else 2,
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
