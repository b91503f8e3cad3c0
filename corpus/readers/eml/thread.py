"""Tell the words of a message from those that it quotes or forwards, each under the name of its writer and its date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.block import Block
from corpus.paragraph import Exclusion

_ATTRIBUTION = re.compile(
    r"(?:On|Am|Le|El|Il|Op|Em|Den)\s.{6,200}?\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev)\b"
    r".{0,80}?:|(?:(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}).{0,60}|.{2,80}) (?:wrote|schrieb)\s*:",
    re.S,
)
"""`On Mon, 11 Mar 2019 at 17:02, Paul Voss wrote:`, and as programs in other languages write it."""
_DIVIDER = re.compile(
    r"(?:[-_]{2,}\s*)?(Original Message|Forwarded [Mm]essage|Begin forwarded message|Ursprüngliche Nachricht|"
    r"Weitergeleitete Nachricht|Message d.origine|Message transféré|Mensaje original|Mensaje reenviado|"
    r"Messaggio originale|Messaggio inoltrato|Doorgestuurd bericht|Mensagem original)\s*:?(?:\s*[-_]{2,})?",
    re.I,
)
_FORWARDED = re.compile(r"forward|weitergeleitet|transf|reenviado|inoltrato|doorgestuurd", re.I)
_FIELD = re.compile(
    r"(From|Von|De|Da|Van|Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Verzonden|Data|Fecha|To|An|À|Para|A|Aan|"
    r"Cc|Kopie|Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|Assunto|Reply-To|Importance)\s*:\s+(\S.*)", re.S
)  # fmt: skip
_WRITER = frozenset("From Von De Da Van".split())
_FIELDS_LOOKED_AT = 9


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a part that is quoted or forwarded: how it is told, and how many blocks it takes."""

    heading: str
    blocks: int
    divider: str = ""
    """A line such as `-----Original Message-----`, which is no text."""


def is_opening_line(line: str) -> bool:
    """Tell whether a line of text is one by which programs open what they quote."""
    return bool(_ATTRIBUTION.fullmatch(line.strip()) or _DIVIDER.fullmatch(line.strip()))


def threaded(blocks: Sequence[Block], writer: str) -> tuple[list[Block], list[Exclusion]]:
    """Return the blocks of a message with a heading above each part that it quotes or forwards.

    `writer` is who wrote the message; its own words that follow a quotation stand below their name again.
    """
    told: list[Block] = []
    dividers: list[Exclusion] = []
    open_at: int | None = None
    """Depth of what opened the part; None in the message's own words."""
    deepest = index = 0
    while index < len(blocks):
        block = blocks[index]
        opening = _opening(blocks, index)
        if opening is not None:
            told.append(Block(opening.heading, role="heading", level=2))
            dividers += [Exclusion(opening.divider, "divider")] if opening.divider else []
            open_at, deepest = block.quoted, block.quoted
            index += opening.blocks
            continue
        if _goes_back(block, open_at, deepest):
            told.append(Block(f"Message of {writer or 'the sender'}, continued", role="heading", level=2))
            open_at, deepest = None, 0
        elif block.quoted > deepest and (open_at is None or block.quoted > open_at + 1):
            told.append(Block(_UNNAMED, role="heading", level=2))
            open_at = open_at if open_at is not None else block.quoted - 1
        deepest = max(deepest, block.quoted) if open_at is not None else 0
        told.append(_within(block))
        index += 1
    return told, dividers


_UNNAMED = "Quoted message, its writer not named"


def _goes_back(block: Block, open_at: int | None, deepest: int) -> bool:
    """Tell whether a block is of the message itself again, after a quotation that was marked line by line."""
    return open_at is not None and block.quoted == 0 and deepest > open_at and open_at == 0


def _within(block: Block) -> Block:
    """Return a block with its heading, if it is one, below that of its part."""
    return replace(block, level=block.level + 2) if block.role == "heading" and block.level else block


def _opening(blocks: Sequence[Block], index: int) -> Opening | None:
    block = blocks[index]
    text = " ".join(block.text.split())
    if len(text) < 320 and _ATTRIBUTION.fullmatch(text):
        return Opening(f"Quoted message: {text}", 1)
    divider = _DIVIDER.fullmatch(text)
    fields, taken = _fields(blocks, index + bool(divider))
    if not divider and not _names_a_message(fields):
        return None
    kind = "Forwarded" if divider and _FORWARDED.search(text) else "Quoted"
    heading = f"{kind} message: {'; '.join(fields)}" if fields else f"{kind} message"
    return Opening(heading, taken + bool(divider), text if divider else "")


def _fields(blocks: Sequence[Block], index: int) -> tuple[list[str], int]:
    """Return the lines of headers that stand from a block on, and in how many blocks they stand."""
    fields: list[str] = []
    taken = 0
    for block in blocks[index : index + _FIELDS_LOOKED_AT]:
        lines = [" ".join(line.split()) for line in block.text.split("\n") if line.strip()]
        if not lines or not all(_FIELD.fullmatch(line) for line in lines) or block.quoted != blocks[index].quoted:
            break
        fields += lines
        taken += 1
    return fields, taken


def _names_a_message(fields: Sequence[str]) -> bool:
    names = [field.partition(":")[0].strip() for field in fields]
    return len(names) > 2 and names[0] in _WRITER


def segments(text: str, *, flowed: bool) -> Iterator[tuple[int, str, str]]:
    """Yield the stretches of a plain text of one depth of quotation: the depth, the text, the signs taken off.

    A line that opens a quotation is a stretch of its own; lines that a program only broke to send them are joined.
    """
    depth = 0
    lines: list[str] = []
    signs: list[str] = []
    for here, line, sign in _unquoted(text.split("\n"), flowed=flowed):
        if lines and (here != depth or is_opening_line(line) or is_opening_line(lines[-1])):
            yield depth, "\n".join(lines), " ".join(signs)
            lines, signs = [], []
        depth = here
        lines.append(line)
        signs += [sign] if sign else []
    if lines:
        yield depth, "\n".join(lines), " ".join(signs)


_SIGNS = re.compile(r"(?:>[ \t]?)+")
_BEGINS = re.compile(r"(?:On|Am|Le|El|Il|Op|Em|Den)\s")


def _unquoted(lines: Sequence[str], *, flowed: bool) -> Iterator[tuple[int, str, str]]:
    open_line: tuple[int, str, str] | None = None
    for line in _whole_attributions(lines):
        sign, bare = _parted(line)
        here = sign.count(">")
        if flowed and bare.startswith(" "):
            bare = bare[1:]
        if open_line is not None and open_line[0] == here:
            here, bare, sign = here, open_line[1] + bare, f"{open_line[2]} {sign}"
        elif open_line is not None:
            yield open_line
        open_line = (here, bare, sign) if flowed and bare.endswith(" ") and bare != "-- " else None
        if open_line is None:
            yield here, bare, sign.strip()
    if open_line is not None:
        yield open_line


def _whole_attributions(lines: Sequence[str]) -> Iterator[str]:
    """Give an attribution that was cut into two or three lines on one."""
    skip = 0
    for index, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        sign, bare = _parted(line)
        if _BEGINS.match(bare) and not bare.rstrip().endswith(":"):
            for count in (1, 2):
                rest = [_parted(other)[1].strip() for other in lines[index + 1 : index + 1 + count]]
                joined = " ".join([bare.strip(), *rest])
                if _ATTRIBUTION.fullmatch(joined):
                    line, skip = f"{sign}{joined}", count
                    break
        yield line


def _parted(line: str) -> tuple[str, str]:
    """Return the signs of quotation before a line, and the line without them."""
    match = _SIGNS.match(line)
    return (match.group(0), line[match.end() :]) if match else ("", line)
