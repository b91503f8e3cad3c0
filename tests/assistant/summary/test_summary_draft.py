"""Templates, lengths, the coverage list, and what cannot be drafted."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.summary.coverage import addresses
from assistant.summary.draft import problems_of, summarize
from assistant.summary.outline import outline_of
from assistant.summary.summarizer import stream_documents, summarize_documents
from assistant.summary.summary import Point, PointSource
from assistant.summary.template import load_template, template_names, template_text
from corpus.errors import SummaryError, TemplateError
from corpus.paragraph import Paragraph


def test_a_document_without_a_session_is_told_and_offered_a_brief(note) -> None:
    """The sentence says what is lacking and names the template that draws from any document."""
    with pytest.raises(SummaryError, match=r"stores holds no session: .* --template brief"):
        summarize(*note, load_template("session"))
    assert summarize(*note, load_template("brief")).points


def test_a_document_without_a_sentence_is_told(note) -> None:
    """An empty document is nothing to draw from."""
    with pytest.raises(SummaryError, match="holds no sentence"):
        summarize(note[0], (), load_template("brief"))


@pytest.mark.parametrize("words", [10, 0, 1_000_000])
def test_an_impossible_length_is_told(note, words: int) -> None:
    """Ten words hold no point with its source; a million are no summary."""
    with pytest.raises(TemplateError, match="ask for 50 to 20,000"):
        summarize(*note, load_template("brief"), words)


def test_the_length_is_kept(session) -> None:
    """More words give more, and no draft is much longer than what was asked for."""
    lengths = [summarize(*session, load_template("report"), words).words for words in (50, 100, 200)]
    assert lengths == sorted(lengths)
    assert all(length <= 1.2 * words for length, words in zip(lengths, (50, 100, 200), strict=True))


def test_the_same_document_gives_the_same_draft(session) -> None:
    """There is no randomness anywhere."""
    assert summarize(*session, load_template("session")) == summarize(*session, load_template("session"))


def test_the_coverage_list_is_what_no_point_cites(session) -> None:
    """Cited paragraphs and silent ones together are all that could be cited, and none is both."""
    summary = summarize(*session, load_template("decisions"))
    silent = {p.position for silence in summary.silences for p in silence.paragraphs}
    cited = {source.paragraph.position for point in summary.points for source in point.sources}
    citable = {p.position for p in outline_of(*session).citable}
    assert silent | cited == citable
    assert not silent & cited
    assert summary.paragraphs == len(citable)
    assert any(addresses(silence.paragraphs) == "1 to 3" for silence in summary.silences)


def test_what_the_source_does_not_bear_is_found(session) -> None:
    """A point with another number than its source is told apart, as when a drafter edits it."""
    document, paragraphs = session
    paragraph = next(p for p in paragraphs if p.label == "4")
    quote = paragraph.text.split(". He")[0] + "."
    sound = Point("proposed to buy 12 electric ferries by 2034.", (PointSource(document, paragraph, quote),))
    wrong = Point("proposed to buy 13 electric ferries by 2034.", sound.sources)
    outline = outline_of(*session)
    assert problems_of(sound, outline) == ()
    assert [problem.stated for problem in problems_of(wrong, outline)] == ["13"]


def test_every_template_that_comes_along_can_be_loaded() -> None:
    """Their names are those the product promises, and each says what it is for."""
    names = set(template_names())
    assert {"session", "decisions", "brief", "who-said-what", "activities", "figures"} <= names
    assert all(load_template(name).about for name in names)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("parts:\n  - part: weather\n", "is of 'weather', which is unknown; there are meeting"),
        ("parts: []\n", "must have a list 'parts'"),
        ("wrods: 3\nparts:\n  - part: points\n", "has the key 'wrods', which is unknown"),
        ("parts:\n  - part: points\n    share: -1\n", "has the share -1"),
        ("words: 7\nparts:\n  - part: points\n", "ask for 50"),
        ("needs: rain\nparts:\n  - part: points\n", "needs 'rain'"),
        ("parts: [", "is not well-formed YAML"),
    ],
)
def test_a_template_that_is_wrong_is_told(tmp_path: Path, text: str, told: str) -> None:
    """The sentence names the file, what is wrong in it and what may stand there."""
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError, match=told):
        load_template(str(path))


def test_a_template_can_be_copied_and_changed(tmp_path: Path, session) -> None:
    """A person's own file is a template by its path; its headings are those that are written."""
    path = tmp_path / "mine.yaml"
    path.write_text(template_text("decisions").replace("Decisions and recommendations", "Agreed"), encoding="utf-8")
    summary = summarize(*session, load_template(str(path)))
    assert [part.heading for part in summary.parts] == ["Agreed"]
    assert summary.template == "mine"


def test_an_unknown_template_is_told() -> None:
    """A name that is none is answered with those there are."""
    with pytest.raises(TemplateError, match=r"no template 'sesion'; the templates are activities, brief"):
        load_template("sesion")


def test_several_documents_are_drafted_by_date(session, note) -> None:
    """Each stands under its name, in the order of their dates, and shares the words."""
    summary = summarize_documents([note, session], "brief", 200)
    assert next(part.heading for part in summary.parts if part.level == 1).startswith("2031-03-04: ")
    assert summary.words < 260
    assert len(summary.documents) == 2


def test_a_draft_grows_part_by_part(session) -> None:
    """Each step holds the one before it, and the last is the whole."""
    steps = list(stream_documents([session], "session", 300))
    assert len(steps) > 3
    assert all(set(a.points) <= set(b.points) for a, b in pairwise(steps))
    assert steps[-1] == summarize(*session, load_template("session"), 300)


def test_a_long_report_is_drafted_at_once(long_report) -> None:
    """A report of some forty pages takes a few seconds of the processor."""

    started = time.process_time()
    summary = summarize(*long_report, load_template("brief"), 300)
    assert summary.points
    assert time.process_time() - started < 15


def test_many_addresses_are_counted() -> None:
    """Where an address would be given twice, as below several headings, how many there are and the ends are told."""
    short = [Paragraph("lights", at, "", at % 3 + 1, (), None, 0, 6, "Lights") for at in range(9)]
    assert addresses(short[:3]) == "¶ 1 to ¶ 3"
    assert addresses(short) == "9 paragraphs, from ¶ 1 to ¶ 3"
