"""Try the indexes in a process of its own: a damaged one can crash or hang whoever opens it, or answer wrongly."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from corpus.catalogue.catalogue import Catalogue
from corpus.catalogue.chunk_rows import keys_of, live_keys, vectors_of
from index.lifeline import end_with_parent, lifeline

_SECONDS = 60.0
_ASKED = 2000


def probe(folder: Path, catalogue: Catalogue, edition: int) -> str:
    """Say what is wrong with the indexes in `folder`; empty when they hold all live chunks and find those asked for."""
    keys = live_keys(catalogue, edition)
    passing = [listing.revision for state in ("staged", "erasing") for listing in catalogue.listings(state)]
    allowed = np.array(keys_of(catalogue, passing), dtype=np.int64)
    asked = keys[:: max(1, len(keys) // _ASKED)] if len(keys) else keys
    vectors = vectors_of(catalogue, [int(key) for key in asked])
    rows = np.array([vectors[int(key)] for key in asked], dtype=np.float32)
    question = io.BytesIO()
    np.savez(question, keys=keys, allowed=allowed, asked=asked, vectors=rows)
    program = (
        "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
        "from index.stores.probe import answer; answer(sys.argv[2], int(sys.argv[3]))"
    )
    watched, alive = lifeline()
    try:
        tried = subprocess.run(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-c", program, json.dumps(sys.path), str(folder), str(watched)],
            input=question.getvalue(),
            capture_output=True,
            timeout=_SECONDS + len(keys) / 1000,
            check=False,
            pass_fds=(watched,) if watched >= 0 else (),
        )
    except subprocess.TimeoutExpired:
        return "trying it took too long"
    finally:
        for end in (watched, alive):
            if end >= 0:
                os.close(end)
    lines = tried.stdout.decode(errors="replace").splitlines()
    if tried.returncode != 0 or not lines:
        return f"trying it ended with status {tried.returncode}"
    return str(json.loads(lines[-1]))


def answer(folder: str, parent: int) -> None:
    """Read what is asked, open the indexes and print, as JSON, what is wrong with them; runs in the child process."""
    end_with_parent(parent)
    from index.stores.terms import WordIndex
    from index.stores.vectors import Vectors

    wrong = ""
    with np.load(io.BytesIO(sys.stdin.buffer.read())) as held:
        keys, allowed, asked, rows = held["keys"], held["allowed"], held["asked"], held["vectors"]
    try:
        vectors = Vectors(Path(folder) / "vectors")
        terms = WordIndex(Path(folder) / "terms")
        for name, found in (("vector index", vectors.keys()), ("word index", terms.keys())):
            missing = len(np.setdiff1d(keys, found))
            if missing:
                wrong = wrong or f"the {name} lacks {missing} of {len(keys)} chunks"
            extra = len(np.setdiff1d(np.setdiff1d(found, keys), allowed))
            if extra:
                wrong = wrong or f"the {name} holds {extra} chunks that the catalogue does not have"
        fault = vectors.fault(asked, rows) if not wrong and len(asked) else ""
        if fault:
            wrong = f"in the vector index {fault}"
    except BaseException as error:  # noqa: BLE001 - a panic in the Rust core is no Exception
        wrong = f"it cannot be read ({str(error)[:200]})"
    print(json.dumps(wrong))
