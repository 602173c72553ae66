"""Real elections are brought in, counted, and shown; what is published counts to the same."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import time
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.test import Client

from gyda.decide.ballots import bundle, errors
from gyda.decide.ballots.actions import announcing, counting, importing
from gyda.decide.ballots.models import Ballot, Option, Paper, Tally
from gyda.decide.decisions.bundle import bundle_of
from gyda.decide.tests.ballot_builders import counted, story_c
from gyda.journal.sealing import seal
from gyda.methods import budgets
from gyda.people.tests.builders import Cast, who
from gyda.terminal import decision as check

FILES = sorted((Path(__file__).resolve().parents[5] / "shared" / "data" / "pb").glob("*.pb"))
ALL = bool(os.environ.get("GYDA_EVERY_ELECTION"))
FEW = ("Assen", "Zurich", "Chomiczowka")


@pytest.mark.parametrize(
    "path", [one for one in FILES if ALL or any(name in one.stem for name in FEW)], ids=str
)
def test_a_real_election_is_counted_and_shown(cast: Cast, path: Path) -> None:
    election = budgets.read(path.read_bytes())
    began = time.process_time()
    ballot = importing.bring_in(who=who(cast.alys), name=path.stem, content=path.read_bytes())
    brought = time.process_time() - began
    again = Ballot.objects.get(id=ballot.id)
    result = f"/en/hubs/{cast.hub.slug}/ballots/{ballot.id}/result/"
    Client().get(result)  # a process reads its templates at its first page
    Tally.objects.filter(ballot=ballot).delete()
    began = time.process_time()
    counting.kept(again, ballot.created_at)  # from stored papers to the stored result
    page = Client().get(result)
    shown = time.process_time() - began
    assert page.status_code == 200
    print(f"{path.stem}: {election.voters} voters, in {brought:.2f} s, to page {shown:.2f} s")
    assert shown < 5
    record = Tally.objects.get(ballot=ballot).records("en")[0]
    assert record["voters"]["voters"] == election.voters
    if len(election.projects) <= 60:
        completion = str(record["settings"]["step"])
        named = {"unit": "add1", "share": "add1-share"}[completion]
        ours = budgets.equal_shares(election, ties="cost", completion=named)
        ids = {str(number): one.id for number, one in enumerate(election.projects, 1)}
        assert tuple(ids[one] for one in record["selected"]) == ours.selected


def test_there_are_elections_to_try() -> None:
    assert FILES or not os.environ.get("CI")


def test_the_command_brings_one_in(cast: Cast) -> None:
    said = StringIO()
    file = next(one for one in FILES if "float_tie" in one.stem)
    call_command("bring_election", cast.hub.slug, str(file), stdout=said)
    ballot = Ballot.objects.get()
    assert str(ballot.id) in said.getvalue()
    assert ballot.is_import
    assert Paper.objects.exists()
    assert Option.objects.exists()


def test_rubbish_is_refused_in_words(cast: Cast) -> None:
    with pytest.raises(errors.FileUnread):
        importing.bring_in(who=who(cast.alys), name="x", content=b"\xff\xfe rubbish")
    with pytest.raises(errors.NotForYou):
        importing.bring_in(who=who(cast.carys), name="x", content=b"")
    assert not Ballot.objects.exists()


def test_gyda_verify_counts_a_decision_again(cast: Cast, tmp_path: Path) -> None:
    ballot, _voters = story_c(cast.alys)
    Option.objects.filter(ballot=ballot, number__in=[1, 2]).update(rivals=1)
    counted(ballot, cast.alys)
    words = announcing.words_for(ballot)
    decision = announcing.announce(who=who(cast.alys), ballot_id=ballot.id, **words)
    path = tmp_path / "decision.zip"
    seal(hub_id=cast.hub.id)
    path.write_bytes(bundle_of(decision, cast.hub))
    assert check.verify(path).broken == []
    changed = tmp_path / "changed.zip"
    with ZipFile(path) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b";4\n", b";1\n"))
    assert check.verify(changed).broken
    assert "ballot.pb" in bundle.files_of(ballot)
