"""Which row of a table without marked heads is taken for them."""

from corpus.block import Block
from corpus.structure.tables import with_columns


def _rows(*cells: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the heads of each row."""
    blocks = [Block("\t".join(row), role="row", cells=row, table=1) for row in cells]
    return [block.columns for block in with_columns(blocks)]


def test_a_first_row_like_those_below_it_is_no_heading() -> None:
    """A list of papers by symbol has no heads; years, and words over figures, are such."""
    papers = (("2297 (XXII)", "Trade centre"), ("69/313", "Finance for development"), ("79/201", "Enterprise"))
    assert _rows(*papers) == [(), (), ()]
    years = (("2019", "2020"), ("41 boats", "18 boats"), ("5 boats", "7 boats"))
    assert _rows(*years)[1:] == [("2019", "2020")] * 2
    named = (("Symbol", "Title"), *papers)
    assert _rows(*named)[1:] == [("Symbol", "Title")] * 3
