"""Kill ingestions of fifty documents at random instants, and see that the library is whole when it is opened again.

Usage: python tests/torture.py [KILLS] [SEED]. Prints one line a kill and a summary; exit status 1 if anything was lost.
"""

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from index.embed import HashEmbedder  # noqa: E402
from index.library import Library  # noqa: E402

DOCUMENTS = 50
_SYLLABLES = ("ba", "co", "du", "fe", "gi", "ha", "lo", "mu", "ne", "pi", "ra", "so", "ta", "vu", "we", "zo")


@dataclass
class Expected:
    """What a library must hold, and what it may."""

    sure: dict[str, str] = field(default_factory=dict)
    """Id to digest of what was reported as taken in, and not being changed when the process was killed."""
    possible: dict[str, set[str]] = field(default_factory=dict)
    """Id to the digests that the document may have; the empty string stands for its absence."""


def word_of(number: int, edition: int) -> str:
    """Make a word that one edition of one document has alone."""
    drawn = hashlib.sha256(f"{number} {edition}".encode()).digest()
    return "".join(_SYLLABLES[byte % len(_SYLLABLES)] for byte in drawn[:6])


def write_document(folder: Path, number: int, edition: int) -> str:
    """Write one document, of a few paragraphs to some dozens, and give the digest of its file."""
    drawn = random.Random(number * 1000 + edition)
    lines = [f"Report {number} of the committee on {word_of(number, edition)}", ""]
    for paragraph in range(1, drawn.randint(4, 14)):
        words = " ".join(drawn.choice(("harbour", "island", "member", "decided", "budget", "tide")) for _ in range(20))
        lines += [f"{paragraph}. The committee on {word_of(number, edition)} noted that {words}.", ""]
    text = "\n".join(lines).encode()
    (folder / f"doc-{number:02}.txt").write_bytes(text)
    return hashlib.sha256(text).hexdigest()


def work(library_folder: Path, documents: Path, removed: str) -> None:
    """Ingest, remove one document and rebuild, telling the parent of each thing that is done; runs in the child."""
    with Library.open(library_folder, HashEmbedder) as library:
        print("open", flush=True)
        library.ingest([documents], report=lambda step: print(f"{step.stage} {step.path}", flush=True))
        print("ingested", flush=True)
        if removed in {document.id for document in library.documents()}:
            library.remove(removed)
            print(f"removed {removed}", flush=True)
        library.reindex()
    print("closed", flush=True)


def kill_once(library: Path, documents: Path, removed: str, seconds: float) -> list[str]:
    """Run the work, kill it `seconds` after it has opened the library, and give the lines it had told."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--work", str(library), str(documents), removed], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    try:
        child.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
    rest = child.stdout.read()
    child.wait()
    return [first.strip(), *rest.splitlines()]


def faults(library: Library, expected: Expected, words: dict[str, dict[str, str]]) -> list[str]:
    """Say what is wrong with a library that was opened again; empty when it is whole."""
    wrong = list(library.verify().problems)
    held = {document.id: document for document in library.documents()}
    for name, digest in expected.sure.items():
        if name not in held:
            wrong.append(f"{name} was taken in and is gone")
        elif held[name].digest != digest:
            wrong.append(f"{name} is not as it was taken in")
    for name, digests in expected.possible.items():
        now = held[name].digest if name in held else ""
        if now not in digests:
            wrong.append(f"{name} is {now[:8] or 'absent'}, which it never was")
    for name, document in held.items():
        paragraphs = library.paragraphs(name)
        if len(paragraphs) < document.text.count("noted that"):
            wrong.append(f"{name} has lost paragraphs")
        word = words[name][document.digest]
        found = {passage.document.id for passage in library.search(word) if passage.bm25 > 0}
        if found != {name}:
            wrong.append(f"{name} is not found by its word {word}")
    return wrong


def torture(kills: int, seed: int) -> int:
    """Kill so many ingestions, and give the number of libraries that were not whole afterwards."""
    drawn = random.Random(seed)
    broken, repaired, finished, slowest = 0, 0, 0, 0.0
    with tempfile.TemporaryDirectory() as place:
        documents, folder = Path(place) / "documents", Path(place) / "library"
        documents.mkdir()
        editions = dict.fromkeys(range(DOCUMENTS), 0)
        digests = {number: write_document(documents, number, 0) for number in editions}
        words: dict[str, dict[str, str]] = {}
        held: dict[str, str] = {}
        started, hit = time.monotonic(), False
        kill_once(Path(place) / "whole", documents, "doc-07", 600)
        span = time.monotonic() - started
        kill = 0
        while kill < kills:
            for number in drawn.sample(range(DOCUMENTS), 20):
                editions[number] += 1
                digests[number] = write_document(documents, number, editions[number])
            if hit and kill % 5 == 4:
                folder = Path(place) / f"library-{kill}"
                held = {}
            for number in editions:
                words.setdefault(f"doc-{number:02}", {})[digests[number]] = word_of(number, editions[number])
            removed = f"doc-{drawn.randrange(DOCUMENTS):02}"
            begun = time.monotonic()
            lines = kill_once(folder, documents, removed, drawn.uniform(0, span))
            hit = lines[-1] != "closed"
            # A machine that has become quicker finishes before the kill, which then counts for nothing.
            span = span if hit else min(span, time.monotonic() - begun)
            finished += not hit
            kill += hit
            expected = expect(held, digests, lines, removed)
            begun = time.monotonic()
            with Library.open(folder, HashEmbedder) as library:
                slowest = max(slowest, time.monotonic() - begun)
                wrong = faults(library, expected, words)
                repaired += bool(library.repaired)
                held = {document.id: document.digest for document in library.documents()}
                said = "; ".join(library.repaired) or "nothing to repair"
            broken += bool(wrong)
            print(f"kill {kill}: {lines[-1][:40]!r}, {len(held)} documents, {said[:90]}", flush=True)
            for line in wrong:
                print(f"  WRONG: {line}", flush=True)
    print(
        f"{kills} kills with seed {seed}: {broken} libraries not whole, {repaired} repaired on opening; {finished} "
        f"more runs had finished before their kill; slowest opening {slowest:.1f} s; "
        f"{time.monotonic() - started:.0f} s in all"
    )
    return broken


def expect(held: dict[str, str], digests: dict[int, str], lines: list[str], removed: str) -> Expected:
    """Work out what must and what may be there, from what was there and from what the child had told."""
    done = {Path(line.split(" ", 1)[1]).stem for line in lines if line.startswith(("new ", "replaced ", "unchanged "))}
    expected = Expected()
    for number, digest in digests.items():
        name = f"doc-{number:02}"
        before = held.get(name, "")
        may = {digest} if name in done or before == digest else {before, digest}
        if name == removed and "ingested" in lines:
            may = {""} if f"removed {removed}" in lines else may | {""}
        if len(may) == 1 and "" not in may:
            expected.sure[name] = digest
        expected.possible[name] = may
    return expected


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
    else:
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
        seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
        sys.exit(1 if torture(kills, seed) else 0)
