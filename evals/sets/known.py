"""The sets that can be measured, each with the file or folder it is in."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CaseError
from evals.metric_values import MetricValue
from evals.sets import canard, cast2019, clapnq, mtrag, qmsum, scifact, squad2, unfccc
from evals.trial import Trial


@dataclass(frozen=True, slots=True)
class KnownSet:
    """A set by its name."""

    name: str
    place: str
    """File or folder within the folder of sets."""
    measure: Callable[[Path, Trial], list[MetricValue]]


KNOWN = (
    KnownSet("unfccc", "unfccc", unfccc.measure),
    KnownSet("squad2", "squad2.json", squad2.measure),
    KnownSet("clapnq", "clapnq.jsonl", clapnq.measure),
    KnownSet("mtrag", "mtrag.json", mtrag.measure),
    KnownSet("canard", "canard.json", canard.measure),
    KnownSet("cast2019", "cast2019", cast2019.measure),
    KnownSet("qmsum", "qmsum", qmsum.measure),
    KnownSet("scifact", "scifact", scifact.measure),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a set came to."""

    name: str
    values: tuple[MetricValue, ...]
    seconds: float


def sets_in(folder: Path, names: Sequence[str] = ()) -> list[KnownSet]:
    """Return the sets of a folder: those named, or all that are there; raise `CaseError` where there is none."""
    known = ", ".join(each.name for each in KNOWN)
    for name in names:
        if name not in {each.name for each in KNOWN}:
            raise CaseError(f"there is no set {name!r}; the sets are {known}")
    wanted = [each for each in KNOWN if not names or each.name in names]
    absent = [each for each in wanted if not (folder / each.place).exists()]
    if names and absent:
        raise CaseError(f"the set {absent[0].name!r} is not in {folder}: there is no {absent[0].place}")
    if len(absent) == len(wanted):
        raise CaseError(f"{folder} holds none of the sets {known}; name a file of cases, or a folder that holds some")
    return [each for each in wanted if each not in absent]


def measure_set(known: KnownSet, folder: Path, trial: Trial) -> Measured:
    """Measure one set; raise `CaseError` for a file that is not in its format."""
    started = time.perf_counter()
    values = known.measure(folder / known.place, trial)
    return Measured(known.name, tuple(values), time.perf_counter() - started)
