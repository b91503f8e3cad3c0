"""Read mail messages: headers, text and attachments, with the standard library's parser.

Unstructured's reader keeps the headers out of the text, drops attachments it cannot read without a word and loads
torch; none of that is wanted here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePath

from corpus.block import Block, Member, SourceContent
from corpus.errors import CorpusError
from corpus.formats import format_of, plain_name
from corpus.paragraph import Exclusion
from corpus.readers.eml.parts import Attachment, MailLoop, Text, check_depth, header_of, parse_message, take_apart
from corpus.readers.eml.thread import is_opening_line, segments, threaded
from corpus.readers.reading import read_as

_SHOWN = ("From", "To", "Cc", "Date")
_MARK = b"\xef\xbb\xbf"


def read(source: bytes, name: str) -> SourceContent:
    """Return the blocks of a message: subject and headers, then its text; each readable attachment is a member.

    Raises `SourceLimit` for messages within messages without an end.
    """
    return _read_message(parse_message(source, name), name, 0)


def _read_message(message: EmailMessage, name: str, depth: int) -> SourceContent:
    check_depth(depth, name)
    parts = take_apart(message, name)
    head = list(_head(message))
    readings = [_read_text(text, name) for text in parts.texts]
    words, dividers = threaded(_joined(readings), parseaddr(header_of(message, "From"))[0])
    members: list[Member] = []
    exclusions = [Exclusion(text.text, "another rendering of the text") for text in _plain(parts.copies)]
    for attachment in parts.attachments:
        _add(members, exclusions, attachment, name, depth)
    return SourceContent(
        blocks=(*head, *words),
        visible=(
            *(block.text for block in head),
            *(piece for reading in readings for piece in reading.visible),
            *(exclusion.text for exclusion in exclusions),
        ),
        exclusions=(*(exclusion for reading in readings for exclusion in reading.exclusions), *dividers, *exclusions),
        metadata={"title": header_of(message, "Subject"), "date": _date(message)},
        stated=True,
        members=tuple(members),
    )


def _head(message: EmailMessage) -> Iterator[Block]:
    """Give the subject as the title, and the headers that a reader of mail is shown."""
    if subject := header_of(message, "Subject"):
        yield Block(subject, role="heading", level=1)
    for header in _SHOWN:
        if value := header_of(message, header):
            yield Block(f"{header}: {value}")


def _date(message: EmailMessage) -> str:
    """Return the day on which the message was sent, in the sender's time; empty when it is not stated."""
    try:
        return parsedate_to_datetime(header_of(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _joined(readings: Sequence[SourceContent]) -> list[Block]:
    """Return the blocks of texts that follow one another, the tables of each counted on."""
    blocks: list[Block] = []
    tables = 0
    for reading in readings:
        before = tables
        for block in reading.blocks:
            blocks.append(replace(block, table=block.table + before) if block.table else block)
            tables = max(tables, blocks[-1].table)
    return blocks


def _read_text(text: Text, name: str) -> SourceContent:
    # The mark says UTF-8 whatever the text declares of itself, for it has been decoded.
    if text.is_html:
        return read_as("html", _MARK + text.text.encode("utf-8", "replace"), name)
    readings: list[SourceContent] = []
    signs: list[str] = []
    for depth, stretch, taken in segments(text.text.replace("\r\n", "\n"), flowed=text.flowed):
        if is_opening_line(stretch):
            reading = SourceContent((Block(" ".join(stretch.split())),), (stretch,))
        else:
            reading = read_as("txt", _MARK + stretch.encode("utf-8", "replace"), name)
        readings.append(replace(reading, blocks=tuple(replace(block, quoted=depth) for block in reading.blocks)))
        signs += [taken] if taken else []
    exclusions = [exclusion for reading in readings for exclusion in reading.exclusions]
    exclusions += [Exclusion(" ".join(signs), "sign of quotation")] if signs else []
    visible = tuple(piece for reading in readings for piece in reading.visible)
    return SourceContent(tuple(_joined(readings)), visible, tuple(exclusions))


def _plain(copies: list[Text]) -> Iterator[Text]:
    """Give the renderings that are plain text; those in HTML repeat it with markup."""
    yield from (copy for copy in copies if not copy.is_html and copy.text.strip())


def _add(members: list[Member], exclusions: list[Exclusion], attachment: Attachment, name: str, depth: int) -> None:
    """Read an attachment as a member, or list it among the exclusions with the reason."""
    shown = plain_name(attachment.name)
    address = f"Attachment {len(members) + 1}"
    try:
        if attachment.message is not None or PurePath(attachment.name).suffix.lower() == ".eml":
            message = attachment.message or parse_message(attachment.content, shown)
            reading = _read_message(message, name, depth + 1)
        else:
            reading = read_as(format_of(attachment.name, attachment.content), attachment.content, attachment.name)
    except MailLoop:
        raise
    except CorpusError as error:
        exclusions.append(Exclusion(shown, f"attachment that is not read: {_reason(error, shown)}"))
        return
    members.append(Member(address, f"{address}: {shown}", reading))


def _reason(error: CorpusError, shown: str) -> str:
    return str(error).removeprefix(f"'{shown}'").lstrip(": ")
