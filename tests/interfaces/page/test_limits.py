"""The limits of a search as the page takes them."""

import pytest

from corpus.document import Document, Metadata
from corpus.errors import QuestionError
from index.scope import Scope
from interfaces.page.limits import Limits, document_choices, kind_choices


def test_an_untouched_form_sets_no_limit() -> None:
    """Empty fields, and fields that were never filled, search everything and say nothing."""
    limits = Limits.from_form(None, [], "", " ")
    assert limits.scope == Scope()
    assert str(limits) == ""


def test_a_filled_form_becomes_a_scope_and_is_said_in_words() -> None:
    """Documents, kinds and dates reach the search, and the reply can name them."""
    limits = Limits.from_form(["a", "b"], ["report"], "2020", "2021-03")
    assert limits.scope == Scope(
        documents=frozenset({"a", "b"}), kinds=frozenset({"report"}), since="2020", until="2021-03"
    )
    assert str(limits) == "2 chosen documents, kind: report, from 2020, to 2021-03"


@pytest.mark.parametrize("date", ["yesterday", "2020-13", "20", "2020-01-32", "2020-1", "<b>", "2020\n"])
def test_a_date_that_is_none_is_refused_with_an_example(date: str) -> None:
    """The message names the field and the value and shows what to write."""
    if date.strip() == "2020":
        assert Limits.from_form([], [], date, "").since == "2020"
        return
    with pytest.raises(QuestionError, match=r"field 'from' is not one; write 2020, 2020-11 or 2020-11-05"):
        Limits.from_form([], [], date, "")


def test_choices_are_readable_and_in_order() -> None:
    """A document is offered by its title and date, a kind once."""
    documents = [
        Document("z", "/z", "", "txt", Metadata(title="Zinc", kind="report"), ""),
        Document("a", "/a", "", "txt", Metadata(title="Ash", date="2020", kind="report"), ""),
        Document("n", "/n", "", "txt", Metadata(), ""),
    ]
    assert document_choices(documents) == [("Ash (2020)", "a"), ("Zinc (z)", "z"), ("n (n)", "n")]
    assert kind_choices(documents) == ["report"]
