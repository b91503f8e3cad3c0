"""Reports that nobody wrote, about harbours and the like, to be many and to be in the way."""

import random
from collections.abc import Iterator

_PARAGRAPHS = 60
_BODIES = "Commission Committee Council Board Forum Panel Bureau Assembly".split()
_PLACES = "Port Vale, Windermoor, Saltmarsh, Tidewell, Easterby, Low Harrow, Quillhaven, Marrow Bay".split(", ")
_MATTERS = (
    "harbour dues, ferry timetables, peat restoration, the herring fishery, coastal broadband, seed exchange, "
    "lighthouse repair, school meals, wool grading, tidal power, drainage boards, bridge inspection"
).split(", ")
_SENTENCES = (
    "The {body} on {matter} met in {place} from {day} to {later} {month} {year} and was attended by {count} delegates.",
    "It noted that spending on {matter} had risen by {share} per cent since {before}, to {amount} million crowns.",
    "The representative of {place} said that {count} households lived by {matter} and asked for a review by {after}.",
    "The {body} decided to meet next in {place} in {month} {after}, and to invite observers from {count} towns.",
    "A technical paper on {matter}, written by the office in {place}, had been sent to {count} members in {year}.",
    "It requested the secretariat to report on {matter} to the {body} before {day} {month} {after}.",
    "Of {count} proposals received on {matter}, {few} were approved, {share} per cent of them from {place}.",
)


def made_up_reports(seed: int) -> Iterator[str]:
    """Yield reports of numbered paragraphs without end, always the same for a seed."""
    draw = random.Random(seed)
    while True:
        yield _report(draw)


def _report(draw: random.Random) -> str:
    body, place, matter = draw.choice(_BODIES), draw.choice(_PLACES), draw.choice(_MATTERS)
    year = draw.randint(1990, 2024)
    title = f"Report of the {body} on {matter} on its session held in {place} in {year}"
    paragraphs = [f"{number}. {_paragraph(draw, body, year)}" for number in range(1, _PARAGRAPHS + 1)]
    return "\n\n".join([title, *paragraphs]) + "\n"


def _paragraph(draw: random.Random, body: str, year: int) -> str:
    sentences = draw.sample(_SENTENCES, draw.randint(1, 3))
    return " ".join(
        sentence.format(
            body=body,
            matter=draw.choice(_MATTERS),
            place=draw.choice(_PLACES),
            day=draw.randint(1, 14),
            later=draw.randint(15, 28),
            month=draw.choice("January March April June July September October November".split()),
            year=year,
            before=year - draw.randint(1, 9),
            after=year + draw.randint(1, 3),
            count=draw.randint(12, 900),
            few=draw.randint(2, 11),
            share=f"{draw.uniform(1, 60):.1f}",
            amount=f"{draw.uniform(1, 900):.1f}",
        )
        for sentence in sentences
    )
