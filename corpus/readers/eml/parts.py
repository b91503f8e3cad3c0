"""Take a mail message apart: its text, other renderings of it, and its attachments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage, Message

from corpus.errors import SourceLimit, UnreadableSource
from corpus.readers.encoding import decode

MAX_DEPTH = 8
"""Messages within messages."""
MAX_PARTS = 2_000
_WORD = re.compile(r"\w+")
_TEXT = ("text/html", "text/plain")
_SUFFIXES = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.ms-outlook": ".msg",
    "application/epub+zip": ".epub",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "text/csv": ".csv",
    "message/rfc822": ".eml",
}


class MailLoop(SourceLimit):
    """Messages lie within messages without an end; the whole file is refused."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is shown as the message itself."""

    text: str
    is_html: bool
    flowed: bool = False
    """Lines that end in a space go on in the next."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the message carries."""

    name: str
    """As the sender wrote it; a name and never a path that is followed."""
    content: bytes = b""
    message: EmailMessage | None = None
    """A message that is attached as such."""


@dataclass(slots=True)
class MailParts:
    """The parts of one message, in its order."""

    texts: list[Text] = field(default_factory=list)
    copies: list[Text] = field(default_factory=list)
    """Renderings of a text that another one stands for."""
    attachments: list[Attachment] = field(default_factory=list)


def parse_message(source: bytes, name: str) -> EmailMessage:
    """Return the message in a file; raise `UnreadableSource` for a file that holds none."""
    message = message_from_bytes(source.lstrip(b"\xef\xbb\xbf \t\r\n"), policy=policy.default)
    known = ("from", "to", "subject", "date", "message-id", "mime-version", "content-type", "received")
    if not any(header in message for header in known):
        raise UnreadableSource(
            f"'{name}' is named as a mail message but has no headers such as 'From:'; save the message again as EML"
        )
    return message


def header_of(message: EmailMessage, name: str) -> str:
    """Return a header decoded and on one line, as far as it can be decoded; empty when there is none."""
    raw = next((str(raw) for key, raw in message.raw_items() if key.lower() == name.lower()), "")
    try:
        value = str(message.get(name, ""))
    except (ValueError, LookupError, AttributeError):
        value = raw
    value = " ".join(value.encode("utf-8", "replace").decode("utf-8").split())
    whole = _decoded(raw)
    return value if set(_WORD.findall(whole)) <= set(_WORD.findall(value)) else whole


def _decoded(raw: str) -> str:
    """Return a header as it is written, with its encoded words decoded; addresses that are no such are kept so."""
    try:
        decoded = str(make_header(decode_header(raw)))
    except (ValueError, LookupError, HeaderParseError):
        return ""
    return " ".join(decoded.encode("utf-8", "replace").decode("utf-8").split()) if "\ufffd" not in decoded else ""


def check_depth(depth: int, name: str) -> None:
    """Raise `MailLoop` for a message that lies within more messages than are followed."""
    if depth > MAX_DEPTH:
        raise MailLoop(
            f"'{name}' holds messages within messages more than {MAX_DEPTH} deep, which looks like a loop of "
            "attachments; save the inner messages as files of their own and add those"
        )


def take_apart(message: EmailMessage, name: str) -> MailParts:
    """Return the parts of a message, choosing among alternatives the HTML, which keeps lists and tables."""
    parts = MailParts()
    waiting: list[tuple[Message, bool]] = [(message, True)]
    count = 0
    while waiting:
        part, shown = waiting.pop()
        count += 1
        if count > MAX_PARTS:
            raise SourceLimit(f"'{name}' has more than {MAX_PARTS:,} parts; save its attachments and add those")
        kind = part.get_content_type()
        if kind == "multipart/alternative":
            inner = _children(part)
            chosen = _chosen(inner)
            waiting += [(child, shown and (child is chosen)) for child in reversed(inner)]
        elif part.is_multipart() and kind != "message/rfc822":
            waiting += [(child, shown) for child in reversed(_children(part))]
        elif _is_text(part) and (part is message or not _is_attached(part)):
            (parts.texts if shown else parts.copies).append(
                Text(_text(part), kind == "text/html", str(part.get_param("format", "")).lower() == "flowed")
            )
        else:
            parts.attachments.append(_attachment(part, len(parts.attachments) + 1))
    return parts


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _chosen(alternatives: Sequence[Message]) -> Message | None:
    """Return the rendering to read: one that holds HTML, else the first of text, else the last."""
    for wanted in _TEXT:
        for part in alternatives:
            if any(leaf.get_content_type() == wanted and _text(leaf).strip() for leaf in _leaves(part)):
                return part
    return alternatives[-1] if alternatives else None


def _leaves(part: Message) -> list[Message]:
    found: list[Message] = []
    waiting = [part]
    while waiting and len(found) < MAX_PARTS:
        inner = waiting.pop()
        children = _children(inner)
        waiting += children
        if not children:
            found.append(inner)
    return found


def _is_text(part: Message) -> bool:
    broken = part.get_content_maintype() == "multipart" and not part.is_multipart()
    return part.get_content_type() in _TEXT or broken


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _text(part: Message) -> str:
    """Return the text of a part in the character set that it states, or in the one that it shows."""
    content = _content(part)
    charset = part.get_content_charset() or ""
    try:
        return content.decode(charset) if charset and charset != "us-ascii" else decode(content)
    except (LookupError, UnicodeDecodeError):
        return decode(content)


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachment(part: Message, number: int) -> Attachment:
    kind = part.get_content_type()
    name = " ".join((part.get_filename() or "").split())
    if kind == "message/rfc822":
        inner = next(iter(_children(part)), None)
        message = inner if isinstance(inner, EmailMessage) else None
        subject = header_of(message, "Subject") if message is not None else ""
        return Attachment(name or f"{subject or f'message {number}'}.eml", message=message)
    return Attachment(name or f"attachment {number}{_SUFFIXES.get(kind, '')}", _content(part))
