"""From Pabulib files to the record of a count: the very one that `gyda count` writes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import json
import threading
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Sum

from gyda.decide.ballots.models import Ballot, Method, Option, Paper
from gyda.decide.ballots.pabulib import Pots
from gyda.terminal.count.arguments import add_to
from gyda.terminal.count.counting import Counted, counted_text
from gyda.terminal.count.record import record_of
from gyda.terminal.record import as_json
from gyda.terminal.tongue import LANGUAGES, speaking

Files = dict[str, bytes]  # by the name under which they are published
RULES = {Method.EQUAL_SHARES: "equal-shares", Method.GREEDY: "greedy"}
DEAR = 2000
_one_tongue = threading.Lock()  # the command line's language is one for the whole process


def arguments_of(ballot: Ballot, method: str = "") -> list[str]:
    """Return how the ballot is counted, as `gyda count` is told it.

    Ties go to the cheaper option, then to the one with more votes: said on the ballot's page.
    """
    rule = RULES[Method(method or ballot.method)]
    steps = ["--completion", "add1-share"] if _unit_is_tiny(ballot) else []
    return ["--rule", rule, *steps, "--ties", "cost", "--limits", "none", *_rivals(ballot)]


def _unit_is_tiny(ballot: Ballot) -> bool:
    """Tell whether a share is thousands of units, so that steps of one would never end (HUF)."""
    if not ballot.is_import or not ballot.pence:
        return False
    voters = Paper.objects.filter(ballot=ballot).aggregate(all=Sum("votes"))["all"] or 1
    return bool(ballot.pence / 100 / voters > DEAR)


def _rivals(ballot: Ballot) -> list[str]:
    groups: dict[int, list[int]] = defaultdict(list)
    rows = Option.objects.standing().filter(ballot=ballot, rivals__isnull=False)
    for group, number in rows.values_list("rivals", "number").order_by("number"):
        groups[group or 0].append(number)
    told = [",".join(map(str, one)) for _group, one in sorted(groups.items()) if len(one) > 1]
    return [part for one in told for part in ("--exclusive", one)]


@dataclass(frozen=True)
class Result:
    """What was counted, and the record of each pot by the language of its sentences."""

    files: Files
    records: dict[str, list[dict[str, Any]]]


def count_papers(pots: Pots, arguments: Sequence[str]) -> Result:
    """Count the wards, then what all share with what they left. Raises `BadInput`.

    A ward in which nobody voted has nothing to count.
    """
    files: Files = {}
    records: dict[str, list[dict[str, Any]]] = {language: [] for language in LANGUAGES}
    idle = pots.idle()
    left = Fraction(sum(ward.pence for ward in idle), 100)
    for ward in [*(one for one in pots.wards if one not in idle), None]:
        text = pots.text(ward, left if ward is None else Fraction(0))
        files[f"wards/{ward.number}/ballot.pb" if ward else "ballot.pb"] = text
        one = _counted(text, arguments)
        left += one.outcome.budget - one.outcome.cost
        for language, record in _said(one).items():
            records[language].append(record | {"ward": ward.number if ward else None})
    return Result(files, records)


def _counted(text: bytes, arguments: Sequence[str]) -> Counted:
    parser = argparse.ArgumentParser()
    add_to(parser)
    return counted_text([("ballot.pb", text)], parser.parse_args(["ballot.pb", *arguments]))[0]


def _said(one: Counted) -> dict[str, dict[str, Any]]:
    records = {}
    with _one_tongue:
        for language in LANGUAGES:
            with speaking(language):
                records[language] = json.loads(as_json(record_of(one)))
    return records
