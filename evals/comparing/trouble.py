"""Say in a line what is wrong with an outcome."""

from evals.outcome import Outcome


def trouble(outcome: Outcome) -> str:
    """Say what is wrong with the answer, with what it cites, and where the gold paragraph came up."""
    faults = [outcome.fault] if outcome.fault else []
    if not outcome.case.refuse:
        if not outcome.cited and not outcome.refused:
            wanted = (repr(gold.quotes[0]) if gold.quotes else gold.label for gold in outcome.case.gold)
            faults.append(f"does not cite {' and '.join(wanted)}")
        faults.append("gold not found" if outcome.gold_rank is None else f"gold at {outcome.gold_rank}")
    return "; ".join(faults)
