"""Which document another is an edition of."""

from corpus.metadata.editions import editions


def test_parts_of_a_symbol_hang_from_its_base() -> None:
    """Addenda, corrigenda and revisions are linked to the document whose symbol they extend."""
    symbols = [("a", "A/78/5"), ("b", "A/78/5/Add.1"), ("c", "A/78/5/Corr.2"), ("d", "A/78/5/Rev.1")]
    assert editions(symbols) == {"b": "a", "c": "a", "d": "a"}


def test_a_revision_hangs_from_the_one_before_it() -> None:
    """The second revision supersedes the first where both are there, and else the document itself."""
    symbols = [("a", "A/78/5"), ("r1", "A/78/5/Rev.1"), ("r2", "A/78/5/Rev.2"), ("r4", "A/78/5/Rev.4")]
    assert editions(symbols) == {"r1": "a", "r2": "r1", "r4": "r2"}


def test_an_addendum_may_be_revised_itself() -> None:
    """A revision of an addendum belongs to the addendum, not to the document."""
    assert editions([("a", "A/78/5"), ("b", "A/78/5/Add.1"), ("c", "A/78/5/Add.1/Rev.1")]) == {"b": "a", "c": "b"}


def test_what_is_not_certain_is_not_linked() -> None:
    """Nothing is linked to an absent document, to one of two with a symbol, or without a symbol."""
    assert editions([("b", "A/78/5/Add.1"), ("c", ""), ("d", "")]) == {}
    assert editions([("a", "A/78/5"), ("aa", "A/78/5"), ("b", "A/78/5/Add.1")]) == {}


def test_spelling_does_not_matter() -> None:
    """Small letters and stray spaces in a symbol do not keep it from its base."""
    assert editions([("a", "ESCAP/79/ 10"), ("b", "escap/79/10/rev. 1")]) == {"b": "a"}
