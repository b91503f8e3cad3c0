"""The file of cases is read strictly."""

from pathlib import Path

import pytest

from corpus.errors import CaseError
from evals.cases.load import load_cases

GOOD = (
    '- {id: a, kind: number, doc: "report", question: "How many came?", must: [["70", "seventy"]], quote: "70 came"}\n'
)


def write(folder: Path, text: str | bytes) -> Path:
    """Write a file of cases."""
    path = folder / "cases.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_reads_a_fact(tmp_path: Path) -> None:
    """A case has its groups, its document and its quote, and the line it begins on."""
    [case] = load_cases(write(tmp_path, "# facts\n" + GOOD))
    assert case.must == (("70", "seventy"),)
    assert case.gold[0].documents == ("report",)
    assert case.gold[0].quotes == ("70 came",)
    assert (case.line, case.refuse, case.word_limit) == (2, False, 120)


def test_reads_history_refusals_and_several_gold_paragraphs(tmp_path: Path) -> None:
    """The forms that the seeds use are all understood."""
    text = (
        '- {id: a, kind: list, doc: "x+y", history: ["Who?"], question: "And?", must: [["b"]],'
        ' gold: [{doc: "x+y", quote: "one"}, {doc: y, quote: [two, three]}]}\n'
        '- {id: b, kind: refuse, question: "What is it?", refuse: true}\n'
        '- {id: c, kind: number, doc: x, question: "Why?", must: [[b]], must_not: "no", quote: [a, b]}\n'
    )
    several, refusal, single = load_cases(write(tmp_path, text))
    assert several.history == ("Who?",)
    assert [gold.documents for gold in several.gold] == [("x", "y"), ("y",)]
    assert several.gold[1].quotes == ("two", "three")
    assert several.word_limit == 200
    assert refusal.refuse
    assert not refusal.gold
    assert single.must_not == ("no",)
    assert single.gold[0].quotes == ("a", "b")


def test_reads_the_real_facts(reference: Path) -> None:
    """Every case of the known facts is read."""
    cases = load_cases(reference / "facts" / "seeds.yaml")
    assert len(cases) == 53
    assert sum(case.refuse for case in cases) == 8


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- {id: a, kind: x, question: q, colour: red}", 1, "unknown key 'colour' in a case"),
        (GOOD + GOOD, 2, "the id 'a' is that of line 1 too"),
        (GOOD.replace("}", ", tolerance: about 3}"), 1, "tolerance is 'about 3'"),
        (GOOD.replace("}", ", tolerance: 0}"), 1, "tolerance is '0'"),
        (GOOD.replace("}", ", tolerance: 1}").replace("70", "many"), 1, "a tolerance and no number"),
        (GOOD.replace("}", ", added: yesterday}"), 1, "added is 'yesterday'; write the day as"),
        (GOOD.replace("}", ", tags: [[x]]}"), 1, "tags is a list"),
        (GOOD.replace('quote: "70 came"', "label: 3"), 1, "label is the number '3'"),
        (GOOD.replace("}", ", gold: [{doc: a, label: '1'}]}").replace('quote: "70 came"', "label: '3'"), 1, "'gold'"),
        ("- {id: a, kind: x, question: q, must: [[b]], gold: [{quote: a}]}", 1, "'gold' without 'doc'"),
        (GOOD.replace('["70", "seventy"]', f"[{'x, ' * 1_001}]"), 1, "1,001 entries"),
        ("- id: a\n  kind: x\n  id: b", 3, "the key 'id' comes twice"),
        ("- {id: 12, kind: x, question: q}", 1, "id is the number '12'; write it as text, in quotes: \"12\""),
        (GOOD.replace('"report"', "000"), 1, "doc is the number '000'"),
        (GOOD.replace('"70", ', "70, "), 1, "each group of 'must' is the number '70'"),
        (GOOD.replace("[[", "[").replace("]]", "]"), 1, "each group of 'must' is the text '70'; write a list"),
        (GOOD.replace('"70 came"', "2020-01-01"), 1, "quote is the date '2020-01-01'"),
        (GOOD.replace('"70 came"', '""'), 1, "quote is empty text"),
        (GOOD.replace('"70 came"', "[]"), 1, "quote is an empty list"),
        (GOOD.replace('"70 came"', ""), 1, "quote is left empty"),
        (GOOD.replace('"70 came"', "{a: b}"), 1, "quote is a set of key: value pairs"),
        (GOOD.replace('"report"', '"a+"'), 1, "doc is 'a+'"),
        (GOOD.replace('doc: "report", ', ""), 1, "a 'quote' and no 'doc'"),
        (GOOD.replace(', quote: "70 came"', ""), 1, "does not say what is cited"),
        (GOOD.replace('must: [["70", "seventy"]], ', ""), 1, "does not say what its answer holds"),
        (GOOD.replace("}", ", refuse: true}"), 1, "'refuse: true' and also 'must'"),
        (GOOD.replace("}", ", refuse: 1}"), 1, "refuse is the number '1'; write true or false"),
        (GOOD.replace("}", ", gold: [{doc: a, quote: b}]}"), 1, "both 'quote' and 'gold'"),
        ("- {id: a, kind: x, question: q, must: [[b]], gold: [{doc: a}]}", 1, "'gold' without 'quote'"),
        ("- {kind: x, question: q}", 1, "a case without 'id'"),
        ("\n- just text", 2, "a case is the text 'just text'"),
        ("a: b", 1, "the file of cases is a set of key: value pairs"),
        ("[]", 1, "the file of cases is an empty list"),
        (GOOD + "- {id: b, kind: [", 2, "not well-formed YAML"),
        (GOOD + "- 'open", 2, "not well-formed YAML"),
        (GOOD + "---\n" + GOOD, 2, "not well-formed YAML"),
        (GOOD + "- *nowhere", 2, "not well-formed YAML"),
        (GOOD + "- \0", 2, "a control character"),
        (GOOD.encode() + b"- \xff", 2, "not UTF-8"),
    ],
)
def test_names_file_and_line_of_a_fault(tmp_path: Path, text: str | bytes, line: int, words: str) -> None:
    """Whatever is not understood is told with the file, the line and the value."""
    path = write(tmp_path, text)
    with pytest.raises(CaseError) as caught:
        load_cases(path)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert words in str(caught.value)


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "\n\n"])
def test_an_empty_file_is_told_with_an_example(tmp_path: Path, text: str) -> None:
    """A file without cases says so and shows how one is written."""
    path = write(tmp_path, text)
    with pytest.raises(CaseError, match="no cases in it") as caught:
        load_cases(path)
    assert "- {id: a1" in str(caught.value)


def test_the_example_is_itself_a_case(tmp_path: Path) -> None:
    """What the message shows can be pasted into a file."""
    with pytest.raises(CaseError) as caught:
        load_cases(write(tmp_path, ""))
    assert len(load_cases(write(tmp_path, str(caught.value).splitlines()[-1].strip()))) == 1


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    """A path that is no file is named."""
    with pytest.raises(CaseError, match=r"no file of cases at .*absent\.yaml"):
        load_cases(tmp_path / "absent.yaml")
    with pytest.raises(CaseError, match="is a folder"):
        load_cases(tmp_path)


def test_deep_nesting_is_told(tmp_path: Path) -> None:
    """A file that nests without end is an error, not a crash."""
    with pytest.raises(CaseError, match="nested"):
        load_cases(write(tmp_path, "[" * 20_000))


def test_reads_what_goes_with_a_case(tmp_path: Path) -> None:
    """Label, tolerance, tags, note, and who added it and when."""
    more = ', label: "13(c)", tolerance: 2%, tags: [must-hold, money], note: n, added_by: someone, added: 2026-01-31}'
    [case] = load_cases(write(tmp_path, GOOD.replace("}", more)))
    assert case.gold[0].label == "13(c)"
    assert case.tolerance is not None
    assert case.tolerance.allows(100, 102)
    assert not case.tolerance.allows(100, 102.1)
    assert (case.must_hold, case.tags) == (True, ("must-hold", "money"))
    assert (case.note, case.added_by, case.added) == ("n", "someone", "2026-01-31")
    assert case.file.endswith("cases.yaml")


def test_a_digest_is_of_what_decides(tmp_path: Path) -> None:
    """A note or a tag changes no outcome; another question, quote or tolerance may."""
    cases = [GOOD, GOOD.replace("}", ", note: n, tags: x}"), GOOD.replace("many", "few"), GOOD.replace("came", "went")]
    digests = [load_cases(write(tmp_path, text))[0].digest for text in cases]
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3


def test_reads_every_file_of_a_folder(tmp_path: Path) -> None:
    """Cases come file by file; an id is used once over all of them, and the error names both places."""
    (tmp_path / "b.yaml").write_text(GOOD.replace("id: a", "id: b"))
    (tmp_path / "a.yml").write_text(GOOD)
    (tmp_path / "notes.txt").write_text("no cases")
    assert [case.id for case in load_cases(tmp_path)] == ["a", "b"]
    (tmp_path / "c.yaml").write_text("# one\n" + GOOD)
    with pytest.raises(CaseError, match=r"c\.yaml, line 2: the id 'a' is that of .*a\.yml, line 1 too"):
        load_cases(tmp_path)


def test_a_huge_file_is_told(tmp_path: Path) -> None:
    """A file that is too large is not read at all."""
    with pytest.raises(CaseError, match="split it over several"):
        load_cases(write(tmp_path, "#" * 4_000_001))
