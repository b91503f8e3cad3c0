"""The symbols that name a document."""

from collections.abc import Callable

import pytest

from corpus.metadata.editions import editions
from corpus.metadata.symbol import is_named_by, is_symbol, symbols_in
from corpus.parse import Parsed


@pytest.mark.parametrize("joint", ["A/79/917–S/2025/332", "A/79/917-S/2025/332"])
def test_each_of_two_symbols_names_the_document(joint: str) -> None:
    """Whole or in part, in any spelling; the symbol of another document does not."""
    assert symbols_in(joint) == ("A/79/917", "S/2025/332")
    assert is_symbol(joint)
    assert all(is_named_by(joint, said) for said in (joint, "A/79/917", "s/2025/332", "A/79/917-S/2025/332"))
    assert not is_named_by(joint, "A/79/91")
    assert not is_named_by("", "")


def test_a_hyphen_within_a_symbol_joins_nothing() -> None:
    """`HT/WG-2/5` is one symbol."""
    assert symbols_in("HT/WG-2/5") == ("HT/WG-2/5",)


def test_an_addition_hangs_from_either_symbol() -> None:
    """A corrigendum under one symbol belongs to the document that bears two."""
    assert editions([("a", "A/79/917–S/2025/332"), ("b", "S/2025/332/Corr.1")]) == {"b": "a"}


def test_a_labelled_number_is_the_symbol(identified: Callable[..., Parsed]) -> None:
    """A reference number on the cover names the document."""
    assert identified("HARBOUR OFFICE\n\nM-15-14\n\nState of the piers").metadata.symbol == "M-15-14"
    assert identified("State of the piers\n\nReference Number: HT-16-20173").metadata.symbol == "HT-16-20173"
