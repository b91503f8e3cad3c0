"""Known facts are made in the terminal, and nothing is added that a person has not accepted."""

from pathlib import Path

from evals.cases.load import load_cases


def facts_of(library) -> tuple:
    """Return the facts beside a library."""
    return load_cases(library.library / "facts" / "facts.yaml")


def test_add_with_options(own) -> None:
    """A fact is written with who added it and when, and asked by `eval`."""
    question = "How many participants attended the workshop?"
    done = own(
        "facts", "add", question, "--must", "84|eighty-four", "--doc", "workshop", "--quote", "84 participants",
        "--tag", "must-hold", "--by", "someone", "--note", "as printed",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    refused = own("facts", "add", "Who won the football match?", "--refuse", "--by", "someone")
    assert refused.returncode == 0, refused.stderr
    fact, refusal = facts_of(own)
    assert (fact.id, fact.kind, fact.must, fact.must_hold) == ("f01", "number", (("84", "eighty-four"),), True)
    assert (fact.added_by, fact.note, len(fact.added)) == ("someone", "as printed", 10)
    assert (refusal.id, refusal.kind, refusal.refuse) == ("f02", "refuse", True)
    assert "all well: 2 cases" in own("facts", "check").stdout
    assert own("eval").returncode == 0


def test_add_by_answering(own) -> None:
    """The answer of today and its paragraphs are shown; the person says which, what it must hold and by what words."""
    done = own("facts", "add", "How many tonnes of millet did the store in Accra hold?", stdin="1\n340\n\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Answer now: The store in Accra held 340 tonnes" in done.stdout
    [fact] = facts_of(own)
    assert fact.must == (("340",),)
    assert fact.gold[0].documents == ("stores",)
    assert "340 tonnes" in fact.gold[0].quotes[0]
    unsaid = own("facts", "add", "Who won the football match?", stdin="0\n")
    assert unsaid.returncode == 0, unsaid.stdout + unsaid.stderr
    assert facts_of(own)[1].refuse


def test_what_is_not_in_the_library_is_not_added(own) -> None:
    """A quote that is nowhere, an id that is taken, and a number that was not offered."""
    add = ("facts", "add", "How many came?", "--must", "84", "--doc", "workshop")
    wrong = own(*add, "--quote", "85 participants")
    assert wrong.returncode == 1
    assert "'85 participants', which is in no paragraph of 'workshop'" in wrong.stderr
    assert not (own.library / "facts").exists()
    assert own(*add, "--quote", "84 participants", "--id", "x").returncode == 0
    assert "there is a case 'x' already" in own(*add, "--quote", "84 participants", "--id", "x").stderr
    assert "none of the numbers shown" in own("facts", "add", "How many came?", stdin="77\n").stderr


def test_propose_adds_what_is_accepted_alone(own) -> None:
    """Yes adds, edit asks for better words, no leaves out, and quit ends it; showing adds nothing."""
    shown = own("facts", "propose", "workshop", "--show")
    assert "date: When was the workshop held in Lagos? → 4 March 2031" in shown.stdout
    assert not (own.library / "facts").exists()
    done = own("facts", "propose", "workshop", stdin="y\nn\ne\nHow many people came?\n84\nq\n")
    assert done.returncode == 0, done.stderr
    assert "2 accepted of 4 shown" in done.stderr
    first, second = facts_of(own)
    assert (first.id, first.question) == ("p01", "When was the workshop held in Lagos?")
    assert (second.id, second.question, second.must) == ("p02", "How many people came?", (("84",),))
    silent = own("facts", "propose", "workshop", stdin="")
    assert "0 accepted of 1 shown" in silent.stderr


def test_out_to_a_spreadsheet_and_in_again(own, tmp_path: Path) -> None:
    """The same facts come back into another file."""
    own("facts", "add", "How many came?", "--must", "84", "--doc", "workshop", "--quote", "84 participants")
    assert own("facts", "export", tmp_path / "facts.csv").returncode == 0
    done = own("facts", "import", tmp_path / "facts.csv", "--file", tmp_path / "again.yaml")
    assert done.returncode == 0, done.stderr
    assert load_cases(tmp_path / "again.yaml")[0].digest == facts_of(own)[0].digest
    twice = own("facts", "import", tmp_path / "facts.csv", "--file", tmp_path / "again.yaml")
    assert twice.returncode == 1
    assert "was not taken in" in twice.stderr
