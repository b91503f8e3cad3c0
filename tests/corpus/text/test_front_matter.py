"""Front matter of texts."""

import pytest

from corpus.parse import parse
from corpus.text.front_matter import split_front_matter


def test_fields_are_the_plain_values() -> None:
    """Quoted and plain values are fields; lists and mappings are not."""
    text = '---\nTitle: "Roof: slate or tin"\ndate: 2020-01-02 09:00:00 -0500\ntopics:\n  - roof\n---\nText.\n'
    fields, front = split_front_matter(text)
    assert fields == {"title": "Roof: slate or tin", "date": "2020-01-02 09:00:00 -0500"}
    assert text[len(front) :] == "Text.\n"


def test_front_matter_that_is_not_yaml_is_read_line_by_line() -> None:
    """A title with a colon in it breaks YAML, and is still the title."""
    assert split_front_matter("---\ntitle: Roof: slate or tin\n---\n")[0] == {"title": "Roof: slate or tin"}


def test_front_matter_between_plus_signs_has_equal_signs() -> None:
    """Some sites write their fields in TOML."""
    fields, front = split_front_matter('+++\ntitle = "Roof: slate or tin"\ndate = 2020-01-02T09:00:00Z\n+++\nText.\n')
    assert (fields["title"], fields["date"]) == ("Roof: slate or tin", "2020-01-02T09:00:00Z")
    assert front.endswith("+++\n")


def test_sentences_between_rules_are_no_front_matter() -> None:
    """A text that begins with a rule loses nothing."""
    text = "---\nThe roof leaks, and the rain comes in.\n---\nMore.\n"
    assert split_front_matter(text) == ({}, "")
    assert "The roof leaks" in parse(text.encode(), "roof.md", "d").text


@pytest.mark.parametrize("name", ["roof.md", "roof.txt"])
def test_a_text_is_read_without_its_front_matter(name: str) -> None:
    """The front matter says what the document is, is listed as left out, and is no paragraph."""
    parsed = parse(
        b"---\ntitle: Roof of the church\ndate: 2 January 2020\n---\n\nThe roof is made of tin.\n", name, "d"
    )
    assert [paragraph.text for paragraph in parsed.paragraphs] == ["The roof is made of tin."]
    assert (parsed.metadata.title, parsed.metadata.date) == ("Roof of the church", "2020-01-02")
    assert parsed.origins["title"] == parsed.origins["date"] == "front matter"
    assert parsed.coverage.whole
