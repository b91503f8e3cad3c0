"""Plant one false statement in a true sentence, or reword it without changing what it says.

The sentences are read from documents when the test runs; nothing here holds any. The same seed gives the same edits.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.language.places import COUNTRIES
from corpus.parse import parse
from corpus.text.sentences import sentence_spans

MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"(?P<days>\b\d{{1,2}}(?:st|nd|rd|th)?(?:(?:-|–| to | and )\d{{1,2}})?) (?P<month>{_MONTH})"
    r"(?:,? (?P<year>20\d\d))?"
    rf"|\b(?P<month2>{_MONTH}) (?P<year2>20\d\d)\b|\b(?P<year3>(?:19|20)\d\d)\b(?![/-])"
)
_SYMBOL = re.compile(r"\b(?:[A-Z]+/)*(?:[A-Z]+/)?\d+/(?:CMP\.|CP\.)?\d+\b")
_ANY_DATE = re.compile(rf"(?:{_MONTH}) \d+|{_DATE.pattern}")
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_IN_WORDS = dict(enumerate(_WORDS, start=1))
_NUMBER = re.compile(
    r"(?<![\w./,–‑-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/–‑-]|[.,]\d)|(?<!-)\b(?:" + "|".join(_WORDS[1:]) + r")\b(?![-‑])"
)
_PERSON = re.compile(r"(?<=\bMr\. |\bMs\. |\bDr\. )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_BODY = re.compile(r"(?<=[a-z,] )(?:[A-Z]{3,8}\b|[A-Z][a-z]+(?: [A-Z][a-z]+)+)")
_COUNTRY = re.compile(r"\b(?:" + "|".join(COUNTRIES) + r")\b")
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|should|can|could|may|must)\b(?! not| no\b|n't)")
_DENIAL = re.compile(r"\bnot (?!only|least)|\bno (?=[a-z])(?!later)")


@dataclass(frozen=True)
class Page:
    """A paragraph with the whole text of its document."""

    paragraph: str
    document: str


@dataclass(frozen=True)
class Planted:
    """A sentence made from one of a paragraph."""

    how: str
    sentence: str
    original: str
    page: Page
    put_in: str = ""
    """The words put in, of a changed number, date or name."""

    @property
    def is_swap(self) -> bool:
        """Tell whether what was put in stands in the paragraph too, said of something else."""
        return (
            bool(self.put_in) and re.search(rf"(?<!\w){re.escape(self.put_in)}(?!\w)", self.page.paragraph) is not None
        )


def read_pages(files: Sequence[Path]) -> list[Page]:
    """Return the paragraphs and items of documents."""
    pages = []
    for file in files:
        paragraphs = [
            piece.text
            for piece in parse(file.read_bytes(), file.name, "d").paragraphs
            if piece.kind in ("paragraph", "item")
        ]
        pages += [Page(text, "\n".join(paragraphs)) for text in paragraphs]
    return pages


def sentences_of(pages: Sequence[Page]) -> list[tuple[str, Page]]:
    """Return the sentences of 8 to 60 words that end like one."""
    return [
        (page.paragraph[start:end], page)
        for page in pages
        for start, end in sentence_spans(page.paragraph)
        if 8 <= len(page.paragraph[start:end].split()) <= 60 and page.paragraph[end - 1] in ".;"
    ]


def edits(kind: str, count: int, pages: Sequence[Page], seed: int) -> list[Planted]:
    """Return up to `count` false sentences of one kind: number, date, name or negation; at most four of a sentence."""
    chance = random.Random(f"{kind}{seed}")
    sentences = sentences_of(pages)
    chance.shuffle(sentences)
    sentences.sort(key=lambda pair: not _FIRST[kind].search(pair[0]))
    found: dict[str, Planted] = {}
    for _ in range(4):
        for sentence, page in sentences:
            for edited in _EDITS[kind](sentence, page, chance):
                found.setdefault(edited.sentence, edited)
                break
            if len(found) == count:
                return list(found.values())
    return list(found.values())


def _put(how: str, sentence: str, page: Page, span: tuple[int, int], words: str) -> Planted:
    return Planted(how, sentence[: span[0]] + words + sentence[span[1] :], sentence, page, words)


def _picked(pattern: re.Pattern[str], sentence: str, chance: random.Random) -> list[re.Match[str]]:
    matches = list(pattern.finditer(sentence))
    return chance.sample(matches, len(matches))


def _numbers(sentence: str, page: Page, chance: random.Random) -> Iterator[Planted]:
    for match in _picked(_SYMBOL, sentence, chance):
        digits = list(re.finditer(r"\d+", match.group()))[-1]
        other = (
            match.group()[: digits.start()]
            + str(int(digits.group()) + chance.choice((1, 2, 7)))
            + match.group()[digits.end() :]
        )
        yield _put("symbol", sentence, page, match.span(), other)
    dates = [match.span() for match in _DATE.finditer(sentence)]
    for match in _picked(_NUMBER, sentence, chance):
        if any(start <= match.start() < end for start, end in dates):
            continue
        other = _other_number(match.group(), page, chance)
        if other != match.group():
            yield _put("digits" if match.group()[0].isdigit() else "words", sentence, page, match.span(), other)


def _other_number(number: str, page: Page, chance: random.Random) -> str:
    """Return another number of about the same size: one of the document, or the same with a digit changed."""
    if number.isalpha():
        return chance.choice([word for word in _IN_WORDS.values() if word not in (number, "one")])
    alike = [
        m.group()
        for m in _NUMBER.finditer(page.document)
        if len(m.group()) == len(number) and m.group() != number and m.group()[0].isdigit()
    ]
    if alike and chance.random() < 0.5:
        return chance.choice(alike)
    at = chance.choice([rank for rank, character in enumerate(number) if character.isdigit()])
    digit = chance.choice([d for d in "123456789" if d != number[at]])
    return number[:at] + digit + number[at + 1 :]


def _dates(sentence: str, page: Page, chance: random.Random) -> Iterator[Planted]:
    for match in _picked(_DATE, sentence, chance):
        words = match.group()
        parts = [name for name in ("days", "month", "year", "month2", "year2", "year3") if match[name]]
        part = chance.choice(parts)
        old = match[part]
        if part.startswith("month"):
            new = chance.choice([month for month in MONTHS if month != old])
        elif part.startswith("year"):
            new = str(int(old) + chance.choice((-3, -2, -1, 1, 2)))
        else:
            new = re.sub(r"\d+", lambda m: str(int(m.group()) % 27 + chance.choice((1, 2))), old)
        if new != old:
            yield _put(part.rstrip("23"), sentence, page, match.span(), words.replace(old, new, 1))


def _names(sentence: str, page: Page, chance: random.Random) -> Iterator[Planted]:
    kinds = (("country", _COUNTRY), ("person", _PERSON), ("body", _BODY))
    for how, pattern in kinds if chance.random() < 0.7 else reversed(kinds):
        for match in _picked(pattern, sentence, chance):
            others = {m.group() for m in pattern.finditer(page.document)} - {
                m.group() for m in pattern.finditer(sentence)
            }
            others = {other for other in others if not set(other.split()) & set(match.group().split())}
            if how == "body":
                others = {other for other in others if other.isupper() == match.group().isupper()}
            if others:
                yield _put(how, sentence, page, match.span(), chance.choice(sorted(others)))


def _negations(sentence: str, page: Page, chance: random.Random) -> Iterator[Planted]:
    for match in _picked(_DENIAL, sentence, chance):
        yield Planted("dropped", sentence[: match.start()] + sentence[match.end() :], sentence, page)
    for match in _picked(_AUXILIARY, sentence, chance):
        yield Planted("added", f"{sentence[: match.end()]} not{sentence[match.end() :]}", sentence, page)


_EDITS: dict[str, Callable[[str, Page, random.Random], Iterator[Planted]]] = {
    "number": _numbers,
    "date": _dates,
    "name": _names,
    "negation": _negations,
}

_FIRST = {
    "number": _NUMBER,
    "date": _DATE,
    "name": re.compile(f"{_PERSON.pattern}|{_COUNTRY.pattern}"),
    "negation": _DENIAL,
}
"""What the sentences that are taken first hold: what there is little of."""


def rewordings(count: int, pages: Sequence[Page], seed: int) -> list[Planted]:
    """Return true sentences: a quarter as they are, the others reworded in one to three ways."""
    chance = random.Random(seed)
    sentences = sentences_of(pages)
    chance.shuffle(sentences)
    found: dict[str, Planted] = {}
    for turn in range(8):
        for sentence, page in sentences:
            if len(found) == count:
                return list(found.values())
            if len(found) % 4 == 0 and turn == 0:
                found.setdefault(sentence, Planted("as it is", sentence, sentence, page))
                continue
            said, how = sentence, []
            rare = chance.sample(sorted(_REWORDED), len(_REWORDED))
            for name in sorted(rare, key=lambda name: name == "typeset"):
                changed = _REWORDED[name](said, chance)
                if changed != said and len(how) < chance.choice((1, 2, 3)):
                    said, how = changed, [*how, name]
            if how:
                found.setdefault(said, Planted("+".join(how), said, sentence, page))
    return list(found.values())


def _date_turned(sentence: str, _chance: random.Random) -> str:
    def turn(match: re.Match[str]) -> str:
        if not match["days"] or not match["days"].isdecimal():
            return match.group()
        return f"{match['month']} {match['days']}" + (f", {match['year']}" if match["year"] else "")

    return _DATE.sub(turn, sentence)


def _number_rewritten(sentence: str, _chance: random.Random) -> str:
    def rewrite(match: re.Match[str]) -> str:
        number = match.group()
        if number.isalpha():
            return next((str(value) for value, word in _IN_WORDS.items() if word == number), number)
        if number.endswith(",000") and number[:-4].isdecimal() and int(number[:-4]) in _IN_WORDS:
            return f"{_IN_WORDS[int(number[:-4])]} thousand"
        if "," in number:
            return number.replace(",", "")
        return _IN_WORDS.get(int(number), number) if number.isdecimal() and number[0] != "0" else number

    dates = [match.span() for match in _ANY_DATE.finditer(sentence)]
    return _NUMBER.sub(lambda m: m.group() if any(a <= m.start() < b for a, b in dates) else rewrite(m), sentence)


def _clauses_turned(sentence: str, _chance: random.Random) -> str:
    """Move an opening such as "In 2020," to the end, or the last of two halves at a semicolon to the front."""
    opening = re.match(r"((?:In|At|On|During|For|Under|With|Through|Since|As|To) [^,;()]{5,60}), (.+)([.;])$", sentence)
    if opening:
        rest = opening[2]
        return f"{rest[0].upper()}{rest[1:]}, {opening[1][0].lower()}{opening[1][1:]}{opening[3]}"
    halves = re.match(r"([^;()]+); ([^;()]+)([.;])$", sentence)
    return f"{halves[2][0].upper()}{halves[2][1:]}; {halves[1]}{halves[3]}" if halves else sentence


def _resolved(sentence: str, _chance: random.Random) -> str:
    """Put what a pronoun or a body stands for in square brackets, with words the sentence or its document holds."""
    return re.sub(
        r"\b(?:the|The) (Centre|Conference|Group|Committee|Secretariat|project|event)\b(?![-‑])",
        r"[the \1]",
        sentence,
        count=1,
    )


def _cut(sentence: str, chance: random.Random) -> str:
    """Leave out a clause or the end, showing it."""
    commas = [match.start() for match in re.finditer(r", ", sentence)]
    if len(commas) < 2 or "not" in sentence:
        return sentence
    first, last = sorted(chance.sample(commas, 2))
    return chance.choice(
        (f"{sentence[:first]} … {sentence[last + 2 :]}", f"{sentence[:last]} …", f"… {sentence[first + 2 :]}")
    )


def _typeset(sentence: str, chance: random.Random) -> str:
    """Change quotation marks, dashes and spaces, which a writer changes freely."""
    swapped = sentence.translate(str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-"}))
    if swapped == sentence:
        swapped = sentence.replace("'", "’").replace("-", chance.choice("–‑"))
    return swapped.replace(" ", "\u00a0", 1)


def _worded_lightly(sentence: str, _chance: random.Random) -> str:
    """Put other small words: `%`, `in accordance with`, `as well as`."""
    for old, new in (
        (" per cent", "%"),
        ("%", " per cent"),
        (" in accordance with ", " under "),
        (" as well as ", " and also "),
        (" in order to ", " to "),
        (" such as ", " for example "),
        (" shall ", " will "),
        (" also ", " "),
        (" including ", " among them "),
    ):
        if old in sentence:
            return sentence.replace(old, new)
    return sentence


def _without_opening(sentence: str, _chance: random.Random) -> str:
    """Say only what stands after a semicolon or before it."""
    pieces = re.split(r"; (?:and )?", sentence)
    return f"{pieces[-1][0].upper()}{pieces[-1][1:]}" if len(pieces) > 1 and len(pieces[-1].split()) > 5 else sentence


_REWORDED: dict[str, Callable[[str, random.Random], str]] = {
    "date turned": _date_turned,
    "number rewritten": _number_rewritten,
    "clauses turned": _clauses_turned,
    "resolved": _resolved,
    "cut": _cut,
    "typeset": _typeset,
    "light words": _worded_lightly,
    "last part": _without_opening,
}
