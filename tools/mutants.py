"""Change the code in small ways and see whether the tests notice: `python -m tools.mutants [NUMBER] [SEED] [ROOM …]`.

NUMBER places are drawn over the rooms, and at each one change. A place counts once however much could be changed there.
All happens in a copy of the tree in a temporary folder. What came of each mutant is remembered for as long as no file
of the tree changes, so that the same command goes on where it was stopped.
"""

import argparse
import contextlib
import hashlib
import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkerOutcome

from tools.mutations import mutations_of

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ranking", "composing", "verification")
_SLOWER, _GRACE = 5, 10
"""How many times longer than usual the tests of a room may take, and how many seconds on top: a mutant may loop."""


class Mutant(NamedTuple):
    """A change, and the room of which the tests should notice it."""

    room: str
    change: MutationSpec

    @property
    def place(self) -> str:
        """Return file and line."""
        return f"{self.change.module_path.as_posix()}:{self.change.start_pos[0]}"

    @property
    def key(self) -> str:
        """Return what tells it from every other of the same tree."""
        return f"{self.change.module_path.as_posix()} {self.change.operator_name} {self.change.occurrence}"


class Result(NamedTuple):
    """What came of a mutant."""

    killed: bool
    changed: list[str]
    """The lines taken out and put in, with their sign."""


def main() -> None:
    """Draw, run, and print the share of mutants that the tests noticed, with the others."""
    parser = argparse.ArgumentParser(prog="make mutants ARGS=…", description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=200, help="how many to draw (200)")
    parser.add_argument("seed", nargs="?", type=int, default=0, help="what the draw depends on (0)")
    parser.add_argument("room", nargs="*", default=list(ROOMS), help=f"folders of assistant/ ({' '.join(ROOMS)})")
    asked = parser.parse_args()
    with copied(ROOT) as digest:
        mutants = drawn(asked.room, asked.number, asked.seed)
        try:
            results = run(mutants, Path(tempfile.gettempdir()) / f"rapporteur-mutants-{digest}.jsonl")
        except KeyboardInterrupt:
            sys.exit("Stopped; the same command goes on from here.")
    print(report(mutants, results))


@contextlib.contextmanager
def copied(root: Path) -> Iterator[str]:
    """Work in a copy of a tree, in which tests import the copy; give a digest of the tree, and remove the copy."""
    with tempfile.TemporaryDirectory(prefix="rapporteur-mutants-") as folder:
        tree = Path(folder, "tree")
        shutil.copytree(root, tree, ignore=shutil.ignore_patterns(".*", "__pycache__"))
        digest = hashlib.sha256(sys.version.encode())
        for path in sorted(path for path in tree.rglob("*") if path.is_file()):
            digest.update(f"{path.relative_to(tree)} {path.stat().st_size} ".encode() + path.read_bytes())
        os.environ["PYTHONPATH"] = str(tree)
        os.environ.pop("RAPPORTEUR_REFERENCE", None)
        with contextlib.chdir(tree):
            # A mutant may be as long and, to the second, as old as the one before: compiled files go by the content.
            compiling = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "."]
            subprocess.run(compiling, check=True)  # noqa: S603
            yield digest.hexdigest()[:16]


def drawn(rooms: Sequence[str], number: int, seed: int) -> list[Mutant]:
    """Return changes of modules of some rooms under the working folder, each at a place of its own."""
    places = []
    for room in rooms:
        modules = sorted(Path("assistant", room).rglob("*.py"))
        if not modules or not Path("tests/assistant", room).is_dir():
            sys.exit(f"{room} is no room with tests: name folders of assistant/ and tests/assistant/, or none for all")
        for module in modules:
            places += [(room, changes) for _, changes in sorted(mutations_of(module).items())]
    draw = random.Random(seed)  # noqa: S311
    chosen = draw.sample(places, min(number, len(places)))
    print(f"{len(chosen)} of {len(places)} places where something can be changed, seed {seed}", flush=True)
    return [Mutant(room, draw.choice(changes)) for room, changes in chosen]


def run(mutants: Sequence[Mutant], memory: Path) -> list[Result]:
    """Return what came of each mutant; those that a file knows are not run again, and the others are added to it."""
    lines = memory.read_text(encoding="utf-8").splitlines() if memory.exists() else []
    known = {key: Result(killed, changed) for key, killed, changed in map(json.loads, lines)}
    usual = {room: _seconds(room) for room in sorted({each.room for each in mutants if each.key not in known})}
    for rank, mutant in enumerate(mutants, 1):
        if mutant.key not in known:
            result = known[mutant.key] = _result(mutant, _SLOWER * usual[mutant.room] + _GRACE)
            with memory.open("a", encoding="utf-8") as file:
                file.write(json.dumps([mutant.key, *result]) + "\n")
        said = "killed" if known[mutant.key].killed else "survived"
        print(f"{rank:4} of {len(mutants)}  {said:8}  {mutant.place}", flush=True)
    return [known[mutant.key] for mutant in mutants]


def report(mutants: Sequence[Mutant], results: Sequence[Result]) -> str:
    """Return each survivor with what was changed, and how many were killed, of all and by room."""
    outcomes = sorted(zip(mutants, results, strict=True), key=lambda pair: pair[0].change.start_pos)
    lines = []
    for mutant, result in sorted(outcomes, key=lambda pair: pair[0].change.module_path):
        if not result.killed:
            lines += [mutant.place, *(f"    {line}" for line in result.changed)]
    rooms = sorted({mutant.room for mutant in mutants})
    for name, of in (("all", rooms), *((room, [room]) for room in rooms)):
        killed = [result.killed for mutant, result in outcomes if mutant.room in of]
        lines.append(f"{name}: {sum(killed)} of {len(killed)} killed, {sum(killed) / len(killed):.2f}")
    return "\n".join(lines)


def _command(room: str) -> str:
    plugins = "-p no:xdist -p no:cacheprovider"
    python = shlex.quote(sys.executable)
    # What tests of time would notice, the others do or the time limit does; they are most of what a room takes.
    return f"{python} -m pytest -x -q {plugins} -k 'not time_grows_with_length' tests/assistant/{room}"


def _seconds(room: str) -> float:
    """Return how long the tests of a room take when nothing is changed; stop where they fail."""
    started = time.monotonic()
    outcome, output = run_tests(_command(room), 600)
    if outcome != TestOutcome.SURVIVED:
        sys.exit(f"{output}\nThe tests of {room} must pass before anything is changed; they did not.")
    taken = time.monotonic() - started
    print(f"the tests of {room} take {taken:.1f} s", flush=True)
    return taken


def _result(mutant: Mutant, limit: float) -> Result:
    """Return what came of a mutant; tests that take longer than a limit in seconds have noticed it."""
    result = mutate_and_test([mutant.change], _command(mutant.room), limit)
    if result.worker_outcome != WorkerOutcome.NORMAL or result.test_outcome == TestOutcome.INCOMPETENT:
        sys.exit(f"{result.output}\n{mutant.place} could not be changed and tested; see above.")
    lines = (result.diff or "").splitlines()
    changed = [line for line in lines if line[:1] in ("-", "+") and line[:3] not in ("---", "+++")]
    return Result(result.test_outcome == TestOutcome.KILLED, changed)


if __name__ == "__main__":
    main()
