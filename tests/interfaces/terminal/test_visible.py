"""What is printed cannot steer a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from interfaces.terminal.visible import in_one_line, sound, visible


def test_control_characters_are_replaced_one_for_one() -> None:
    """Offsets stay as they are; new lines and tabs are kept."""
    assert visible("a\x1b[31mb\r\n\tc\x9bd") == "a\ufffd[31mb\ufffd\n\tc\ufffdd"


def test_in_one_line() -> None:
    """Runs of white space become one space."""
    assert in_one_line(" a\n\n b\t c ") == "a b c"


def test_halves_of_pairs_are_no_characters() -> None:
    """What a command line or a JSON escape may bring is replaced one for one."""
    assert sound("a\ud800b\udcff") == "a\ufffdb\ufffd"


@given(st.text())
def test_visible_text_can_be_printed(text: str) -> None:
    """Any text keeps its length and can be encoded."""
    assert len(visible(text)) == len(text)
    visible(text).encode("utf-8")
