"""Read Outlook messages: made into a message of mail, and read as one."""

import io
import struct
from email import policy
from email.contentmanager import raw_data_manager
from email.header import Header
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from corpus.block import SourceContent
from corpus.errors import SourceLimit, UnreadableSource
from corpus.readers.encoding import decode_markup
from corpus.readers.msg import properties
from corpus.readers.msg.compressed import unpacked
from corpus.readers.msg.properties import Storage
from corpus.readers.reading import read_as

MAX_DEPTH = 12
MAX_ATTACHMENTS = 1_000


def read(source: bytes, name: str) -> SourceContent:
    """Return the blocks of an Outlook message, as those of a message of mail.

    Raises `UnreadableSource` for a file that holds no message, `SourceLimit` for messages within messages without end.
    """
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(source)) as file:
            if not file.exists("__properties_version1.0"):
                raise UnreadableSource(f"'{name}' holds no message; save the message again from Outlook")
            message = _message(Storage(file), name, 0)
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error) as error:
        raise UnreadableSource(
            f"'{name}' is cut off or damaged; save the message again from Outlook, then try once more"
        ) from error
    return read_as("eml", message.as_bytes(), name)


def _message(storage: Storage, name: str, depth: int) -> EmailMessage:
    if depth > MAX_DEPTH:
        raise SourceLimit(
            f"'{name}' holds messages within messages more than {MAX_DEPTH} deep; save the inner ones apart"
        )
    message = EmailMessage(policy.compat32)
    address = storage.text_of(properties.SENDER_SMTP) or storage.text_of(properties.SENDER_ADDRESS)
    sender = _line(storage.text_of(properties.SENDER_NAME))
    _set(message, "From", formataddr((sender, _line(address))) if "@" in address else sender)
    _set(message, "To", storage.text_of(properties.SHOWN_TO))
    _set(message, "Cc", storage.text_of(properties.SHOWN_CC))
    _set(message, "Subject", storage.text_of(properties.SUBJECT))
    sent = storage.sent()
    if sent is not None:
        message["Date"] = format_datetime(sent)
    message["MIME-Version"] = "1.0"
    _add_text(message, storage, name)
    for attachment in storage.attachments()[:MAX_ATTACHMENTS]:
        _attach(message, attachment, name, depth)
    return message


def _line(text: str) -> str:
    return " ".join(text.split())


def _set(message: EmailMessage, header: str, value: str) -> None:
    """Write a header, which in Outlook may be any words."""
    if shown := _line(value.replace("\0", "")):
        message[header] = shown if shown.isascii() else Header(shown, "utf-8").encode()


def _add_text(message: EmailMessage, storage: Storage, name: str) -> None:
    html = storage.text_of(properties.HTML) or decode_markup(storage.bytes_of(properties.HTML))
    plain = storage.text_of(properties.BODY)
    if html.strip():
        _set_text(message, html, "html")
    elif plain.strip():
        _set_text(message, plain)
    elif rtf := unpacked(storage.bytes_of(properties.RTF)):
        blocks = read_as("rtf", rtf, name).blocks
        _set_text(message, "\n\n".join(f"{block.mark} {block.text}".strip() for block in blocks))
    else:
        _set_text(message, "")


def _set_text(message: EmailMessage, text: str, kind: str = "plain") -> None:
    shown = text.replace("\0", "").encode("utf-8", "replace").decode()
    message.set_content(shown, kind, cte="base64", content_manager=raw_data_manager)


def _attach(message: EmailMessage, attachment: Storage, name: str, depth: int) -> None:
    inner = attachment.inner()
    if inner is not None:
        message.add_attachment(_message(inner, name, depth + 1), content_manager=raw_data_manager)
        return
    shown = attachment.text_of(properties.FILE_NAME) or attachment.text_of(properties.SHORT_NAME)
    shown = shown or attachment.text_of(properties.DISPLAY_NAME) or "attachment"
    content = attachment.bytes_of(properties.CONTENT)
    message.add_attachment(
        content, "application", "octet-stream", filename=_line(shown), content_manager=raw_data_manager
    )
