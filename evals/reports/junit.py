"""A run as JUnit XML, which every CI shows: a test case for each case, failed where it is not well."""

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree

from evals.comparing.compare import Comparison
from evals.comparing.stages import lost_at
from evals.comparing.trouble import trouble
from evals.outcome import Outcome
from evals.run_record import RunRecord

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_xml(record: RunRecord, comparison: Comparison | None = None) -> str:
    """Return the report; each kind is a suite.

    Without an earlier run a case that is not well has failed. With one, that is a case which was lost; what was not
    well before either is told as skipped, for the gate does not stop at it.
    """
    root = ElementTree.Element("testsuites", name="rapporteur eval")
    lost = {flip.new.case.id for flip in comparison.flips if flip.lost} if comparison else None
    ordered = sorted(record.outcomes, key=lambda outcome: outcome.case.kind)
    for kind, outcomes in groupby(ordered, key=lambda outcome: outcome.case.kind):
        _add_suite(root, kind, list(outcomes), lost, record.when)
    if comparison and comparison.alarms:
        _add_gate(root, comparison.alarms)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _add_suite(
    root: ElementTree.Element, kind: str, outcomes: Sequence[Outcome], lost: set[str] | None, when: str
) -> None:
    wrong = [outcome for outcome in outcomes if not outcome.passed]
    failed = [outcome for outcome in outcomes if outcome.case.id in lost] if lost is not None else wrong
    counts = {"tests": len(outcomes), "failures": len(failed), "skipped": len([x for x in wrong if x not in failed])}
    suite = ElementTree.SubElement(root, "testsuite", name=_sound(kind), timestamp=when.removesuffix("Z"), errors="0")
    suite.attrib.update({name: str(count) for name, count in counts.items()})
    suite.set("time", f"{sum(outcome.seconds for outcome in outcomes):.3f}")
    for outcome in outcomes:
        case = ElementTree.SubElement(suite, "testcase", classname=_sound(kind), name=_sound(outcome.case.id))
        case.set("time", f"{outcome.seconds:.3f}")
        if outcome in failed:
            told = ElementTree.SubElement(
                case, "failure", message=_sound(trouble(outcome)), type=lost_at(outcome) or ""
            )
            told.text = _sound(f"{outcome.case.question}\n\n{outcome.answer}")
        elif not outcome.passed:
            ElementTree.SubElement(case, "skipped", message=_sound(f"not well before either: {trouble(outcome)}"))


def _add_gate(root: ElementTree.Element, alarms: Sequence[str]) -> None:
    suite = ElementTree.SubElement(root, "testsuite", name="gate", tests="1", failures="1", errors="0", skipped="0")
    case = ElementTree.SubElement(suite, "testcase", classname="gate", name="no significant loss", time="0")
    ElementTree.SubElement(case, "failure", message=_sound("; ".join(alarms)), type="gate")


def _sound(text: str) -> str:
    """Put a mark in the place of characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
