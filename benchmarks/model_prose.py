"""How many true sentences of a chat model are struck out, and how many wrong ones are caught.

Usage: python benchmarks/model_prose.py [SHARED] [--show]. The sentences, in `evals/model_prose.jsonl`, are as a model
writes them of real documents, in words of its own. Those of the starter documents are always measured; with SHARED,
the folder of real documents, all are. `--show` prints the true ones that were struck out, each with the reason.
"""

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.compose import Settings, open_library  # noqa: E402
from evals.trials.prose import read_prose, struck  # noqa: E402


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, nargs="?")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    prose = list(read_prose())
    named = {name for each in prose for name, *_ in each.cites}
    folders = [ROOT / "corpus" / "starter", *([options.shared] if options.shared else [])]
    files = {path.name: path for folder in folders for path in sorted(folder.rglob("*")) if path.name in named}
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(Settings(library=Path(folder), embedding="hash")) as library,
    ):
        library.ingest(list(files.values()))
        found, tried, lost = struck(prose, library)
    if options.show:
        print(*(f"{each.said}\n    {fault}" for each, fault in lost), sep="\n")
    print(f"true sentences struck out: {found['']} of {tried['']} ({found[''] / tried['']:.1%})")
    for kind in sorted(tried.keys() - {""}):
        print(f"wrong in {kind:10} caught: {found[kind]:3} of {tried[kind]:3}")
    caught, wrong = (sum(counts.values()) - counts[""] for counts in (found, tried))
    print(f"wrong in all        caught: {caught} of {wrong} ({caught / wrong:.1%})")


if __name__ == "__main__":
    main()
