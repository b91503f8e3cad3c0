"""Tell the language of a text by its most frequent small words, or by its script."""

import re
from collections import Counter

_SMALL_WORDS = {
    "en": "the of and to in for that on with by as was is were which from its has be".split(),
    "fr": "le la les des et du en un une que dans pour par sur au aux est qui ont ce".split(),
    "es": "el la los las de y en que del se por con para una un su al es como fue".split(),
    "de": "der die das und den von zu mit für auf ist im dem nicht eine des als auch sich ein".split(),
    "pt": "o a os as de e que do da em um uma para com não por no na dos das".split(),
}
_SCRIPTS = (
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
LEAST_WORDS = 8
LEAST_SHARE = 0.12


def find_language(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, empty when it cannot be told."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > 0.4 * letters:
            return code
    words = Counter(word.lower() for word in _WORD.findall(sample))
    shares = {code: sum(words[small] for small in smalls) for code, smalls in _SMALL_WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    others = max(count for code, count in shares.items() if code != best)
    enough = shares[best] >= max(LEAST_WORDS, LEAST_SHARE * words.total())
    return best if enough and shares[best] > 1.3 * others else ""
