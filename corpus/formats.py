"""The formats that can be read, and which one a file is in."""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from corpus.errors import UnknownFormat, UnreadableSource


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that can be read."""

    name: str
    suffixes: tuple[str, ...]
    spoken: str
    """What a person calls it."""


FORMATS: tuple[Format, ...] = (
    Format("txt", (".txt", ".text"), "plain text"),
    Format("md", (".md", ".markdown"), "Markdown"),
    Format("html", (".html", ".htm", ".xhtml"), "HTML"),
    Format("docx", (".docx",), "Word document (DOCX)"),
    Format("pdf", (".pdf",), "PDF"),
    Format("pptx", (".pptx", ".ppsx"), "PowerPoint presentation (PPTX)"),
    Format("xlsx", (".xlsx", ".xlsm"), "Excel workbook (XLSX)"),
    Format("ods", (".ods",), "OpenDocument spreadsheet (ODS)"),
    Format("csv", (".csv", ".tsv"), "table of text (CSV)"),
    Format("odt", (".odt", ".ott"), "OpenDocument text (ODT)"),
    Format("rtf", (".rtf",), "RTF document"),
    Format("epub", (".epub",), "book (EPUB)"),
    Format("eml", (".eml",), "mail message (EML)"),
    Format("msg", (".msg",), "Outlook message (MSG)"),
    Format("doc", (".doc", ".dot"), "old Word document (DOC)"),
    Format("ppt", (".ppt", ".pps"), "old PowerPoint presentation (PPT)"),
)
SUFFIXES: frozenset[str] = frozenset(suffix for known in FORMATS for suffix in known.suffixes)
ARCHIVES: frozenset[str] = frozenset({".zip"})
"""Suffixes of files that are looked into as folders are."""

_OFFICE = ("docx", "pptx", "xlsx")
_PROVEN = (*_OFFICE, "pdf", "odt", "ods", "rtf", "epub", "msg", "doc", "ppt")
"""Formats that show in the first bytes."""
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", "an Office document locked by a password"),
    ("__properties_version1.0", "msg"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "an old Excel workbook"),
)
"""Names within compound files, which older programs save in, and what each proves."""
_OTHER_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"{\\rtf", "rtf"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)


def format_of(name: str, source: bytes) -> str:
    """Return the name of the format of a file, judged by its suffix and checked against its first bytes.

    Raises `UnknownFormat` for a suffix that is not read here and `UnreadableSource` for a file that is empty or not
    what its suffix says.
    """
    suffix = PurePath(name).suffix.lower()
    shown = plain_name(name)
    stated = next((known for known in FORMATS if suffix in known.suffixes), None)
    if stated is None:
        readable = ", ".join(sorted(known.suffixes[0] for known in FORMATS))
        what = f"files ending in '{suffix}' are" if suffix else "files without a suffix are"
        raise UnknownFormat(f"'{shown}': {what} not read here; convert it to one of {readable}")
    if not source.strip(b"\0 \t\r\n\x0b\x0c"):
        raise UnreadableSource(f"'{shown}' is empty; check that it was saved or copied completely")
    detected = _detected(source, stated.name)
    if detected and detected != stated.name:
        raise UnreadableSource(
            f"'{shown}' is named as {stated.spoken} but holds {_described(detected)}; {_advice(detected)}"
        )
    if stated.name in _PROVEN and not detected:
        raise UnreadableSource(
            f"'{shown}' is named as {stated.spoken} but is not one, or its beginning is damaged; "
            "open it in the program it was made with and save it again"
        )
    return stated.name


def proven_suffix(source: bytes) -> str:
    """Return the suffix of the format that the first bytes of a file prove, empty where they prove none."""
    detected = _detected(source, "")
    return next((known.suffixes[0] for known in FORMATS if known.name == detected), "")


def plain_name(name: str) -> str:
    """Return a file's name on one line, without characters that would disturb a terminal."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    shown = "".join(character if character.isprintable() else "�" for character in last)
    return shown if len(shown) <= 120 else f"{shown[:80]}…{shown[-30:]}"


def _detected(source: bytes, stated: str) -> str:
    """Return the format that the first bytes prove: a name of `FORMATS`, a description, or nothing.

    A damaged Office file is taken for what it is stated to be; its reader says that it is damaged.
    """
    if b"%PDF-" in source[:1024]:
        return "pdf"
    if source.startswith(_COMPOUND):
        return _detected_in_compound(source, stated)
    if source.startswith(b"PK"):
        return _detected_in_zip(source, stated)
    return next((spoken for signature, spoken in _OTHER_SIGNATURES if source.startswith(signature)), "")


def _detected_in_compound(source: bytes, stated: str) -> str:
    """Return what a compound file holds by the names in it; a message may hold a document that has names of its own."""
    proven = [what for name, what in _STREAMS if name.encode("utf-16-le") in source]
    return stated if stated in proven else next(iter(proven), "an old Office document, or one locked by a password")


def _detected_in_zip(source: bytes, stated: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(source)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        if b"word/" in source[:4096] or b"[Content_Types].xml" in source[:4096]:
            return stated if stated in _OFFICE else "docx"
        return "a damaged ZIP archive"
    kind = _media_type(source, names)
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        return "odt"
    if kind.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if kind == "application/epub+zip" or "META-INF/container.xml" in names:
        return "epub"
    if kind:
        return "an OpenDocument file that is neither text nor spreadsheet"
    if "[Content_Types].xml" in names or any(name.startswith("word/") for name in names):
        if any(name.startswith("xl/") for name in names):
            return "xlsx"
        return "pptx" if any(name.startswith("ppt/") for name in names) else "docx"
    return "a ZIP archive"


def _media_type(source: bytes, names: set[str]) -> str:
    """Return what the first part of an OpenDocument file or a book says that it is."""
    if "mimetype" not in names:
        return ""
    try:
        with zipfile.ZipFile(BytesIO(source)) as archive, archive.open("mimetype") as part:
            return part.read(100).decode("ascii", "replace").strip()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return ""


def _described(detected: str) -> str:
    return next((f"a {known.spoken}" for known in FORMATS if known.name == detected), detected)


def _advice(detected: str) -> str:
    suffix = next((known.suffixes[0] for known in FORMATS if known.name == detected), "")
    return f"rename it to end in '{suffix}'" if suffix else "save it as DOCX or PDF and try again"
