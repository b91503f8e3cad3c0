"""Broken and hostile files, made on the spot: the tables that the tests of parsing and of ingestion go through."""

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

from corpus.errors import CorpusError, NoText, SourceLimit, UnknownFormat, UnreadableSource

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{{}}</w:body></w:document>'


def word_file(
    document: str = BODY.format("<w:p><w:r><w:t>One plain sentence.</w:t></w:r></w:p>"), **parts: str
) -> bytes:
    """Return a Word file with the given main part and further parts (`__` in a name stands for `/`)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        if document:
            archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def pdf_file(*pages: str, user_password: str = "") -> bytes:
    """Return a PDF with a line of text on each page; an empty line leaves the page without text."""
    from fpdf import FPDF

    pdf = FPDF()
    if user_password:
        pdf.set_encryption(owner_password="owner", user_password=user_password)
    pdf.set_font("Helvetica", size=11)
    for line in pages:
        pdf.add_page()
        if line:
            pdf.multi_cell(0, 6, line)
        else:
            pdf.rect(20, 20, 100, 100, style="F")
    return bytes(pdf.output())


def zip_bomb() -> bytes:
    """Return a Word file whose text unpacks to 40 MB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(40):
                part.write(b" " * 1_000_000)
    return stream.getvalue()


def lying_zip() -> bytes:
    """Return a Word file whose directory says that its text is small."""
    source = bytearray(zip_bomb())
    real = (40_000_000).to_bytes(4, "little")
    place = source.rfind(real)
    source[place : place + 4] = (1000).to_bytes(4, "little")
    return bytes(source)


def many_parts() -> bytes:
    """Return a Word file of 6,000 parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for number in range(6_000):
            archive.writestr(f"word/media/{number}", b"")
    return stream.getvalue()


def locked_zip() -> bytes:
    """Return a Word file whose text is marked as encrypted."""
    source = bytearray(word_file())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = source.find(b"word/document.xml")
        place = source.rfind(signature, 0, place) if signature.endswith(b"\x04") else source.rfind(signature)
        source[place + offset] |= 1
    return bytes(source)


def plain_zip() -> bytes:
    """Return an archive of one text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "hello")
    return stream.getvalue()


def mail(words: str = "One plain sentence.\n") -> EmailMessage:
    """Return a message of one sentence."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.org", "b@example.org", "Harbours"
    made.set_content(words)
    return made


def mail_loop(depth: int = 12) -> bytes:
    """Return a message that is attached to a message that is attached to a message, and so on."""
    made = mail()
    for _ in range(depth):
        outer = mail()
        outer.add_attachment(made)
        made = outer
    return bytes(made)


def endless_pdf(pages: int = 20_001) -> bytes:
    """Return a small PDF whose one page is listed again and again."""
    kids = " ".join(["3 0 R"] * pages)
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    )
    body = "".join(f"{number} 0 obj{content}endobj\n" for number, content in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\n".encode()


def ring_pdf() -> bytes:
    """Return a PDF whose list of pages holds itself."""
    objects = ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")
    body = "".join(f"{number} 0 obj{content}endobj\n" for number, content in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\n".encode()


def hollow_pptx() -> bytes:
    """Return a presentation that lacks its main part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("ppt/media/picture.png", b"")
    return stream.getvalue()


def swollen(kind: str, part: str, **others: str) -> bytes:
    """Return a file of a kind, by its media type, one of whose parts unpacks to 40 MB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype" if kind else "[Content_Types].xml", kind or "<Types/>")
        for name, content in others.items():
            archive.writestr(name.replace("__", "/"), content)
        archive.writestr(part, b" " * 40_000_000)
    return stream.getvalue()


def rtf_of_pictures() -> bytes:
    """Return a text between binary pictures whose bytes look like groups."""
    return rb"{\rtf1\ansi{\pict\bin1000000 " + b"}{" * 500_000 + rb"}One plain sentence.{\pict 0a0b0c}\par}"


OUTSIDE = (
    "<Relationships><Relationship Id='r1' TargetMode='External' Target='http://192.0.2.1/picture.png'/></Relationships>"
)
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' + BODY.format("<w:p>&b;</w:p>")[21:]
)
NESTED_XML = BODY.format("<w:p>" * 5000 + "</w:p>" * 5000)
FETCHED = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + BODY.format("<w:p>&a;</w:p>")[21:]


REFUSED: list[tuple[str, str, Callable[[], bytes], type[CorpusError], str]] = [
    ("an empty file", "empty.txt", lambda: b"", UnreadableSource, "empty"),
    ("white space alone", "blank.md", lambda: b" \n\t\r\n " * 50, UnreadableSource, "empty"),
    ("zero bytes alone", "zeros.txt", lambda: b"\0" * 4096, UnreadableSource, "empty"),
    ("an unknown suffix", "sheet.numbers", lambda: b"PK\x03\x04", UnknownFormat, ".numbers"),
    ("no suffix", "README", lambda: b"Some text.", UnknownFormat, "without a suffix"),
    ("a PDF named as Word", "report.docx", lambda: pdf_file("Some text."), UnreadableSource, "holds a PDF"),
    ("a Word file named as PDF", "report.pdf", word_file, UnreadableSource, "holds a Word document"),
    ("a picture named as text", "scan.txt", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, UnreadableSource, "PNG"),
    ("a picture named as PDF", "scan.pdf", lambda: b"\xff\xd8\xff\xe0" + b"x" * 99, UnreadableSource, "JPEG"),
    ("a gzip archive named as HTML", "page.html", lambda: b"\x1f\x8b\x08" + b"x" * 99, UnreadableSource, "gzip"),
    ("RTF named as Word", "memo.docx", lambda: b"{\\rtf1 hello}", UnreadableSource, "RTF"),
    (
        "an old Word file named as DOCX",
        "memo.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
        UnreadableSource,
        "old Office",
    ),
    ("a program named as text", "run.txt", lambda: b"\x7fELF" + b"x" * 99, UnreadableSource, "a program"),
    ("text named as PDF", "notes.pdf", lambda: b"These are notes.", UnreadableSource, "is not one"),
    ("text named as Word", "notes.docx", lambda: b"These are notes.", UnreadableSource, "is not one"),
    ("a plain ZIP named as Word", "files.docx", plain_zip, UnreadableSource, "ZIP archive"),
    ("a truncated Word file", "cut.docx", lambda: word_file()[:300], UnreadableSource, "damaged"),
    (
        "a Word file without its text",
        "hollow.docx",
        lambda: word_file("", **{"word__styles.xml": "<a/>"}),
        UnreadableSource,
        "lacks the part",
    ),
    (
        "a Word file with broken XML",
        "broken.docx",
        lambda: word_file(BODY.format("<w:p><w:r>")),
        UnreadableSource,
        "not well formed",
    ),
    ("a Word file without words", "silent.docx", lambda: word_file(BODY.format("<w:p/>")), NoText, "no text"),
    ("XML entities", "entities.docx", lambda: word_file(ENTITIES), UnreadableSource, "entities"),
    ("XML nested 5,000 deep", "deep.docx", lambda: word_file(NESTED_XML), UnreadableSource, "not well formed"),
    ("a ZIP bomb", "bomb.docx", zip_bomb, SourceLimit, "ZIP bomb"),
    ("a ZIP bomb that lies about its size", "liar.docx", lying_zip, CorpusError, "docx"),
    ("6,000 parts", "parts.docx", many_parts, SourceLimit, "6,001 parts"),
    ("a Word file locked by a password", "locked.docx", locked_zip, UnreadableSource, "password"),
    (
        "a PDF locked by a password",
        "locked.pdf",
        lambda: pdf_file("Secret.", user_password="x"),
        UnreadableSource,
        "password",
    ),
    ("a truncated PDF", "cut.pdf", lambda: pdf_file("Some text.")[:200], UnreadableSource, "damaged"),
    ("a PDF of pictures", "scan.pdf", lambda: pdf_file("", ""), NoText, "looks scanned: none of its 2 pages"),
    ("a PDF of one picture", "scan.pdf", lambda: pdf_file(""), NoText, "its page has no text"),
    ("a PDF that is only a header", "head.pdf", lambda: b"%PDF-1.7\n%%EOF", UnreadableSource, "damaged"),
    (
        "HTML without words",
        "empty.html",
        lambda: b"<html><body><script>alert(1)</script></body></html>",
        NoText,
        "no text",
    ),
    (
        "HTML that is all hidden",
        "hidden.html",
        lambda: b"<p style='display:none'>You do not see me.</p>",
        NoText,
        "no text",
    ),
    ("Markdown of rules", "rules.md", lambda: b"---\n\n***\n\n___\n", NoText, "no text"),
    ("mail that holds itself", "loop.eml", mail_loop, SourceLimit, "loop of attachments"),
    ("text named as mail", "note.eml", lambda: b"Just some words\nand more.\n", UnreadableSource, "no headers"),
    ("a PDF of 20,001 pages", "endless.pdf", endless_pdf, SourceLimit, "20,001 pages"),
    ("a PDF whose pages list themselves", "ring.pdf", ring_pdf, CorpusError, "pdf"),
    (
        "a Word file that fetches its entities",
        "fetch.docx",
        lambda: word_file(FETCHED),
        UnreadableSource,
        "entities",
    ),
    (
        "a bomb in an OpenDocument text",
        "bomb.odt",
        lambda: swollen("application/vnd.oasis.opendocument.text", "content.xml"),
        SourceLimit,
        "ZIP bomb",
    ),
    ("a bomb in a book", "bomb.epub", lambda: swollen("application/epub+zip", "a.xhtml"), SourceLimit, "ZIP bomb"),
    ("a bomb in a workbook", "bomb.xlsx", lambda: swollen("", "xl/workbook.xml"), SourceLimit, "ZIP bomb"),
    ("text named as a workbook", "trees.xlsx", lambda: b"Town,Trees", UnreadableSource, "is not one"),
    (
        "a book without chapters",
        "none.epub",
        lambda: swollen("application/epub+zip", "x"),
        UnreadableSource,
        "no chapters",
    ),
    ("RTF cut in a group", "cut.rtf", lambda: b"{\\rtf1{\\fonttbl", NoText, "no text"),
    ("a cell without an end", "open.csv", lambda: b'a,"' + b"b" * 200_000 + b'"', UnreadableSource, "quotation mark"),
    (
        "a compound file that holds no message",
        "hollow.msg",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
        UnreadableSource,
        "old Office",
    ),
    ("a presentation without its slides", "hollow.pptx", hollow_pptx, UnreadableSource, "lacks the part"),
]
"""What it is, its name, what makes it, the error it gives, and words of that error's line."""

READ: list[tuple[str, str, Callable[[], bytes], str]] = [
    (
        "100,000 nested tags",
        "deep.html",
        lambda: b"<div>" * 100_000 + b"The words at the bottom." + b"</div>" * 100_000,
        "The words at the bottom.",
    ),
    (
        "100,000 nested spans never closed",
        "deep.html",
        lambda: b"<span>" * 100_000 + b"The words at the bottom.",
        "The words at the bottom.",
    ),
    ("nested lists", "lists.html", lambda: b"<ul><li>" * 3000 + b"Deepest entry.", "Deepest entry."),
    ("nested tables", "tables.html", lambda: b"<table><tr><td>" * 2000 + b"Innermost cell.", "Innermost cell."),
    (
        "scripts and styles",
        "script.html",
        lambda: b"<style>p{}</style><script>if (a < b) alert('x')</script><p>Seen.</p>",
        "Seen.",
    ),
    (
        "Latin-1 declared as UTF-8",
        "latin.html",
        lambda: "<meta charset=utf-8><p>Café à Genève</p>".encode("latin-1"),
        "Café à Genève",
    ),
    ("an unknown charset", "charset.html", lambda: b"<meta charset=x-nonsense><p>Still read.</p>", "Still read."),
    ("HTML cut in a tag", "cut.html", lambda: b"<p>Read this.</p><a href='x", "Read this."),
    (
        "UTF-16 without a mark",
        "wide.txt",
        lambda: "Plain words in wide letters.".encode("utf-16-le"),
        "Plain words in wide letters.",
    ),
    (
        "UTF-16 big-endian without a mark",
        "wide.txt",
        lambda: "Plain words in wide letters.".encode("utf-16-be"),
        "Plain words in wide letters.",
    ),
    (
        "UTF-32 without a mark",
        "wide.txt",
        lambda: "Plain words in wide letters.".encode("utf-32-le"),
        "Plain words in wide letters.",
    ),
    ("UTF-8 with a mark", "mark.txt", lambda: b"\xef\xbb\xbfPlain words.", "Plain words."),
    ("Windows-1252", "quotes.txt", lambda: "She said “yes” – twice.".encode("cp1252"), "She said “yes” – twice."),
    (
        "Cyrillic in Windows-1251",
        "russian.txt",
        lambda: ("Комиссия приняла доклад о работе Центра за отчетный период. " * 8).encode("cp1251"),
        "Комиссия приняла",
    ),
    ("zero bytes among letters", "zeros.txt", lambda: b"Plain\0 words\0 here.", "Plain words here."),
    (
        "line ends of every kind",
        "ends.txt",
        lambda: b"One thing.\r\rAnother thing.\r\n\r\nA third thing.",
        "A third thing.",
    ),
    ("a mark that is only a mark", "bom.md", lambda: b"\xef\xbb\xbf# Title\n\nText here.", "Text here."),
    (
        "an outside picture in a Word file",
        "linked.docx",
        lambda: word_file(**{"word___rels__document.xml.rels": OUTSIDE}),
        "One plain sentence.",
    ),
    (
        "a Word file with a climbing part name",
        "climb.docx",
        lambda: word_file(**{"..__..__evil.xml": "<a/>"}),
        "One plain sentence.",
    ),
    (
        "a PDF with a broken cross-reference table",
        "xref.pdf",
        lambda: pdf_file("Some plain text.").replace(b"startxref\n", b"startxref\n9"),
        "Some plain text.",
    ),
    (
        "a thread of 40,000 turns",
        "thread.eml",
        lambda: b"From: a@example.org\n\n" + b"> Yes?\nNo.\n" * 20_000 + b"\n\nThe last word.",
        "The last word.",
    ),
    ("RTF with binary pictures", "pictures.rtf", rtf_of_pictures, "One plain sentence."),
    ("a million empty rows", "empty.csv", lambda: b"Town,Trees\n" + b",\n" * 1_000_000 + b"Ulm,412\n", "Ulm\t412"),
    ("rubbish before a PDF", "late.pdf", lambda: b"\r\n\r\n" + pdf_file("Some plain text."), "Some plain text."),
    (
        "a tag of 100,000 attributes",
        "attributes.html",
        lambda: b"<p " + b"".join(b"a%d='1' " % n for n in range(100_000)) + b">Still read.</p>",
        "Still read.",
    ),
]
"""What it is, its name, what makes it, and words that must be read in it."""
