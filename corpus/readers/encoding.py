"""Find out in which encoding a text file is, and decode it."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 60_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
_C1 = re.compile("[\x80-\x9f]")


def decode(source: bytes) -> str:
    """Return the text of a file in any common encoding, with `\\n` between lines.

    A byte-order mark decides; then the pattern of zero bytes (UTF-16 and UTF-32 without a mark), then UTF-8 if every
    byte fits; then charset-normalizer on a sample; then Windows-1252, in which every byte is something.
    """
    text = _decoded(source)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_markup(source: bytes) -> str:
    """Return the text of a web page, in the character set that it declares or else in the one that it shows."""
    match = _CHARSET.search(source[:4096])
    if match and not source.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return source.decode(match.group(1).decode("ascii")).replace("\0", "")
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(source).replace("\0", "")


def _decoded(source: bytes) -> str:
    for mark, name in _MARKS:
        if source.startswith(mark):
            return source.decode(name, errors="replace")
    wide = _wide_encoding(source[:_SAMPLE])
    if wide:
        return source.decode(wide, errors="replace")
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(source)


def _wide_encoding(sample: bytes) -> str:
    """Tell UTF-16 and UTF-32 without a mark by where their zero bytes stand."""
    length = len(sample) - len(sample) % 4
    if length < 8 or sample.count(0) < length // 5:
        return ""
    zeros = [sample[offset:length:4].count(0) / (length // 4) for offset in range(4)]
    if zeros[2] > 0.9 and zeros[3] > 0.9 and zeros[0] < 0.5:
        return "utf-32-le"
    if zeros[0] > 0.9 and zeros[1] > 0.9 and zeros[3] < 0.5:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.4 and even < 0.3 * odd:
        return "utf-16-le"
    if even > 0.4 and odd < 0.3 * even:
        return "utf-16-be"
    return ""


def _decode_legacy(source: bytes) -> str:
    """Decode a file that is not UTF-8: nearly UTF-8 with a few broken bytes, or an encoding of one byte a letter."""
    lenient = source.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    beyond_ascii = sum(1 for character in lenient[:_SAMPLE] if ord(character) > 127)
    if broken * 20 < beyond_ascii:
        return lenient
    name = _guessed(source[:_SAMPLE])
    text = source.decode(name, errors="replace")
    return text.encode("latin-1", "replace").decode("cp1252", "replace") if _C1.search(text) else text


def _guessed(sample: bytes) -> str:
    """Return the name of the likeliest one-byte encoding, Windows-1252 unless the sample is plainly another."""
    from charset_normalizer import from_bytes

    western = sample.decode("cp1252", errors="replace")
    letters = sum(1 for character in western if ord(character) > 127 and character.isalpha())
    if letters < 0.15 * max(1, sum(map(str.isalpha, western))):
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"
