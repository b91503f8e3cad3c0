"""Write numbers as documents print them: roman, in letters, raised."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SUPERSCRIPTS = str.maketrans("0123456789+-abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")


def to_roman(value: int) -> str:
    """Return a number of at least 1 as a lower-case roman numeral."""
    numeral = ""
    for amount, letters in _ROMAN + _ROMAN_ONES:
        while value >= amount:
            numeral += letters
            value -= amount
    return numeral


def to_letters(value: int) -> str:
    """Return a number of at least 1 as Word counts in letters: `a` … `z`, `aa`, `bb`."""
    return chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1)


def raised(text: str) -> str:
    """Return a short superscript in characters that say so: `m³`, `10⁶`; longer words (`76th`) stay as they are."""
    bare = text.strip()
    if not bare or (len(bare) > 1 and any(map(str.isalpha, bare))) or len(bare) > 5:
        return text
    return text.translate(_SUPERSCRIPTS)
