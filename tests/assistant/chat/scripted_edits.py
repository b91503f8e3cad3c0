"""Answers of a scripted model: sentences of the passages it is given, true ones and ones with one thing altered.

The words put in are chosen here, apart from the lists the verifier has. The same seed gives the same answers.
"""

import itertools
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.text.sentences import sentence_spans
from evals.scripted.reply import ScriptedReply, ScriptedRequest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from planted_edits import _EDITS, _REWORDED, Page

KINDS = ("true", "id", "quote", "number", "date", "name", "negation", "verb", "owner")
_TURNED = dict(
    pair.split("/")
    for pair in (
        "adopted/rejected approved/rejected endorsed/rejected rejected/approved accepted/refused welcomed/deplored "
        "supported/opposed opposed/supported increased/decreased decreased/increased rose/fell fell/rose grew/shrank "
        "opened/closed closed/opened began/ended started/stopped launched/cancelled established/abolished "
        "created/dissolved elected/dismissed appointed/dismissed agreed/refused recommended/discouraged "
        "encouraged/discouraged requested/declined invited/excluded attended/boycotted joined/left thanked/blamed "
        "praised/criticized signed/cancelled extended/shortened strengthened/weakened improved/worsened "
        "completed/abandoned contributed/withdrew received/lost provided/withheld organized/cancelled held/cancelled "
        "published/withdrew included/excluded includes/excludes increases/decreases supports/opposes gained/lost "
        "postponed/confirmed confirmed/denied reported/denied presented/withdrew discussed/ignored reviewed/ignored "
        "noted/denied highlighted/ignored emphasized/denied stressed/denied ensured/prevented enabled/prevented "
        "facilitated/hindered promoted/undermined shared/concealed achieved/missed reached/missed led/followed "
        "covered/omitted decided/declined planned/refused built/demolished repaired/damaged bought/sold paid/owed "
        "won/lost found/lost remained/ceased continued/stopped allowed/forbade permitted/forbade reduced/raised "
        "raised/reduced cut/raised"
    ).split()
)
_VERB = re.compile(r"\b(?:" + "|".join(_TURNED) + r")\b")
_FIGURE = re.compile(r"(?<![\w.,/-])\d[\d,]*(?:\.\d+)?(?![\w/-])")
_CAPITAL = r"[A-Z][\w’'-]+"
_OWNER = re.compile(rf"(?<=[a-z,;] ){_CAPITAL}(?: (?:(?:of|on|for|and|of the) )?{_CAPITAL})*(?! [A-Z])")


@dataclass(frozen=True)
class Said:
    """A sentence that the model was made to say."""

    kind: str
    text: str
    original: str
    is_swap: bool = False
    """Whether what was put in stands in the passage, said of something else."""


@dataclass
class Liar:
    """A script that writes about three sentences an answer, one kind of alteration in turn, and keeps what it said."""

    kind: str
    seed: int = 0
    said: list[Said] = field(default_factory=list)

    def __call__(self, asked: ScriptedRequest) -> ScriptedReply:
        """Write an answer from the passages."""
        chance = random.Random(f"{self.kind}{self.seed}{asked.question}")
        lines = [f'{said.text} [{name} "{quote}"]' for said, name, quote in self._sentences(asked, chance)]
        return ScriptedReply("\n".join(lines) or "Nothing.", size=chance.choice((1, 3, 7, 20)))

    def _sentences(self, asked: ScriptedRequest, chance: random.Random) -> Iterator[tuple[Said, str, str]]:
        document = "\n".join(text for _, text in asked.passages)
        wanted = 3
        for name, text in asked.passages:
            if " | " in text:
                continue
            for start, end in sentence_spans(text):
                sentence = text[start:end]
                if not 8 <= len(sentence.split()) <= 45 or sentence[-1] != "." or '"' in sentence or "[" in sentence:
                    continue
                made = self._made(sentence, Page(text, document), chance, name)
                if made is None or any(made[0].text == said.text for said in self.said):
                    continue
                self.said.append(made[0])
                yield made
                wanted -= 1
                if not wanted:
                    return

    def _made(self, sentence: str, page: Page, chance: random.Random, name: str) -> tuple[Said, str, str] | None:
        if self.kind == "true":
            return Said("true", _reworded(sentence, chance), sentence), name, sentence
        if self.kind == "id":
            return Said("id", sentence, sentence), chance.choice(("x", "q", "zz")) + name[1:] + "9", sentence
        if self.kind == "quote":
            quote = _altered(sentence, chance)
            return (Said("quote", sentence, sentence), name, quote) if quote != sentence else None
        if self.kind == "verb":
            verbs = list(_VERB.finditer(sentence))
            if not verbs:
                return None
            verb = chance.choice(verbs)
            turned = sentence[: verb.start()] + _TURNED[verb.group()] + sentence[verb.end() :]
            return Said("verb", turned, sentence), name, sentence
        if self.kind == "owner":
            swapped = _owners_swapped(sentence, chance)
            return (Said("owner", swapped, sentence, is_swap=True), name, sentence) if swapped else None
        edit = next(iter(_EDITS[self.kind](sentence, page, chance)), None)
        if edit is None or edit.sentence == sentence:
            return None
        return Said(self.kind, edit.sentence, sentence, edit.is_swap), name, sentence


def _reworded(sentence: str, chance: random.Random) -> str:
    """Reword a sentence in up to two ways that leave what it says as it is."""
    for way in chance.sample(sorted(_REWORDED.keys() - {"cut"}), 2):
        sentence = _REWORDED[way](sentence, chance)
    return sentence


def _altered(sentence: str, chance: random.Random) -> str:
    """Change one word or figure of a quotation."""
    words = list(re.finditer(r"[A-Za-z]{4,}|\d+", sentence))
    word = chance.choice(words)
    other = str(int(word.group()) + 1) if word.group().isdigit() else word.group()[::-1].lower()
    return sentence if other == word.group().lower() else sentence[: word.start()] + other + sentence[word.end() :]


def _owners_swapped(sentence: str, chance: random.Random) -> str:
    """Give two names of a sentence, or two of its figures, each other's place."""
    for pattern in chance.sample((_OWNER, _FIGURE), 2):
        found = [match for match in pattern.finditer(sentence) if not re.fullmatch(r"(?:19|20)\d\d", match.group())]
        pairs = [
            (one, other)
            for one, other in itertools.pairwise(found)
            if one.group() != other.group() and re.search(r"\d", sentence) and not _joined(sentence, one, other)
        ]
        if pairs:
            one, other = chance.choice(pairs)
            return (
                sentence[: one.start()] + other.group() + sentence[one.end() : other.start()] + one.group()
                + sentence[other.end() :]
            )  # fmt: skip
    return ""


def _joined(sentence: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether two names stand side by side in a list, where to exchange them changes nothing."""
    between = sentence[one.end() : other.start()]
    return re.fullmatch(r"\s*(?:,|and|or|,\s*and|&|-|–|to|of the|of)\s*(?:the )?", between) is not None
