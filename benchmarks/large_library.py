"""How fast and how right questions are answered when their documents are among many others.

Usage: python benchmarks/large_library.py SHARED [--paragraphs 50000] [--library FOLDER]. Fills a library with
SHARED/corpus, what else SHARED has (documents, and the texts of the development sets) and made-up reports up to the
number of paragraphs, then asks the cases of SHARED/facts/seeds.yaml and prints seconds, peak memory and accuracy. A
library in FOLDER is used again and only filled up. Embedding 50,000 paragraphs takes an hour or so on two cores.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.compose import Settings, open_assistant, open_library  # noqa: E402
from benchmarks.made_up import made_up_reports  # noqa: E402
from corpus.errors import RapporteurError  # noqa: E402
from corpus.offline import stay_offline  # noqa: E402
from evals.cases.load import load_cases  # noqa: E402
from evals.comparing.report import Report, make_report  # noqa: E402
from evals.running.run import run_cases  # noqa: E402
from evals.sets.files import read_json, read_json_lines, read_rows  # noqa: E402
from evals.sets.scifact import abstract  # noqa: E402
from index.library import Library, Step  # noqa: E402

_SEED = 20
_TEXTS_A_FILE = 40
_FILES_AT_ONCE = 20


def main() -> None:
    """Fill the library in a process of its own, so that its memory is not counted, then ask."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("shared", type=Path, help="folder with corpus, facts, documents and dev")
    parser.add_argument("--paragraphs", type=int, default=50_000, help="paragraphs that the library is to hold")
    parser.add_argument("--library", type=Path, help="folder of the library, kept and used again")
    parser.add_argument("--fill-only", action="store_true", help="fill the library and ask nothing")
    options = parser.parse_args()
    stay_offline()
    try:
        if options.fill_only:
            fill(options.library, options.shared, options.paragraphs)
            return
        with tempfile.TemporaryDirectory(prefix="rapporteur-large-") as temporary:
            folder = options.library or Path(temporary) / "library"
            again = [options.shared, "--paragraphs", options.paragraphs, "--library", folder, "--fill-only"]
            if subprocess.run([sys.executable, __file__, *map(str, again)], check=False).returncode:
                sys.exit(1)
            ask(folder, options.shared / "facts" / "seeds.yaml")
    except RapporteurError as error:
        sys.exit(f"large_library: {error}")


def fill(folder: Path, shared: Path, options: int) -> None:
    """Ingest the documents asked about, then some files at a time until the library holds the paragraphs wanted."""
    started = time.monotonic()
    with open_library(replace(Settings.from_environment(), library=folder)) as library:
        sources = _sources(shared, folder.with_name(folder.name + "-texts"))
        held = _ingest(library, [shared / "corpus"], options)
        while held < options:
            held = _ingest(library, next(sources), options)
        documents = len(library.documents())
    print(f"\n{held:,} paragraphs of {documents:,} documents, filled in {time.monotonic() - started:,.0f} s")


def _ingest(library: Library, paths: Sequence[Path], options: int) -> int:
    """Ingest some paths, and return how many paragraphs the library holds then."""
    held = _count(library)

    def tell(step: Step) -> None:
        _show(f"{held:,} of {options:,} paragraphs: {step.stage} {Path(step.path).name}")

    for entry in library.ingest(paths, report=tell).entries:
        if entry.status == "failed":
            print(f"left out: {entry.path}: {entry.reason}", file=sys.stderr)
    return _count(library)


def ask(folder: Path, cases: Path) -> None:
    """Ask the cases and print what came of them."""
    with open_library(replace(Settings.from_environment(), library=folder)) as library:
        assistant = open_assistant(Settings.from_environment(), library)
        known = load_cases(cases)
        started = time.perf_counter()
        assistant.ask("Is everything loaded?")
        print(f"first question, loading all models: {time.perf_counter() - started:.1f} s")
        outcomes = run_cases(known, assistant, lambda done, total: _show(f"asking {done} of {total}"))
        print("\n" + "\n".join(_lines(make_report(outcomes, library.digest, ""))))
    print(f"peak memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


def _lines(report: Report) -> Iterator[str]:
    row = report.all
    yield f"median           {row.median_seconds or 0:.3f} s"
    yield f"95th percentile  {row.p95_seconds or 0:.3f} s"
    shares = {
        "answered right": row.answered_right,
        "cited right": row.cited_right,
        "refused right": row.refused_right,
        "false refusals": row.false_refusals,
        **{f"gold in {depth}": share for depth, share in row.gold_within},
    }
    for name, share in shares.items():
        yield f"{name:<16} {share.value or 0:.3f} ({share.hits}/{share.of})"


def _sources(shared: Path, texts: Path) -> Iterator[list[Path]]:
    """Yield what else to ingest: real documents and texts, then as many made-up reports as it takes."""
    folders = (shared / "dev" / "unfccc" / "documents", shared / "documents" / "pairs", shared / "documents" / "pdf")
    yield from ([path] for folder in folders for path in sorted(folder.iterdir()))
    together = ("\n\n".join(some) for some in _grouped(_texts(shared / "dev"), _TEXTS_A_FILE))
    yield from _files(texts, "texts", together)
    yield from _files(texts, "report", made_up_reports(_SEED))


def _files(folder: Path, name: str, contents: Iterable[str]) -> Iterator[list[Path]]:
    """Write each content to a file, and yield some files at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, some in enumerate(_grouped(contents, _FILES_AT_ONCE)):
        paths = [folder / f"{name}-{number:04d}-{place:02d}.txt" for place in range(len(some))]
        for path, content in zip(paths, some, strict=True):
            path.write_text(content, encoding="utf-8")
        yield paths


def _texts(dev: Path) -> Iterator[str]:
    """Yield the texts of the development sets, each on a line of its own."""
    for article in read_json(dev / "squad2.json")["data"]:
        yield from (_in_a_line(paragraph["context"]) for paragraph in article["paragraphs"])
    yield from (_in_a_line(record["passages"][0]["text"]) for record in read_json_lines(dev / "clapnq.jsonl"))
    yield from (_in_a_line(document["text"]) for document in read_json(dev / "mtrag.json")["documents"])
    rows = read_rows(dev / "scifact" / "corpus.csv", ",", quoted=True)
    yield from (_in_a_line(abstract(row["abstract"])) for row in rows)


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


def _grouped(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(texts)
    while group := list(islice(rest, size)):
        yield group


def _count(library: Library) -> int:
    return sum(len(library.paragraphs(document.id)) for document in library.documents())


def _show(text: str) -> None:
    """Write over the line before, while someone is watching."""
    if sys.stderr.isatty():
        print(f"\r{text[:100]:<100}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
