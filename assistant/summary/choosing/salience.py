"""Salience: how central a sentence is to its document, by plain features of its words and its position.

A word weighs by the number of paragraphs that hold it, as in SumBasic (Nenkova and Vanderwende 2005), and more where it
stands in a heading; a sentence has the mean weight of its content words. To that are added its place (the first
sentence of a paragraph, of a section), what is worth telling in it (numbers, names, an outcome), and taken away what
does not stand by itself. The weights were set by hand; `FEATURES` names them.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assistant.summary.choosing.counted import counted_in
from assistant.summary.outline import Outline, Section, Unit, is_short
from corpus.text.words import content_stems, tokenize

FEATURES: Mapping[str, float] = {
    "central": 1.0,
    "heading": 0.3,
    "opens paragraph": 0.2,
    "opens section": 0.25,
    "figures": 0.9,
    "names": 0.2,
    "outcome": 0.3,
    "leans": -0.45,
    "thanks": -0.5,
    "leads in": -0.2,
    "short": -0.6,
    "of itself": -0.4,
    "preamble": -0.8,
    "scrap": -3.0,
}
_FIGURE, _NAME = 1.2, 0.4
"""Least weights of a number and of a name."""
_MEASURED = 1.5
"""What a number with a unit counts as, beside one without."""
_OUTCOME = re.compile(
    r"\b(?:adopted|agreed|decided|endorsed|approved|elected|recommended|proposed|suggested|launched|signed|established|"
    r"published|delivered|developed|held|attended|organi[sz]ed|reached|increased|decreased|declined|committed|will)\b"
)
_THANKS = re.compile(
    r"\b(?:thank(?:s|ed)?|gratitude|appreciation|grateful|real pleasure|very happy|pleased to|wish|"
    r"welcomed participants|views presented here|this could include|you are encouraged|should be reported|"
    r"was prepared (?:as|in response)|following are|self-evident)"
    r"\b|\(\d(?:[-–]\d)? pages\)|\(half a page\)",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"\b(?:in|of) (?:part|chapter|section|annex) \w+\b|\b(?:listed|described|set out|presented) (?:below|above)\b|"
    r"\bthe present (?:report|document|note) (?:sets out|covers|contains|was|is)\b|\bis forthcoming\b|"
    r"\b(?:is|are) (?:also )?available (?:in|on|at|from)\b|\blist of (?:documents|participants)\b|"
    r"\bbelow\b|\bthis report (?:covers|is|was)\b|\bis (?:attached|provided) as\b|^for example\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"^(?:(?:However|Moreover|Furthermore|In addition|Also|Thus|Therefore|Additionally|Secondly|Finally),?\s)?"
    r"(?:It|They|This|These|Those|That|Such|He|She|Its|Their|There|Here|Some|In this regard|The latter|The former|"
    r"All of|Both|Each of|Many of|As such)\b"
)
_PREAMBLE = re.compile(
    r"(?:(?:Further|Also|Deeply) )?(?:Recalling|Noting|Recogni[sz]ing|Reaffirming|Acknowledging|Welcoming|Considering|"
    r"Emphasi[sz]ing|Stressing|Underlining|Reiterating|Affirming|Having \w+|Mindful|Aware|Cognizant|Conscious|"
    r"Convinced|Bearing in mind|Taking (?:note|into account)|Guided|Pursuant to|Acting under|Determined|Concerned|"
    r"Desiring)\b.*,$",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = re.compile(r"[.;:!?][”\"’)]*$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?")
_PROPER = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+")


class Salience:
    """Weights of the words of one document, and the scores of its sentences."""

    def __init__(self, outline: Outline, features: Mapping[str, float] = FEATURES) -> None:
        self._features = features
        holding: Counter[str] = Counter()
        for paragraph in outline.citable:
            holding.update(set(content_stems(paragraph.text[:4000])))
        titles = Counter(content_stems(outline.document.metadata.title))
        for section in outline.sections:
            titles.update(set(content_stems(section.heading)))
        most = math.log1p(max(holding.values(), default=1))
        self.weights = {term: math.log1p(count) / most for term, count in holding.items()}
        self._raise(outline)
        self._titles = set(titles)
        self._scores: dict[tuple[int, int], float] = {}

    def _raise(self, outline: Outline) -> None:
        """Give numbers and names a weight of their own, for what is said once of them is not said again."""
        for unit in outline.units:
            for word in tokenize(unit.text[:1500]):
                if word.is_numeric and not _YEAR.fullmatch(word.stem):
                    self.weights[word.stem] = max(_FIGURE, self.weights.get(word.stem, 0.0))
                elif word.surface[:1].isupper() and word.start and word.is_content:
                    self.weights[word.stem] = max(_NAME, self.weights.get(word.stem, 0.0))

    def of(self, unit: Unit, section: Section) -> float:
        """Return the score of a sentence of a section; the higher, the more it tells."""
        if unit.key not in self._scores:
            values = self.features_of(unit, section)
            self._scores[unit.key] = sum(self._features.get(name, 0.0) * value for name, value in values.items())
        return self._scores[unit.key]

    def features_of(self, unit: Unit, section: Section) -> dict[str, float]:
        """Return what the score is made of, each from 0 to 1."""
        text, terms = unit.text, unit.terms
        own = set(content_stems(section.heading)) | self._titles
        numbers = sum(_MEASURED if counted.value[1] else 1.0 for counted in counted_in(unit))
        return {
            "central": self.weight_of(terms) / (len(terms) + 4),
            "heading": min(1.0, 2 * len(terms & own) / (len(terms) + 4)),
            "opens paragraph": float(unit.rank == 0),
            "opens section": float(bool(section.units) and section.units[0] is unit),
            "figures": min(numbers, 3.0) / 3,
            "names": min(len(_PROPER.findall(text)), 6) / 6,
            "outcome": float(_OUTCOME.search(text) is not None),
            "leans": float(_LEANS.match(text) is not None),
            "thanks": float(_THANKS.search(text) is not None),
            "leads in": float(text.rstrip().endswith(":")),
            "of itself": float(_OF_ITSELF.search(text) is not None),
            "preamble": float(_PREAMBLE.fullmatch(text.strip()) is not None),
            "scrap": float(unit.paragraph.kind == "paragraph" and unit.words < 7 and not _ENDS.search(text.strip())),
            "short": float(is_short(unit) or unit.words < 7),
        }

    def weight_of(self, terms: Iterable[str]) -> float:
        """Return the weight of some words together."""
        return sum(self.weights.get(term, 0.0) for term in terms)


def rarity_of(units: Sequence[Unit]) -> dict[str, float]:
    """Return the weight of each word among some sentences: the fewer of them hold it, the more."""
    holding = Counter(term for unit in units for term in unit.terms)
    numbers = {number for unit in units for counted in counted_in(unit) for number in content_stems(counted.number)}
    return {
        term: math.log(1 + len(units) / count) * (2.0 if term in numbers else 1.0) for term, count in holding.items()
    }
