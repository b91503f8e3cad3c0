"""Documents of one series, and the place of each."""

from corpus.document import Document, Metadata
from corpus.metadata.series import Place, places_in_series


def _document(name: str, metadata: Metadata, path: str = "", collection: str = "default") -> Document:
    return Document(name, path or f"/reports/{name}.txt", "", "txt", metadata, "", collection)


def _minutes(name: str, date: str, **facts: str) -> Document:
    return _document(name, Metadata(f"Minutes of the Parish Board, {date}", date=date, body="Parish Board", **facts))


def test_minutes_of_one_body_stand_in_order() -> None:
    """Each knows the one before, the one after and the latest, whatever order they came in."""
    places = places_in_series([_minutes("c", "2020-03-01"), _minutes("a", "2018-03-01"), _minutes("b", "2019-03-01")])
    assert places == {
        "a": Place("", "b", "c", 3),
        "b": Place("a", "c", "c", 3),
        "c": Place("b", "", "c", 3),
    }


def test_files_named_alike_but_for_the_date_are_a_series() -> None:
    """Neither title nor body is needed where the files of one folder say it."""
    named = [_document(day, Metadata(date=day), f"/votes/votes_{day}.pdf") for day in ("2020-01-02", "2020-02-03")]
    elsewhere = _document("x", Metadata(date="2020-03-04"), "/other/votes_2020-03-04.pdf")
    places = places_in_series([*named, elsewhere])
    assert places["2020-01-02"].after == "2020-02-03"
    assert "x" not in places


def test_quarterly_reports_are_ordered_by_what_they_cover() -> None:
    """The report issued late still stands before the next quarter's."""
    reports = [
        _document(
            f"q{n}",
            Metadata(
                f"Report for the quarter ended {day}", date=issued, period=f"2019-01-01/{end}", body="Harbour Trust"
            ),
        )
        for n, day, end, issued in (
            (1, "31 March 2019", "2019-03-31", "2019-09-01"),
            (2, "30 June 2019", "2019-06-30", "2019-08-01"),
        )
    ]
    assert places_in_series(reports)["q1"] == Place("", "q2", "q2", 2)


def test_what_only_looks_alike_is_no_series() -> None:
    """Letters, other bodies, other collections, revisions and documents without a date or a body stand alone."""
    title = "Letter dated 5 May 2020 from the chair"
    letters = [_document(n, Metadata(title, date=f"2020-05-0{n}", body="Board", kind="letter")) for n in "12"]
    others = [
        _minutes("a", "2018-03-01"),
        _document("b", Metadata("Minutes of the Parish Board, 1 May 2019", date="2019-05-01", body="Town Council")),
        _document("c", Metadata("Minutes of the Parish Board", date="2019-06-01", body="Parish Board"), collection="x"),
        _minutes("d", "2019-07-01", symbol="PB/5/Rev.1"),
        _document("e", Metadata("Minutes of the Parish Board, 1 May 2020", body="Parish Board")),
        _document("f", Metadata("Non-disclosure agreement", date="2019-05-01")),
        _document("g", Metadata("Non-disclosure agreement", date="2019-05-02")),
    ]
    assert places_in_series([*letters, *others]) == {}
