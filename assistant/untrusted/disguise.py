"""Undo the obfuscation of injected text: look-alike letters, reversed text, hexadecimal and base64."""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator

from assistant.untrusted.clean import clean

_LETTERS = str.maketrans("01345678@$", "oleasgtbas")
_OTHER_I = str.maketrans("01345678@$!", "oieasgtbasi")
_ALIKE = str.maketrans(
    "аеорсухіјѕԁһКМТВНАЕОРСУХІЈЅαορντικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsdhKMTBHAEOPCYXIJSaopvtikABEZHIKMNOPTYX"
)
"""Letters of Cyrillic and Greek that look like Latin ones."""
_MIXED = re.compile(r"(?<!\w)(?=\w*[a-z])\w*[0134578@$]\w*[a-z0-9@$]\w*(?!\w)", re.IGNORECASE)
_LEAST_MIXED = 3
"""Words of letters and digits mixed from which a text is read with the digits as letters."""
_TURNED = re.compile(r"erongi|snoitcurtsni|tnatsissa|drager|tegrof|tpmorp|suoiverp", re.IGNORECASE)
_HEX = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{2}){12,}(?![0-9a-f])", re.IGNORECASE)
_BASE64 = re.compile(r"(?<![\w+/])[A-Za-z0-9+/]{20,}={0,2}(?![\w+/=])")


def plain(text: str) -> tuple[str, list[int]]:
    """Return a text without what cannot be seen and with one form of each letter, and where each character stood."""
    if text.isascii() and text.isprintable():
        return text, list(range(len(text)))
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in clean(unicodedata.normalize("NFKC", character)):
            characters.append(each)
            places.append(place)
    return "".join(characters), places


def readings(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a plain text as it stands, then as it may be meant, and whether it is turned round; all of one length."""
    yield text, False
    if not text.isascii() and (latin := text.translate(_ALIKE)) != text:
        yield latin, False
    if len(_MIXED.findall(text)) >= _LEAST_MIXED:
        yield text.translate(_LETTERS), False
        yield text.translate(_OTHER_I), False
    if _TURNED.search(text):
        yield text[::-1], True


def hidden_words(text: str) -> tuple[int, str] | None:
    """Return where a code stands that is words once it is undone, and the words; None where there is none."""
    for pattern, undo in ((_HEX, bytes.fromhex), (_BASE64, _of_base64)):
        for match in pattern.finditer(text):
            try:
                words = undo(match.group()).decode("ascii")
            except (ValueError, binascii.Error):
                continue
            if words.isprintable() and " " in words.strip() and sum(map(str.isalpha, words)) > len(words) / 2:
                return match.start(), words.strip()
    return None


def _of_base64(code: str) -> bytes:
    return base64.b64decode(code + "=" * (-len(code) % 4), validate=True)
