"""Which candidates come first, which of them are read, and how sure the best one is."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from shelf import Marker, Piece, Report, Shelf, given, ranked

from assistant.ranking.features import FEATURES
from assistant.ranking.learned import learned
from assistant.ranking.reader import SpanPrediction, Window
from assistant.ranking.select import DECIDING, RANKING, RankedCandidate, confidence, deciding_values, ranking_values
from corpus.document import Metadata

HARBOUR = "Who opened the harbour of Saltmarsh?"


@dataclass
class Listener:
    """A reader that sees no answer, and keeps what it is given."""

    windows: list[Window] = field(default_factory=list)
    digest: str = "listener"

    def read(self, question: str, windows: Sequence[Window]) -> list[list[SpanPrediction]]:
        self.windows += windows
        return Marker({}).read(question, windows)

    @property
    def texts(self) -> list[str]:
        return [window.text for window in self.windows]


def _quotes(items: Sequence[RankedCandidate]) -> list[str]:
    return [item.candidate.quote for item in items]


def _words(letter: str, number: int) -> str:
    return f"The {' '.join(f'{letter}{rank}' for rank in range(number - 1))}."


def test_without_a_reader_plain_features_rank() -> None:
    """What shares more with the question and holds what is asked for comes first; all candidates are given."""
    shelf = Shelf(Report(["The board met.", "The harbour was opened late.", "Ove Lind opened the harbour."]))
    items = ranked(HARBOUR, shelf)
    assert _quotes(items) == ["Ove Lind opened the harbour.", "The harbour was opened late.", "The board met."]
    assert [item.score for item in items] == [learned().choosing.score(FEATURES, item.features) for item in items]
    assert {(item.margin, item.span) for item in items} == {(0.0, None)}


def test_ties_keep_the_order_of_the_passages() -> None:
    """Sentences of one passage that share as much stand as they stand there."""
    shelf = Shelf("The board met. Ove Lind opened it. Ann Lind opened it. Bob Lind opened it.")
    for reader in (None, Marker({})):
        assert [quote[:3] for quote in _quotes(ranked(HARBOUR, shelf, reader))] == ["Ove", "Ann", "Bob", "The"]


@pytest.mark.parametrize("reader", [None, Marker({})])
def test_nothing_found_ranks_nothing(reader: Marker | None) -> None:
    """Headings alone are no candidates."""
    assert ranked(HARBOUR, Shelf(Report([Piece("The harbour of Saltmarsh", "heading")])), reader) == []


def test_the_reader_ranks_what_it_read() -> None:
    """A span that it is sure of outweighs words that are shared, and is kept; no span is none."""
    shelf = Shelf(Report(["Ove Lind opened a quay.", "Then a smith opened the harbour."]))
    assert "Ove" in ranked(HARBOUR, shelf)[0].candidate.quote
    first, second = ranked(HARBOUR, shelf, Marker({"a smith": 12.0}))
    assert first.candidate.quote[slice(*first.span)] == "a smith"  # type: ignore[misc]
    assert (first.margin, second.margin, second.span) == (12.0, -5.0, None)
    for item in (first, second):
        assert item.score == learned().ranking.score(RANKING, ranking_values(item))


@pytest.mark.parametrize(
    ("margin", "value"), [(4.0, 0.4), (15.0, 1.5), (16.0, 1.5), (-15.0, -1.5), (-16.0, -1.5), (float("-inf"), -1.5)]
)
def test_a_margin_counts_up_to_fifteen(margin: float, value: float) -> None:
    """A tenth of it ranks, after the features."""
    item = given(Shelf("The board met.").candidate(""), margin=margin)
    assert ranking_values(item) == (*item.features, value)


def _decided(*items: tuple[float, float]) -> dict[str, float]:
    """Return what decides for candidates of the given scores and margins; what is seen tells them apart."""
    values = [
        (*(rank + place / 100 for place in range(len(FEATURES))), margin) for rank, (_, margin) in enumerate(items)
    ]
    return dict(zip(DECIDING, deciding_values(values, [score for score, _ in items]), strict=True))


def test_what_decides_is_seen_of_the_best() -> None:
    """The candidate with the best score, wherever it stands, is looked at; the best margin may be another's."""
    found = _decided((1.0, 0.7), (2.5, -0.2), (0.0, 0.1))
    for name in ("similarity of the passage", "holds what is asked for"):
        assert found[name] == 1 + FEATURES.index(name) / 100
    assert found["margin of the reader"] == -0.2
    assert found["best margin of all that was read"] == 0.7
    assert found["lead over the next candidate"] == 1.5


@pytest.mark.parametrize(
    ("scores", "lead"), [((3.0, 2.5), 0.5), ((1.0, 1.0), 0), ((9.0, 1.0), 2.0), ((1.0,), 2.0), ((1.0, 9.0, 7.5), 1.5)]
)
def test_the_lead_is_over_the_next_best(scores: Sequence[float], lead: float) -> None:
    """Up to two; a candidate alone leads by as much."""
    assert _decided(*((score, 0.0) for score in scores))["lead over the next candidate"] == lead


def test_confidence_is_the_chance_that_the_first_answers() -> None:
    """By the learned weights of what decides; without a candidate there is none."""
    candidate = Shelf("The board met.").candidate("")
    items = [given(candidate, 3.0, 4.0), given(candidate, 2.0, 9.0)]
    values = [1.0, 1.0, 1.0, 0.4, 0.9, 1.0]
    assert confidence(items) == pytest.approx(learned().deciding.probability(DECIDING, values))
    assert confidence(items[:1]) < confidence([replace(items[0], margin=8.0)]) < 1
    assert confidence([]) == 0


def test_neighbours_are_read_in_one_window() -> None:
    """Sentences of one paragraph, and of the next under the same heading; not over a heading or a document."""
    shelf = Shelf(
        Report(
            [
                Piece("The board met. It rested.", section=("Opening",)),
                Piece("Ann Lind opened it.", section=("Opening",)),
                Piece("Ove Lind opened the harbour.", section=("Closing",)),
            ]
        ),
        Report([Piece("Bob Lind came.", section=("Closing",))], "other"),
    )
    listener = Listener()
    ranked(HARBOUR, shelf, listener)
    assert sorted(listener.texts) == [
        "Closing Bob Lind came.",
        "Closing Ove Lind opened the harbour.",
        "Opening The board met. It rested. Ann Lind opened it.",
    ]


def test_paragraphs_with_one_between_are_no_neighbours() -> None:
    """A row of headings says nothing and parts what stands around it."""
    row = Piece("2031\t12", "row", columns=("Year", "Ships"))
    listener = Listener()
    ranked(HARBOUR, Shelf(Report(["Ove Lind opened it.", Piece("Year\tShips", "row"), row])), listener)
    assert sorted(listener.texts) == ["2031\t12", "Ove Lind opened it."]


@pytest.mark.parametrize(("length", "windows"), [(45, 1), (46, 2)])
def test_a_window_holds_ninety_words(length: int, windows: int) -> None:
    """A neighbour that has no room goes into a window of its own."""
    listener = Listener()
    ranked(HARBOUR, Shelf(Report([_words("a", 45), _words("b", length)])), listener)
    assert len(listener.windows) == windows


@pytest.mark.parametrize(("length", "holds"), [(30, True), (31, False)])
def test_a_window_grows_on_both_sides(length: int, holds: bool) -> None:
    """From the candidate that it is made for, after and before it by turns, as far as each neighbour has room."""
    shelf = Shelf(Report([_words("a", length), _words("b", 25), "Ove Lind opened the harbour.", _words("c", 30)]))
    listener = Listener()
    ranked(HARBOUR, shelf, listener)
    first = next(text for text in listener.texts if "Ove" in text)
    assert [letter in first for letter in ("a0", "b0", "c0")] == [holds, True, True]


@pytest.mark.parametrize(("length", "windows"), [(80, 5), (30, 12)])
def test_only_so_much_is_read(length: int, windows: int) -> None:
    """Windows are added until 340 words are there, and twelve at most; what was not read is not ranked."""
    reports = [Report([_words("a", length)], f"report-{rank:02}") for rank in range(20)]
    listener = Listener()
    assert len(ranked(HARBOUR, Shelf(*reports), listener)) == len(listener.windows) == windows


def test_the_best_by_plain_features_are_read() -> None:
    """What is left out is what shares least with the question."""
    idle = [Report([_words("a", 80)], f"report-{rank:02}") for rank in range(8)]
    shelf = Shelf(*idle, Report(["Ove Lind opened the harbour of Saltmarsh."], "z"))
    assert _quotes(ranked(HARBOUR, shelf, Marker({})))[0] == "Ove Lind opened the harbour of Saltmarsh."


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        (Piece("Ove Lind opened it."), "Ove Lind opened it."),
        (Piece("Ove Lind opened it.", section=("Annex", "Opening")), "Opening Ove Lind opened it."),
    ],
)
def test_context_stands_before_the_sentences(piece: Piece, text: str) -> None:
    """The heading next above; the title of the document is no part of it."""
    listener = Listener()
    ranked(HARBOUR, Shelf(Report([piece], metadata=Metadata("Minutes"))), listener)
    [window] = listener.windows
    assert window.text == text
    assert [window.text[start:end] for start, end in window.pieces] == ["Ove Lind opened it."]


@pytest.mark.parametrize(
    ("section", "opening"), [((), "Harbour works"), (("Annex", "Progress"), "Progress. Harbour works")]
)
def test_the_opening_of_a_paragraph_stands_before_what_follows_it(section: tuple[str, ...], opening: str) -> None:
    """Where the first sentence has no room, its first words say what the others are about."""
    long = f"Harbour works: {_words('a', 88)}"
    listener = Listener()
    ranked(HARBOUR, Shelf(Report([Piece(f"{long} Ove Lind opened it.", section=section)])), listener)
    assert sorted(listener.texts, key=len) == [f"{opening} Ove Lind opened it.", " ".join([*section[-1:], long])]


def test_each_sentence_has_its_place_in_the_window() -> None:
    """Ranges are of the window's text, one for each candidate in the order of the paragraph."""
    listener = Listener()
    ranked(HARBOUR, Shelf(Report([Piece("The board met. Ove Lind opened it.", section=("Opening",))])), listener)
    [window] = listener.windows
    assert [window.text[start:end] for start, end in window.pieces] == ["The board met.", "Ove Lind opened it."]
    assert window.pieces[0][0] == len("Opening ")
