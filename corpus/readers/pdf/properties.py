"""The title that a PDF records of itself."""


def recorded(source: bytes) -> str:
    """Return the title among the properties of a PDF; empty where there is none or the file cannot be opened."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError:
        return ""
    try:
        return " ".join(str(document.get_metadata_value("Title")).split())
    finally:
        document.close()
