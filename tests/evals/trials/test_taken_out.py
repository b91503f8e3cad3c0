"""A rule is found, taken out wherever it is used, and put back."""

from assistant.verification.prose import modality
from assistant.verification.tokenized import tokenized_text
from assistant.verification.verify import verify
from evals.trials.code_size import CodeSize, size_of
from evals.trials.taken_out import can_matter, noting, rules_of, taken_out

SOURCE = "The board of Ostra did not approve 42 plans."


def rule(name: str):
    """Return the rule of the verification with a name."""
    return next(each for each in rules_of("assistant.verification") if each.name == name)


def test_a_check_finds_nothing_while_it_is_taken_out() -> None:
    """What it alone finds passes, and is found again afterwards."""
    said = "The board of Ostra did not approve 43 plans."
    with taken_out(rule("number_problems")):
        assert verify(said, SOURCE) == ()
    assert verify(said, SOURCE) != ()


def test_a_check_that_gives_one_problem_or_none_gives_none_while_it_is_taken_out() -> None:
    """As those of a model's prose do."""
    source = tokenized_text("The board should dredge the basin.")
    stated = tokenized_text("The board dredged the basin.")
    assert modality.modality_problem(stated, source) is not None
    with taken_out(rule("modality_problem")):
        assert modality.modality_problem(stated, source) is None


def test_a_list_is_empty_while_it_is_taken_out() -> None:
    """What was remembered of a text by the whole list is forgotten."""
    said = "The board of Ostra approved 42 plans."
    assert verify(said, SOURCE) != ()
    with taken_out(rule("_DENIES")):
        assert verify(said, SOURCE) == ()
    assert verify(said, SOURCE) != ()


def test_a_function_that_tells_something_is_noted() -> None:
    """One that finds nothing is not."""
    told: list[str] = []
    with noting(rule("number_problems"), lambda: told.append("number")):
        verify("The board of Ostra was pleased.", SOURCE)
        assert told == []
        verify("The board of Ostra had 43 plans.", SOURCE)
    assert told == ["number"]


def test_a_list_can_matter_where_one_of_its_words_stands() -> None:
    """A text that holds none of them need not be looked at."""
    assert can_matter(rule("_SCARCE"), "The supply is limited.")
    assert not can_matter(rule("_SCARCE"), "The supply is ample.")


def test_lines_patterns_and_words_of_a_file_are_counted() -> None:
    """Blank lines, comments and what a pattern is made of do not count."""
    source = (
        'import re\n\n# why\nA = frozenset("one two".split())\nB = re.compile(r"a b c")\nC = ("three", "four five")'
    )
    assert size_of(source) == CodeSize(lines=4, patterns=1, words=5)
