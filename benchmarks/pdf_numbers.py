"""How many numbers and words of PDF files stand whole in their paragraphs, beside poppler's `pdftotext`.

Usage: python benchmarks/pdf_numbers.py FOLDER [NAME…]. A row per file, the worst first: share of the numbers of two or
more digits and of the words that `pdftotext` finds and that stand whole in a paragraph or an exclusion, how many
numbers and words do not, and the seconds of CPU that parsing took; then the total.
"""

import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus.errors import CorpusError  # noqa: E402
from corpus.parse import Parsed, parse  # noqa: E402

_NUMBER = re.compile(r"\d(?:[\d.,/:]*\d)")
_WORD = re.compile(r"\w+")
_LINE_END_HYPHEN = re.compile(r"\w+[-‐\u00ad]\n\s*\w+")
_SHOWN = 8


@dataclass(frozen=True)
class Row:
    """What one file gave."""

    name: str
    numbers: int
    words: int
    lost_numbers: tuple[str, ...] = ()
    lost_words: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def line(self) -> str:
        """Write the row as the table shows it."""
        number, word = _share(self.numbers, self.lost_numbers), _share(self.words, self.lost_words)
        counts = f"{len(self.lost_numbers):6} of {self.numbers:6} {len(self.lost_words):6} of {self.words:6}"
        return f"{number:.4f} {word:.4f} {counts} {self.seconds:7.2f} s  {self.name}"


def _share(total: int, lost: tuple[str, ...]) -> float:
    return 1 - len(lost) / total if total else 1.0


def printed(path: Path) -> str:
    """Return the text that poppler finds, without words that a line end cuts."""
    done = subprocess.run(["pdftotext", "-q", str(path), "-"], capture_output=True, check=False)
    text = unicodedata.normalize("NFKC", done.stdout.decode("utf-8", "replace"))
    return _LINE_END_HYPHEN.sub(" ", text)


def kept(parsed: Parsed) -> str:
    """Return what we keep of a file: its normalised text and its exclusions."""
    left_out = "\n".join(exclusion.text for exclusion in parsed.exclusions)
    return unicodedata.normalize("NFKC", f"{parsed.text}\n{left_out}")


def measure(path: Path) -> Row:
    """Compare one file; a file that cannot be read counts as lost whole."""
    text = printed(path)
    began = time.process_time()
    ours, marks = "", Counter[str]()
    try:
        parsed = parse(path.read_bytes(), path.name, "d")
        ours, marks = kept(parsed), footnote_marks(parsed)
    except CorpusError:
        pass
    seconds = time.process_time() - began
    numbers, lost_numbers = _compared(_NUMBER, text, ours, marks)
    words, lost_words = _compared(_WORD, text.casefold(), ours.casefold(), marks)
    return Row(path.name, numbers, words, lost_numbers, lost_words, seconds)


def footnote_marks(parsed: Parsed) -> Counter[str]:
    """Count the marks of footnotes that were taken off the words before them, to which poppler leaves them attached."""
    texts = [exclusion.text for exclusion in parsed.exclusions if exclusion.reason == "footnote mark"]
    return Counter(mark for text in texts for mark in unicodedata.normalize("NFKC", text).split())


def _compared(pattern: re.Pattern[str], theirs: str, ours: str, marks: Counter[str]) -> tuple[int, tuple[str, ...]]:
    found, kept_here = Counter(pattern.findall(theirs)), Counter(pattern.findall(ours))
    spare, free = kept_here - found, Counter(marks)
    lost = []
    for token in (found - kept_here).elements():
        cuts = [(token[:-length], token[-length:]) for length in (1, 2) if len(token) > length]
        cut = next((pair for pair in cuts if spare[pair[0]] > 0 and free[pair[1]] > 0), None)
        if cut is None:
            lost.append(token)
        else:
            spare[cut[0]] -= 1
            free[cut[1]] -= 1
    return found.total(), tuple(lost)


def main() -> None:
    """Measure every PDF of a folder, or those named."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    paths = sorted(folder.rglob("*.pdf"))
    rows = [measure(path) for path in paths if not names or any(name in path.name for name in names)]
    rows.sort(key=lambda row: -len(row.lost_numbers) - len(row.lost_words))
    print("numbers  words  lost numbers       lost words           CPU")
    for row in rows:
        print(row.line)
        if row.lost_numbers or row.lost_words:
            print("        ", " ".join((*row.lost_numbers[:_SHOWN], "|", *row.lost_words[:_SHOWN])))
    total = Row(
        f"{len(rows)} files",
        sum(row.numbers for row in rows),
        sum(row.words for row in rows),
        tuple(lost for row in rows for lost in row.lost_numbers),
        tuple(lost for row in rows for lost in row.lost_words),
        sum(row.seconds for row in rows),
    )
    print(total.line)


if __name__ == "__main__":
    main()
