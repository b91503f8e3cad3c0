"""Names of the elements and attributes of OpenDocument."""

_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, DRAW, STYLE, CHART = (
    _URN % name for name in ("office", "text", "table", "drawing", "style", "chart")
)
FO = _URN % "xsl-fo-compatible"
XLINK = "{http://www.w3.org/1999/xlink}"
