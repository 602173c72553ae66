"""The command `gyda criteria`: a table and cases in, each decision with its reasons out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gyda.methods import criteria as method
from gyda.methods.criteria.cases_sheet import Case, cases_from_csv
from gyda.methods.criteria.writing import cell_data, known_data
from gyda.methods.errors import BadInput
from gyda.terminal.arguments import Parser
from gyda.terminal.criteria.faults import FAULTS
from gyda.terminal.criteria.words import lines
from gyda.terminal.faults import about
from gyda.terminal.files import read_text
from gyda.terminal.frame import Answer, Command
from gyda.terminal.frame import main as run
from gyda.terminal.record import as_json
from gyda.terminal.tongue import _, gettext_noop

ABOUT = gettext_noop("Decide cases by a published decision table, with the reasons.")


def _arguments(parser: Parser) -> None:
    parser.add_argument("table", type=Path, help=_("the table, as JSON"))
    parser.add_argument("cases", type=Path, help=_("the cases, as CSV: a column for each fact"))


def _run(asked: argparse.Namespace) -> Answer:
    with about(asked.table):
        table = read_table(read_text(asked.table))
    with about(asked.cases):
        cases = cases_from_csv(read_text(asked.cases), table.facts)
    found = tuple(method.decide(table, case.facts) for case in cases)
    return Answer(
        record=_record(table, cases, found),
        lines=lambda: lines(table, cases, found),
        name=asked.cases.stem,
    )


def read_table(text: str) -> method.Table:
    """Return the table of a JSON file. Raises BadInput."""
    try:
        return method.table_from(json.loads(text))
    except BadInput:
        raise
    except (ValueError, RecursionError):
        raise BadInput("not-json") from None


def _record(
    table: method.Table, cases: tuple[Case, ...], found: tuple[method.Decision, ...]
) -> dict[str, Any]:
    pairs = zip(cases, found, strict=True)
    data = method.as_data(table)
    return {
        "format": "gyda-criteria-decisions-1",
        "table": {
            "title_cy": table.cy,
            "title_en": table.en,
            "version": table.version,
            "sha256": hashlib.sha256(as_json(data).encode()).hexdigest(),
        },
        "cases": [_case(table, case, decision) for case, decision in pairs],
    }


def _case(table: method.Table, case: Case, decision: method.Decision) -> dict[str, Any]:
    return {
        "name": case.name,
        "line": case.line,
        "facts": known_data(case.facts),
        "outcome": decision.outcome,
        "why": decision.why,
        "rules": list(decision.rules),
        "missing": list(decision.missing),
        "because": [_because(table, code) for code in decision.rules],
        "steps": [_step(step) for step in decision.steps],
        "changes": [vars(change) for change in method.what_would_change(table, case.facts)],
        "expected": case.expected,
        "as_expected": None if case.expected is None else case.expected is decision.outcome,
    }


def _because(table: method.Table, code: str) -> dict[str, str]:
    rule = table.rule(code)
    return {"rule": code, "cy": rule.because_cy, "en": rule.because_en}


def _step(step: method.Step) -> dict[str, Any]:
    asked = [
        {"fact": one.fact, "asks": cell_data(one.cell), "is": one.value, "met": one.met}
        for one in step.asked
    ]
    return {"rule": step.rule, "fits": step.fits, "asked": asked}


COMMAND = Command("criteria", ABOUT, _arguments, _run, FAULTS)


def main(arguments: Sequence[str]) -> int:
    """Decide cases; return the exit code."""
    return run(COMMAND, arguments)
