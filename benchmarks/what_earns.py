"""What each rule is worth: what is lost when it alone is taken out.

Usage: python benchmarks/what_earns.py size|checks|ranking [--reference FOLDER] [--fresh FILE] [--documents FOLDER]

`checks` tries every function, list and pattern of `assistant/verification` on the sentences of
`evals/model_prose.jsonl` (and of a FILE like it), on what a scripted model says and on planted edits; `ranking` every
feature and rule of `assistant/ranking` on the starter cases, on the facts of the reference FOLDER, and on a sample of
`training/questions` when --documents names what they are about; `size` counts lines, patterns and listed words. Prints
tables in Markdown; `--totals` only what is reached with every rule.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ranking_cases import Asked, asking, of_cases, of_training, training_rows  # noqa: E402
from sentences_struck import SETS, STARTER, Trial, needed_files, trials_of  # noqa: E402

import assistant.ranking.select as select  # noqa: E402
from assistant.compose import Settings, open_library  # noqa: E402
from corpus.offline import stay_offline  # noqa: E402
from evals.trials.code_size import size_of_folder  # noqa: E402
from evals.trials.planted import swapped  # noqa: E402
from evals.trials.taken_out import Rule, can_matter, forget, noting, rules_of, taken_out  # noqa: E402

_PACKAGES = ("assistant/verification", "assistant/ranking", "assistant/language")
_NEEDED = "cannot be taken out"


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--reference", type=Path, default=_reference())
    parser.add_argument("--fresh", type=Path, help="more sentences, as in evals/model_prose.jsonl")
    parser.add_argument("--documents", type=Path, help="what training/questions is about")
    parser.add_argument("--totals", action="store_true", help="print what is reached with every rule, and no more")
    options = parser.parse_args()
    stay_offline()
    PARTS[options.part](options)


def _reference() -> Path | None:
    named = os.environ.get("RAPPORTEUR_REFERENCE")
    return Path(named) if named else None


def _size(_options: argparse.Namespace) -> None:
    print("| folder | lines | patterns | listed words |\n|---|---|---|---|")
    for package in _PACKAGES:
        size = size_of_folder(ROOT / package)
        print(f"| {package} | {size.lines} | {size.patterns} | {size.words} |")


def _checks(options: argparse.Namespace) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(Settings(library=Path(folder), embedding="hash")) as library,
    ):
        library.ingest(needed_files(options.reference, options.fresh))
        trials = list(trials_of(library, options.reference, options.fresh))
        struck = [bool(trial.fault()) for trial in trials]
        for name in SETS:
            _print_totals(name, [(each, hit) for each, hit in zip(trials, struck, strict=True) if each.of == name])
        if options.totals:
            return
        head = " | ".join(f"{name}: caught, false" for name in SETS)
        print(f"\n| file | rule | lines | {head} |\n|{'---|' * (3 + len(SETS))}", flush=True)
        rules = rules_of("assistant.verification")
        worked = _worked(rules, trials)
        for rule in rules:
            among = worked.get(rule, range(len(trials)) if rule.kind != "function" else ())
            among = [at for at in among if can_matter(rule, trials[at].read)]
            print(_row(rule, _changes(rule, among, trials, struck)), flush=True)


def _print_totals(name: str, found: Sequence[tuple[Trial, bool]]) -> None:
    tried, hits = Counter(each.wrong for each, _ in found), Counter(each.wrong for each, hit in found if hit)
    kinds = ", ".join(f"{kind} {hits[kind]} of {tried[kind]}" for kind in sorted(tried.keys() - {""}))
    wrong = f"{sum(hits.values()) - hits['']} of {sum(tried.values()) - tried['']}"
    print(f"{name}: {wrong} wrong ones caught, {hits['']} of {tried['']} true ones struck ({kinds})", flush=True)


def _worked(rules: Sequence[Rule], trials: Sequence[Trial]) -> dict[Rule, list[int]]:
    """Return for each function the sentences of which it told anything: without it, no other can come out otherwise."""
    telling: set[Rule] = set()
    found: dict[Rule, list[int]] = {rule: [] for rule in rules if rule.kind == "function"}
    with ExitStack() as stack:
        for rule in found:
            stack.enter_context(noting(rule, lambda rule=rule: telling.add(rule)))
        for at, trial in enumerate(trials):
            telling.clear()
            forget()
            trial.fault()
            for rule in telling:
                found[rule].append(at)
    return found


def _changes(rule: Rule, among: Sequence[int], trials: Sequence[Trial], struck: Sequence[bool]) -> Counter[str] | None:
    """Return by how many sentences more or fewer are struck without a rule, by set; None where nothing works then."""
    changed = Counter[str]()
    with taken_out(rule):
        for at in among:
            try:
                now = bool(trials[at].fault())
            except (TypeError, ValueError, IndexError, KeyError, AttributeError):
                return None
            changed[f"{trials[at].of} {'caught' if trials[at].wrong else 'false'}"] += now - struck[at]
    return changed


def _row(rule: Rule, changed: Counter[str] | None) -> str:
    figures = [f"{changed[f'{name} caught']:+d}, {changed[f'{name} false']:+d}" if changed else "0" for name in SETS]
    told = [_NEEDED] * len(SETS) if changed is None else ["" if cell in ("0", "+0, +0") else cell for cell in figures]
    return f"| {rule.file} | {rule.name} | {rule.lines} | {' | '.join(told)} |"


def _ranking(options: argparse.Namespace) -> None:
    rows = training_rows() if options.documents else []
    sources = [("starter", STARTER, ROOT / "evals" / "starter.yaml")]
    if options.reference:
        sources.append(("facts", options.reference / "corpus", options.reference / "facts" / "seeds.yaml"))
    with ExitStack() as stack:
        asked: list[Asked] = []
        for name, documents, cases in sources:
            asked += of_cases(name, cases, asking(*_filled(stack, [documents])))
        if rows:
            named = sorted({options.documents / row["document"] for row in rows})
            asked += of_training(rows, asking(*_filled(stack, named)))
        right = [each.is_right() for each in asked]
        for name in dict.fromkeys(each.of for each in asked):
            those = [hit for each, hit in zip(asked, right, strict=True) if each.of == name]
            print(f"{name}: {sum(those)} of {len(those)} right", flush=True)
        if not options.totals:
            _print_ranking(asked, right)


def _filled(stack: ExitStack, paths: list[Path]) -> tuple:
    settings = replace(Settings.from_environment(), library=Path(stack.enter_context(tempfile.TemporaryDirectory())))
    library = stack.enter_context(open_library(settings))
    library.ingest(paths)
    return library, settings


def _print_ranking(asked: Sequence[Asked], right: Sequence[bool]) -> None:
    names = list(dict.fromkeys(each.of for each in asked))
    print("\n| file | feature or rule | lines | " + " | ".join(f"{name}: lost, won" for name in names) + " |")
    print("|" + "---|" * (3 + len(names)), flush=True)
    for file, name, lines, without in _parts_of_ranking(asked):
        with without:
            try:
                now = [each.is_right() for each in asked]
            except (TypeError, ValueError, IndexError, KeyError, AttributeError):
                print(f"| {file} | {name} | {lines} | {_NEEDED} |")
                continue
        cells = []
        for of in names:
            changes = [(a, b) for each, a, b in zip(asked, right, now, strict=True) if each.of == of and a != b]
            lost = sum(before for before, _ in changes)
            cells.append(f"-{lost}, +{len(changes) - lost}" if changes else "")
        print(f"| {file} | {name} | {lines} | {' | '.join(cells)} |", flush=True)


def _parts_of_ranking(asked: Sequence[Asked]) -> Iterator[tuple]:
    """Yield each feature, held at its mean, and each rule, taken out: its file, its name, its lines, and the block."""
    for function, columns, file in (
        ("features_of", select.FEATURES, "features.py"),
        ("deciding_values", select.DECIDING, "select.py (deciding)"),
    ):
        whole = getattr(select, function)
        means = _means(function, asked)
        for rank, name in enumerate(columns):
            yield file, name, "", swapped(select, function, _held(whole, rank, means[rank]))
    for rule in rules_of("assistant.ranking"):
        yield rule.file, rule.name, rule.lines, taken_out(rule)


def _means(function: str, asked: Sequence[Asked]) -> list[float]:
    """Return the mean of each value that a function of `select` gives while everything is asked."""
    whole = getattr(select, function)
    seen: list[Sequence[float]] = []
    with swapped(select, function, lambda *given: seen.append(found := whole(*given)) or found):
        for each in asked:
            each.is_right()
    return [sum(column) / len(seen) for column in zip(*seen, strict=True)]


def _held(whole: Callable[..., Sequence[float]], rank: int, mean: float) -> Callable[..., list[float]]:
    return lambda *given: [mean if at == rank else value for at, value in enumerate(whole(*given))]


PARTS = {"size": _size, "checks": _checks, "ranking": _ranking}


if __name__ == "__main__":
    main()
