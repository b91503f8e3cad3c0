"""A series of items each with its value: what is one, and which of its items are kept."""

import pytest

from assistant.composing.clip import clip
from corpus.text.words import content_stems


def _clipped(sentence: str, question: str, keep: str = "") -> str:
    at = sentence.find(keep)
    return clip(sentence, set(content_stems(question)), (at, at + len(keep)) if keep else None)


@pytest.mark.parametrize(
    ("sentence", "clipped"),
    [
        ("Ostra - 5, Vell - 7, Tarn - 9.", "… Vell - 7 …"),
        ("Ostra – 5, Vell — 7, Tarn – 9.", "… Vell — 7 …"),
        ("Ostra = 5; Vell = 7; Tarn = 9.", "… Vell = 7 …"),
        ("Ostra - 5, Vell - 7 and Tarn - 9.", "… Vell - 7 …"),
        ("Ostra - 5, Vell - 7, and Tarn - 9.", "… Vell - 7 …"),
        ("Ostra - 5 and Vell - 7 and Tarn - 9.", "… Vell - 7 …"),
        ("Paid: Ostra: 5, Vell: 7, Tarn: 9.", "Paid: … Vell: 7 …"),
        ("Ostra - 5, Tarn - 9, Vell - 7.", "… Vell - 7."),
        ("Vell - 7, Ostra - 5, Tarn - 9.", "Vell - 7 …"),
        ("Ostra - 5, Old Vell, Isle - 7, Tarn - 9.", "… Old Vell, Isle - 7 …"),
        ("Ostra - five, Vell - 7, Tarn - 9.", "Ostra - five, Vell - 7, Tarn - 9."),
        ("Ostra - 5, Vell - 7.", "Ostra - 5, Vell - 7."),
        ("Ostra 5, Vell 7, Tarn 9.", "Ostra 5, Vell 7, Tarn 9."),
        ("Ostra-5, Vell-7, Tarn-9.", "Ostra-5, Vell-7, Tarn-9."),
        ("Nets and 5, Vell - 7, Tarn - 9.", "Nets and 5, Vell - 7, Tarn - 9."),
        ("Ostra - 5 and vell - 7, Tarn - 9.", "Ostra - 5 and vell - 7, Tarn - 9."),
        ("Ostra - 5,Vell - 7, Tarn - 9.", "Ostra - 5,Vell - 7, Tarn - 9."),
    ],
)
def test_three_items_with_their_values_are_a_series(sentence: str, clipped: str) -> None:
    """A dash, an equals sign or a colon before a figure, and a comma, a semicolon or `and` between items."""
    assert _clipped(sentence, "Vell") == clipped


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Vell", "… Vell - 7 …"),
        ("Vell Isle", "… Vell - 7, Vell Isle - 8 …"),
        ("Isle", "… Vell Isle - 8, Old Isle - 9."),
        ("Isle of the old", "… Old Isle - 9."),
        ("Vell Tarn", "… Vell - 7 … Tarn - 6 …"),
        ("nets", None),
        ("7", None),
        ("Ostra Vell Isle Old Tarn", None),
    ],
)
def test_items_named_whole_come_before_those_named_in_part(question: str, kept: str | None) -> None:
    """A question after Vell is not one after Vell Isle; where all are named, or none, nothing is cut."""
    series = "Ostra - 5, Vell - 7, Vell Isle - 8, Old Isle - 9."
    if "Tarn" in question:
        series = "Ostra - 5, Vell - 7, Old Isle - 9, Tarn - 6, Lima - 4."
    if question.startswith("Ostra"):
        series = "Ostra - 5, Vell - 7, Old Isle - 9, Tarn - 6."
    assert _clipped(series, question) == (kept or series)


@pytest.mark.parametrize(
    ("lead", "kept"),
    [
        ("Pledges:", "Pledges:"),
        (f"Pledges of {'the ' * 16}isles:", f"Pledges of {'the ' * 16}isles:"),
        (f"Pledges of {'the ' * 17}isles:", "…"),
    ],
)
def test_a_short_lead_in_stays(lead: str, kept: str) -> None:
    """Of up to nineteen words before the colon."""
    assert _clipped(f"{lead} Ostra - 5, Tarn - 9, Vell - 7.", "Vell") == (
        f"{kept} Vell - 7." if kept == "…" else f"{kept} … Vell - 7."
    )


@pytest.mark.parametrize(
    ("question", "keep", "kept"),
    [
        ("Vell", "9", "… Vell - 7, Tarn - 9 …"),
        ("Lima", "5", "Ostra - 5 … Lima - 4."),
        ("Vell", "- 7", "… Vell - 7 …"),
        ("nets", "9", "… Tarn - 9 …"),
        ("nets", "Tarn - 9", "… Tarn - 9 …"),
        ("nets", "7, Tarn", None),
        ("Old", "7, Tarn", None),
        ("Vell", "7, Tarn", "… Vell - 7 …"),
    ],
)
def test_what_must_stay_stays_with_its_item(question: str, keep: str, kept: str | None) -> None:
    """Beside the items named, in their order; what is of two items keeps the whole, unless one is named whole."""
    series = "Ostra - 5, Vell - 7, Tarn - 9, Old Isle - 8, Lima - 4."
    assert _clipped(series, question, keep) == (kept or series)
