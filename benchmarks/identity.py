"""How often a document's date, title, period, body, session and symbol are found right, wrong or left empty.

Usage: python benchmarks/identity.py TRUTH FOLDER [--half NAME] [--cache FOLDER] [--faults]. TRUTH holds one JSON object
a line: `file` (below FOLDER), `half` (any name), and for each value that was looked up the accepted answers, as a text
or a list: a plain text, `re:` and a pattern, or an empty text where the document states none. What a reader gives for
a Word or PDF file is kept in the cache, so that a second run takes seconds.
"""

import argparse
import hashlib
import json
import pickle
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus.block import SourceContent  # noqa: E402
from corpus.formats import format_of  # noqa: E402
from corpus.metadata.metadata import Identity, find_identity  # noqa: E402
from corpus.readers.properties import properties_of  # noqa: E402
from corpus.readers.reading import read_as  # noqa: E402
from corpus.structure.members import recover_whole  # noqa: E402

VALUES = ("date", "title", "period", "body", "session", "symbol")
_SLOW = ("pdf", "docx")


@dataclass
class Tally:
    """Counts of one value over the documents whose truth is known."""

    counts: Counter[str] = field(default_factory=Counter)

    def line(self, value: str) -> str:
        """Write right and empty as shares of the documents that state the value, wrong as a share of all."""
        stated = self.counts["right"] + self.counts["empty"] + self.counts["wrong"]
        every = stated + self.counts["rightly empty"] + self.counts["invented"]
        wrong = self.counts["wrong"] + self.counts["invented"]
        right, empty = (self.counts[outcome] / max(stated, 1) for outcome in ("right", "empty"))
        return (
            f"{value:8} right {right:.3f}  empty {empty:.3f}  of {stated:3} that state it; "
            f"wrong {wrong / max(every, 1):.3f} of {every} ({wrong})"
        )


def plain(text: str) -> str:
    """Set a text in one spelling: small letters and digits, one blank between words."""
    return " ".join(re.sub(r"[^\w/]+", " ", text.replace("’", "'").casefold()).split())


def accepts(accepted: str, found: str) -> bool:
    """Tell whether one accepted answer allows what was found."""
    if accepted.startswith("re:"):
        return bool(found) and re.fullmatch(accepted[3:], found, re.I | re.S) is not None
    return plain(accepted) == plain(found)


def judge(accepted: list[str], found: str) -> str:
    """Name the outcome for one value of one document."""
    if any(accepts(each, found) for each in accepted):
        return "right" if any(accepted) and found else "rightly empty"
    if not found:
        return "empty"
    return "wrong" if any(accepted) else "invented"


def identity_of(path: Path, cache: Path | None) -> Identity:
    """Read a file and say which document it is."""
    source = path.read_bytes()
    kind = format_of(path.name, source)
    reading = _reading(kind, source, path.name, cache)
    return find_identity(recover_whole(reading), reading, properties_of(kind, source), path.name)


def _reading(kind: str, source: bytes, name: str, cache: Path | None) -> SourceContent:
    if cache is None or kind not in _SLOW:
        return read_as(kind, source, name)
    code = b"".join(each.read_bytes() for each in sorted((ROOT / "corpus/readers" / kind).glob("*.py")))
    kept = cache / f"{hashlib.sha256(source + code).hexdigest()[:24]}.pickle"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(read_as(kind, source, name)))
    reading: SourceContent = pickle.loads(kept.read_bytes())
    return reading


def main() -> None:
    """Compare every document of the truth with what is found, and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", default="", help="only the documents of this half")
    parser.add_argument("--cache", type=Path, help="where readings of PDF and Word files are kept")
    parser.add_argument("--faults", action="store_true", help="print every value that is wrong or empty")
    wanted = parser.parse_args()
    records: list[dict[str, Any]] = [json.loads(line) for line in wanted.truth.read_text("utf-8").splitlines()]
    records = [record for record in records if wanted.half in ("", record["half"])]
    tallies = {value: Tally() for value in VALUES}
    for record in records:
        found = identity_of(wanted.folder / record["file"], wanted.cache)
        for value in VALUES:
            if value not in record:
                continue
            accepted = [record[value]] if isinstance(record[value], str) else record[value]
            shown = getattr(found.metadata, value)
            outcome = judge(accepted, shown)
            tallies[value].counts[outcome] += 1
            if wanted.faults and outcome in ("wrong", "invented", "empty"):
                origin = found.origins.get(value, "")
                print(f"{record['file']}: {value} {outcome}: {shown!r} ({origin}) for {accepted[0]!r}")
    folders = {record["file"].split("/")[0] for record in records}
    print(f"{len(records)} documents of {len(folders)} folders")
    for value in VALUES:
        print(tallies[value].line(value))


if __name__ == "__main__":
    main()
