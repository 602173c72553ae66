"""Pabulib's own checker accepts the papers as they are published, of every kind of ballot."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gyda.decide.ballots import bundle
from gyda.decide.ballots.actions import importing
from gyda.decide.ballots.models import Ballot, Kind, Option
from gyda.decide.tests.ballot_builders import a_ballot, a_vote, counted, story_c
from gyda.people.tests.builders import Cast, who

# In a process of its own: it prints what it does, and its way of warning is not ours.
CHECK = """
import json, sys
from pabulib.checker import Checker
found = Checker().process_files([sys.stdin.read()])
told = [one["results"] for name, one in found.items() if name not in ("metadata", "summary")]
print(json.dumps(told[0] if isinstance(told[0], dict) else {}))
"""
WARNED = {"missing selected field in projects"}  # who won stands in count.json
DATA = Path(__file__).resolve().parents[5] / "shared" / "data" / "pb"


def complaints(ballot: Ballot) -> tuple[dict[str, object], set[str]]:
    """Return the errors that the checker names, and the kinds of its warnings."""
    text = bundle.files_of(ballot)["ballot.pb"].decode()
    done = subprocess.run(
        [sys.executable, "-c", CHECK], input=text, capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    said = json.loads(done.stdout.splitlines()[-1])
    return said.get("errors", {}), set(said.get("warnings", {}))


def test_a_ballot_with_rivals_is_accepted(cast: Cast) -> None:
    ballot, _voters = story_c(cast.alys)
    Option.objects.filter(ballot=ballot, number__in=[1, 2]).update(rivals=1)
    counted(ballot, cast.alys)
    assert complaints(ballot) == ({}, WARNED)


@pytest.mark.parametrize(
    ("kind", "said", "fields"),
    [(Kind.RANK, ("3,1", "2"), {}), (Kind.POINTS, ("1:3,2:7", "4:10"), {"points": 10})],
)
def test_orders_and_points_are_accepted(
    cast: Cast, kind: Kind, said: tuple[str, str], fields: dict[str, int]
) -> None:
    ballot = a_ballot(cast.alys, kind=kind, **fields)
    for member, one in zip((cast.bryn, cast.carys), said, strict=True):
        a_vote(ballot, member, one)
    counted(ballot, cast.alys)
    assert complaints(ballot) == ({}, WARNED | {"project with no votes"})


def test_an_election_from_elsewhere_is_accepted(cast: Cast) -> None:
    path = DATA / "Poland_Warszawa_2017_Chomiczowka.pb"
    ballot = importing.bring_in(who=who(cast.alys), name=path.stem, content=path.read_bytes())
    assert complaints(ballot)[0] == {}


def test_the_checker_sees_a_fault(cast: Cast) -> None:
    ballot, _voters = story_c(cast.alys)
    counted(ballot, cast.alys)
    Option.objects.filter(ballot=ballot, number=1).update(pence=10_000_00 + 100)
    assert "single project exceeded whole budget" in complaints(ballot)[0]
