"""What goes into DECISION.zip of a ballot: the papers and the record of each pot."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from fractions import Fraction
from typing import Any

from gyda.decide.ballots.models import Ballot, Tally
from gyda.decide.ballots.pabulib import pots_of
from gyda.decide.ballots.queries import pence_of
from gyda.decide.decisions.models import Decision
from gyda.terminal.record import as_json


def files_of(ballot: Ballot) -> dict[str, bytes]:
    """Return `ballot.pb` and `count.json`, and those of each ward in a folder of its own."""
    tally = Tally.objects.filter(ballot=ballot).first()
    if tally is None:
        return {}
    if ballot.is_plain:
        return {"motion.json": _json(tally.record_en[0])}
    files = count_files(ballot, tally)
    limits = _limits(tally)
    for name, record in zip(list(files), tally.record_en, strict=True):
        told = {key: value for key, value in record.items() if key != "ward"} | limits
        files[name.replace("ballot.pb", "count.json")] = _json(told)
    return files


def count_files(ballot: Ballot, tally: Tally) -> dict[str, bytes]:
    """Write the papers again, as they were counted: what wards left is in their records."""
    pots, files = pots_of(ballot), {}
    left = sum(ward.pence for ward in pots.idle())
    by_number = {ward.number: ward for ward in pots.wards}
    for record in tally.record_en:
        ward = by_number.get(record["ward"])
        name = f"wards/{ward.number}/ballot.pb" if ward else "ballot.pb"
        files[name] = pots.text(ward, Fraction(left, 100) if ward is None else Fraction(0))
        left += pence_of(record["budget"]) - pence_of(record["cost"])
    return files


def _limits(tally: Tally) -> dict[str, Any]:
    """Return the options that exclude each other, as `gyda verify` reads them."""
    pairs = zip(tally.arguments, tally.arguments[1:], strict=False)
    groups = [given.split(",") for name, given in pairs if name == "--exclusive"]
    return {"limits": {"exclusive": groups}} if groups else {}


def _json(record: dict[str, Any]) -> bytes:
    return (as_json(record) + "\n").encode()


def files_of_decision(decision: Decision) -> dict[str, bytes]:
    """Return the files of the ballot that a decision is about."""
    if decision.about_id is None:
        return {}
    return files_of(Ballot.objects.get(id=decision.about_id))
