"""Where the time of an ingestion goes, and what memory it takes.

Usage: python benchmarks/ingest.py [FOLDER]. Measures the files of FOLDER, or reports that it writes itself, and prints
pages (250 words), paragraphs and megabytes a second for parsing, embedding and writing apart; then the peak memory of
ingestions of 10 and of 1,000 documents, and how fast those libraries are opened and searched.
"""

import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus.catalogue.rows import Record  # noqa: E402
from corpus.document import Document  # noqa: E402
from corpus.errors import CorpusError  # noqa: E402
from corpus.parse import SUFFIXES, Parsed  # noqa: E402
from index.embed import open_embedder  # noqa: E402
from index.ingesting.parser_pool import Job, ParserPool, ParsingLimits  # noqa: E402
from index.library import Library  # noqa: E402
from index.sources.find import find_sources  # noqa: E402
from index.split import split  # noqa: E402
from index.stores.stores import Stores  # noqa: E402

_WORDS_A_PAGE = 250
_EMBEDDED = 1500
_VOCABULARY = (
    "committee region workshop technology innovation transfer delegates programme energy water harbour report "
    "session members policy climate islands budget training network science adopted noted welcomed requested "
    "secretariat the of and to in for on with by at from between under through"
).split()


@dataclass(frozen=True)
class Volume:
    """How much went through a stage."""

    pages: float
    paragraphs: int
    megabytes: float

    def line(self, stage: str, seconds: float) -> str:
        """Write the rates of a stage."""
        return (
            f"{stage:<10} {seconds:8.2f} s {self.pages / seconds:9.1f} pages/s {self.paragraphs / seconds:10.1f} "
            f"paragraphs/s {self.megabytes / seconds:8.2f} MB/s"
        )


def write_reports(folder: Path, count: int, paragraphs: int) -> None:
    """Write reports of numbered paragraphs of 10 to 80 words, always the same."""
    drawn = random.Random(7)
    for number in range(count):
        lines = [f"Report {number} of the working group on harbours", ""]
        for label in range(1, paragraphs + 1):
            words = " ".join(drawn.choices(_VOCABULARY, k=drawn.randint(10, 80)))
            lines += [f"{label}. In {drawn.randint(1990, 2030)} {words}.", ""]
        (folder / f"report-{number:04}.txt").write_text("\n".join(lines))


def measure_stages(folder: Path, place: Path) -> None:
    """Parse, embed and write the files of a folder, one stage after the other, and print the rates."""
    paths = [source.path for source in find_sources([folder], SUFFIXES) if not source.refusal]
    size = sum(path.stat().st_size for path in paths) / 1e6
    started = time.perf_counter()
    parsed: list[tuple[Document, Parsed]] = []
    with ParserPool("corpus.parse:parse", ParsingLimits(), len(paths)) as readers:
        jobs = (Job(n, path, path.name, f"{path.stem}-{n}") for n, path in enumerate(paths))
        for job, answer in readers.read(jobs):
            if isinstance(answer, CorpusError):
                print(f"  {job.name}: {answer}")
                continue
            document = Document(job.document, str(job.copy), job.document, answer.format, answer.metadata, answer.text)
            parsed.append((document, answer))
    seconds = time.perf_counter() - started
    words = sum(len(document.text.split()) for document, _ in parsed)
    paragraphs = sum(len(answer.paragraphs) for _, answer in parsed)
    whole = Volume(words / _WORDS_A_PAGE, paragraphs, size)
    print(f"{len(parsed)} documents, {whole.pages:.0f} pages, {paragraphs} paragraphs, {size:.2f} MB")
    print(whole.line("parsing", seconds))

    chunks = [chunk for document, answer in parsed for chunk in split(document, answer.paragraphs)]
    some = random.Random(7).sample(chunks, min(_EMBEDDED, len(chunks)))
    embedder = open_embedder()
    embedder.encode(["warm"])
    started = time.perf_counter()
    vectors = embedder.encode([chunk.text for chunk in some])
    seconds = (time.perf_counter() - started) * len(chunks) / len(some)
    print(whole.line("embedding", seconds) + f" {len(chunks) / seconds:7.1f} chunks/s, from {len(some)} of them")

    (place / "written").mkdir()
    stores = Stores(place / "written")
    stores.catalogue.set_meta("chunking", "benchmark")
    started = time.perf_counter()
    written = 0
    for first in range(0, len(parsed), 50):
        records = []
        for document, answer in parsed[first : first + 50]:
            places = [(chunk.position, chunk.part) for chunk in split(document, answer.paragraphs)]
            rows = vectors[[(written + n) % len(vectors) for n in range(len(places))]]
            written += len(places)
            records.append(
                Record(document, answer.metadata, "1", "{}", answer.paragraphs, answer.exclusions, places, rows)
            )
        stores.take_in(records)
    print(whole.line("writing", time.perf_counter() - started))
    stores.close()


def measure_whole(folder: Path, library: Path) -> None:
    """Ingest a folder in this process, open the library again and search it; print figures as JSON."""
    started = time.perf_counter()
    with Library.open(library, open_embedder) as opened:
        report = opened.ingest([folder])
    seconds = time.perf_counter() - started
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = time.perf_counter()
    with Library.open(library, open_embedder) as opened:
        opening = time.perf_counter() - started
        opened.search("warm")
        searches = []
        for number in range(50):
            started = time.perf_counter()
            opened.search(f"Which delegates adopted the budget of {1990 + number % 40}?")
            searches.append(time.perf_counter() - started)
    figures = {
        "documents": report.count("new"),
        "seconds": seconds,
        "peak": own,
        "reader_peak": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        "opening": opening * 1000,
        "search": statistics.median(searches) * 1000,
    }
    print(json.dumps(figures))


def measure_memory(place: Path, counts: Sequence[int]) -> None:
    """Ingest so many reports of eight paragraphs in processes of their own, and print what they took."""
    for count in counts:
        folder = place / f"reports-{count}"
        folder.mkdir()
        write_reports(folder, count, 8)
        command = [sys.executable, __file__, "--whole", str(folder), str(place / f"library-{count}")]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
        figures = json.loads(ran.stdout.splitlines()[-1])
        print(
            f"{figures['documents']:5} documents: {figures['seconds']:7.1f} s, peak memory {figures['peak']:.0f} MB "
            f"(a reading process {figures['reader_peak']:.0f} MB); opened in {figures['opening']:.0f} ms, "
            f"searched in {figures['search']:.1f} ms (median of 50)",
            flush=True,
        )


def main() -> None:
    """Run the measurements."""
    if sys.argv[1:2] == ["--whole"]:
        measure_whole(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else place / "reports"
        if len(sys.argv) == 1:
            folder.mkdir()
            write_reports(folder, 200, 40)
        measure_stages(folder, place)
        measure_memory(place, (10, 1000))


if __name__ == "__main__":
    main()
