"""Threads of mail: the message's own words apart from what it quotes and forwards, in text and in HTML."""

from email.message import EmailMessage

import pytest

from corpus.parse import Parsed, parse


def read(text: str, kind: str = "plain", **parameters: str) -> Parsed:
    """Return a message of a text as parsed, with every character accounted for."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Nadia Orr <nadia@example.org>", "paul@example.org", "Re: Seminar"
    made.set_content(text, subtype=kind)
    for name, value in parameters.items():
        made.set_param(name, value)
    parsed = parse(bytes(made), "note.eml", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


def told(parsed: Parsed) -> list[tuple[str, str]]:
    """Return the paragraphs below the headers, each after the part of the thread that it stands in."""
    found = [(p.section[-1] if p.section else "", p.text) for p in parsed.paragraphs if p.kind != "heading"]
    return [entry for entry in found if not entry[1].startswith(("From: Nadia", "To: paul"))]


PAUL = "On Mon, 11 Mar 2019 at 17:02, Paul Voss wrote:"


def test_quoted_lines_stand_under_their_writer_and_date() -> None:
    """The newest message stands first and by itself; each line with a sign is of the one who wrote it."""
    parsed = read(f"It is moved to 21 May.\n\n{PAUL}\n> It will be on 7 May.\n>> Old plan: 30 April.\n")
    assert told(parsed) == [
        ("", "It is moved to 21 May."),
        (f"Quoted message: {PAUL}", "It will be on 7 May."),
        ("Quoted message, its writer not named", "Old plan: 30 April."),
    ]
    assert [e.text for e in parsed.exclusions if e.reason == "sign of quotation"] == ["> >>"]


def test_answers_between_quoted_lines_are_the_message_again() -> None:
    """Words that follow a quotation without a sign are the writer's own."""
    parsed = read(f"{PAUL}\n> How many seats?\n\nThere are sixty.\n\n> And the date?\n\nIt is 21 May.\n")
    assert [section.partition(":")[0] for section, _ in told(parsed)] == [
        "Quoted message", "Message of Nadia Orr, continued", "Quoted message, its writer not named",
        "Message of Nadia Orr, continued",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("divider", "kind"),
    [
        ("-----Original Message-----\n", "Quoted"),
        ("---------- Forwarded message ---------\n", "Forwarded"),
        ("", "Quoted"),
    ],
)
def test_headers_within_a_text_open_what_follows_them(divider: str, kind: str) -> None:
    """A block of headers names the writer and the date of all that stands below, however programs part it off."""
    parsed = read(
        f"See below.\n\n{divider}From: Rita Holm\nSent: 8 March 2019\nSubject: budget\n\nIt is 4,100 crowns.\n"
    )
    assert told(parsed) == [
        ("", "See below."),
        (f"{kind} message: From: Rita Holm; Sent: 8 March 2019; Subject: budget", "It is 4,100 crowns."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Am 11.03.2019 um 17:02 schrieb Paul Voss:",
        "Le lun. 11 mars 2019 à 17:02, Paul Voss a écrit :",
        "El lun, 11 mar 2019 a las 17:02, Paul Voss escribió:",
        "On Mon, 11 Mar 2019 at 17:02, Paul Voss of the Department for Long Names\n<paul.voss@example.org> wrote:",
    ],
)
def test_attributions_of_other_programs(line: str) -> None:
    """Programs in other languages, and long names on two lines, open a quotation as well."""
    parsed = read(f"Thanks.\n\n{line}\n> It will be on 7 May.\n")
    assert told(parsed)[-1] == (f"Quoted message: {' '.join(line.split())}", "It will be on 7 May.")


def test_lines_that_flow_are_joined() -> None:
    """Where a message says so, a line that ends in a space goes on in the next of the same depth."""
    parsed = read(f"It is moved \nto 21 May.\n\n{PAUL}\n> The seminar \n> is on 7 May.\n", format="flowed")
    assert [text for _, text in told(parsed)] == ["It is moved to 21 May.", "The seminar is on 7 May."]


def test_quotations_in_html_are_known_too() -> None:
    """A quotation that a program marks, and a block of headers between lines, part a message in HTML."""
    quoted = f"<div>{PAUL}<br></div><blockquote type=cite><p>It will be on 7 May.</p></blockquote><p>I agree.</p>"
    assert told(read(f"<p>It is moved.</p>{quoted}", "html")) == [
        ("", "It is moved."),
        (f"Quoted message: {PAUL}", "It will be on 7 May."),
        ("Message of Nadia Orr, continued", "I agree."),
    ]
    outlook = (
        "<p>See below.</p><hr><p><b>From:</b> Rita Holm<br><b>Sent:</b> 8 March 2019<br><b>Subject:</b> budget</p>"
    )
    assert told(read(f"{outlook}<p>It is 4,100 crowns.</p>", "html"))[-1] == (
        "Quoted message: From: Rita Holm; Sent: 8 March 2019; Subject: budget", "It is 4,100 crowns.",
    )  # fmt: skip


def test_plain_words_open_nothing() -> None:
    """A sentence that ends in a colon, and a list of fields that is no message's, stay the writer's words."""
    parsed = read("On Monday the board wrote down what follows.\n\nDate: 5 May 2021\nPlace: Ulm\n\nFrom: the gate\n")
    assert {section for section, _ in told(parsed)} == {""}
