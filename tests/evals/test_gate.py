"""Known facts come out as well as in the committed baselines: the gate of every change.

After a change that makes answers better: `make baselines`.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.compose import Settings
from evals.cases.load import load_cases
from evals.comparing.compare import compare
from evals.comparing.record_json import keeps_words, read_record
from evals.outcome import Outcome
from evals.run_record import RunRecord
from evals.running.quotes import Shelves
from evals.running.run import run_cases
from evals.trials.planted import PLANTS, caught
from interfaces.evaluating.run import RunOptions, evaluate_library, temporary_library

pytestmark = pytest.mark.slow

EVALS = Path(__file__).resolve().parents[2] / "evals"
STARTER = EVALS / "starter.yaml"
BASELINES = EVALS / "baselines"


@pytest.fixture(scope="module")
def library(starter: Path, tmp_path_factory: pytest.TempPathFactory):
    """Return the starter corpus as a library, with the installed weights."""
    with temporary_library(Settings(tmp_path_factory.mktemp("gate")), starter) as library:
        yield library


@pytest.fixture(scope="module")
def run(library) -> RunRecord:
    """Return a run of the starter cases."""
    return evaluate_library(Settings(library.folder), library, load_cases(STARTER), STARTER, RunOptions(fresh=True))


def told(comparison) -> str:
    """Return what a person needs to see why the gate is shut."""
    lost = [f"{flip.new.case.id} ({flip.stage}): {flip.new.answer[:120]}" for flip in comparison.flips if flip.lost]
    return "\n".join([*comparison.alarms, *comparison.causes, *lost])


def test_the_starter_cases_are_as_well_as_they_were(run: RunRecord) -> None:
    """No significant loss, no case lost that must hold, and no case without a baseline."""
    earlier, held = read_record(BASELINES / "starter.json", load_cases(STARTER))
    comparison = compare(earlier, run, held)
    assert not comparison.alarms, told(comparison)
    assert (comparison.fresh, comparison.gone) == ((), ()), "write the baseline again with 'make baselines'"
    assert len(held) >= 10


def test_a_missing_reader_is_caught_and_named(library, run: RunRecord) -> None:
    """Answers without the trained reader are worse, and the stage is read."""
    [plant] = [each for each in PLANTS if each.name == "reader off"]
    settings = replace(Settings(library.folder), reader="none")
    outcomes: tuple[Outcome, ...] = run_cases(
        load_cases(STARTER), plant.without(settings, library), shelves=Shelves(library), jobs=2
    )
    comparison = compare(run, replace(run, outcomes=outcomes))
    assert caught(plant, comparison), (comparison.alarms, dict(comparison.stages))


def test_the_facts_of_real_reports_are_as_well_as_they_were(reference: Path, tmp_path: Path) -> None:
    """The same over the reports beside the repository, whose baseline holds no word of them."""
    source, baseline = reference / "facts" / "seeds.yaml", BASELINES / "seeds.json"
    cases = load_cases(source)
    with temporary_library(Settings(tmp_path), reference / "corpus") as library:
        now = evaluate_library(Settings(library.folder), library, cases, source, RunOptions(fresh=True))
    earlier, held = read_record(baseline, cases)
    comparison = compare(earlier, now, held)
    assert not comparison.alarms, told(comparison)
    assert comparison.gone == ()
    assert not keeps_words(baseline)
