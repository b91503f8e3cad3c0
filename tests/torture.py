"""Kill an ingestion, an upload and a removal among fifty documents, and see that the library is whole afterwards.

Usage: python tests/torture.py [KILLS] [SEED]; so many kills of each. Prints one line a kill and a summary of each act;
exit status 1 if anything was lost or left over.
"""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from index.embed import HashEmbedder  # noqa: E402
from index.library import Library  # noqa: E402
from interfaces.page.uploads import add_uploads  # noqa: E402

DOCUMENTS = 50
ACTS = ("ingestion", "upload", "removal")
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


def work(act: str, library_folder: Path, documents: Path, removed: Sequence[str]) -> None:
    """Do what is to be killed, telling the parent of each thing that is done; runs in the child."""
    with Library.open(library_folder, HashEmbedder) as library:
        print("open", flush=True)
        if act == "upload":
            with tempfile.TemporaryDirectory() as arrived:
                files = [Path(shutil.copy(file, arrived)) for file in sorted(documents.iterdir())]
                add_uploads(library, library_folder, files, lambda step: print(f"{step.stage} {step.path}", flush=True))
        else:
            library.ingest([documents], report=lambda step: print(f"{step.stage} {step.path}", flush=True))
        print("ingested", flush=True)
        for name in removed:
            if name in {document.id for document in library.documents()}:
                library.remove(name)
                print(f"removed {name}", flush=True)
        library.reindex()
    print("closed", flush=True)


def kill_once(act: str, library: Path, documents: Path, removed: Sequence[str], writes: int) -> tuple[list[str], int]:
    """Run the act, kill it when the catalogue's log has changed `writes` times, and give what it told and the changes.

    A removal counts from the end of the ingestion before it. The log changes with each commit, and with each part of
    a large one, so that kills fall into and between commits however quick the machine is.
    """
    child = subprocess.Popen(
        [sys.executable, __file__, "--work", act, str(library), str(documents), *removed],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    lines: list[str] = []
    reading = threading.Thread(target=lambda: lines.extend(line.strip() for line in child.stdout or ()), daemon=True)
    reading.start()
    log, seen, last = library / "catalogue.db-wal", 0, (0, 0)
    begins = "ingested" if act == "removal" else "open"
    while child.poll() is None:
        now = log_state(log)
        if begins in lines and now != last:
            seen += 1
            if seen > writes:
                child.send_signal(signal.SIGKILL)
                break
        last = now
        time.sleep(0.0005)  # how finely the log is watched
    child.wait()
    reading.join()
    child.stdout.close()
    return lines, seen


def log_state(log: Path) -> tuple[int, int]:
    """Return size and time of a write-ahead log, which change with each write: it is filled anew without growing."""
    try:
        status = log.stat()
    except FileNotFoundError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def faults(library: Library, expected: Expected, words: dict[str, dict[str, str]]) -> list[str]:
    """Say what is wrong with a library that was opened again; empty when it is whole and nothing lies beside it."""
    wrong = list(library.verify().problems)
    wrong += [f"{path} was left over" for path in (library.folder / "uploads").iterdir()]
    wrong += [f"{path} was left over" for path in library.folder.rglob("*.part")]
    indexes = [path.name for path in (library.folder / "index").iterdir()]
    wrong += [f"the indexes {indexes} are more than one"] if len(indexes) > 1 else []
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


def torture(act: str, kills: int, seed: int) -> int:
    """Kill an act so many times, and give the number of libraries that were not whole afterwards."""
    drawn = random.Random(f"{act} {seed}")
    broken, repaired, finished, slowest, began = 0, 0, 0, 0.0, time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        documents, folder = Path(place) / "documents", Path(place) / "library"
        documents.mkdir()
        editions = dict.fromkeys(range(DOCUMENTS), 0)
        digests = {number: write_document(documents, number, 0) for number in editions}
        words: dict[str, dict[str, str]] = {}
        held: dict[str, str] = {}
        _, span = kill_once(act, Path(place) / "whole", documents, ["doc-07", "doc-08", "doc-09"], 10**9)
        kill = 0
        while kill < kills:
            for number in drawn.sample(range(DOCUMENTS), 20):
                editions[number] += 1
                digests[number] = write_document(documents, number, editions[number])
            if kill and kill % 5 == 0:
                folder = Path(place) / f"library-{kill}-{finished}"
                held = {}
            for number in editions:
                words.setdefault(f"doc-{number:02}", {})[digests[number]] = word_of(number, editions[number])
            removed = [f"doc-{number:02}" for number in drawn.sample(range(DOCUMENTS), 3)]
            lines, seen = kill_once(act, folder, documents, removed, drawn.randrange(span))
            hit = lines[-1:] != ["closed"]
            span = span if hit else max(2, min(span, seen))
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
            print(f"kill {kill}: {(lines or ['nothing'])[-1][:40]!r}, {len(held)} documents, {said[:90]}", flush=True)
            for line in wrong:
                print(f"  WRONG: {line}", flush=True)
    print(
        f"{act}: {kills} kills with seed {seed} over {span} writes of the log: {broken} libraries not whole, "
        f"{repaired} repaired on opening; {finished} more runs had finished before their kill; slowest opening "
        f"{slowest:.1f} s; {time.monotonic() - began:.0f} s in all",
        flush=True,
    )
    return broken


def expect(held: dict[str, str], digests: dict[int, str], lines: list[str], removed: Sequence[str]) -> Expected:
    """Work out what must and what may be there, from what was there and from what the child had told."""
    done = {Path(line.split(" ", 1)[1]).stem for line in lines if line.startswith(("new ", "replaced ", "unchanged "))}
    expected = Expected()
    for number, digest in digests.items():
        name = f"doc-{number:02}"
        before = held.get(name, "")
        may = {digest} if name in done or before == digest else {before, digest}
        if name in removed and "ingested" in lines:
            may = {""} if f"removed {name}" in lines else may | {""}
        if len(may) == 1 and "" not in may:
            expected.sure[name] = digest
        expected.possible[name] = may
    return expected


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]), sys.argv[5:])
    else:
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        kills = int(sys.argv[1]) if len(sys.argv) > 1 else 34
        seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
        sys.exit(1 if sum(torture(act, kills, seed) for act in ACTS) else 0)
