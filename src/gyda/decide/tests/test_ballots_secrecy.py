"""Who reads the database, the logs, the journal and every backup ties no ballot to a person."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import logging
import random
import re
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from gyda.decide.ballots import errors, seals
from gyda.decide.ballots.actions import closing, counting, opening
from gyda.decide.ballots.models import Ballot, Paper, Roll, Sealed
from gyda.decide.tests.ballot_builders import a_ballot, a_vote
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who
from gyda.site import backup

VOTERS = 24
RECEIPT = re.compile(r"(?:[a-z]{4}-){3}[a-z]{4}")
Dump = dict[str, list[tuple[Any, ...]]]


def everything() -> Dump:
    """Read every table as an administrator does: rows in the order of the disk, hidden columns."""
    hidden = "ctid::text, xmin::text, *" if connection.vendor == "postgresql" else "rowid, *"
    found: Dump = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT {hidden} FROM "{table}"')  # noqa: S608
            found[table] = [tuple(_plain(one) for one in row) for row in cursor.fetchall()]
    return found


def _plain(value: Any) -> str:
    if isinstance(value, memoryview | bytes):
        return bytes(value).hex() + bytes(value).decode("latin1")
    return str(value).replace("-", "") if isinstance(value, UUID) else str(value)


def tables_with(dump: Dump, words: str) -> set[str]:
    return {name for name, rows in dump.items() if any(words in one for row in rows for one in row)}


def test_nothing_ties_a_paper_to_its_voter(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ballot = a_ballot(cast.alys, costs=(1000,) * 10)
    chance = random.Random(6)
    voters = [a_member(cast.hub) for _number in range(VOTERS)]
    said = chance.sample(
        [f"{a},{b},{c}" for a in range(1, 5) for b in (5, 6, 7) for c in (8, 9)], 24
    )
    receipts, backups = [], []
    for voter, marks in zip(voters, said, strict=True):
        receipts.append(_votes(cast, ballot, voter, marks))
        backups.append(everything())  # a backup between any two votes
    for dump in backups:
        assert not any(tables_with(dump, receipt) for receipt in receipts)
    assert len({len(bytes(one.sealed)) for one in Sealed.objects.all()}) == 1
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    counting.count(who=who(cast.alys), ballot_id=ballot.id)
    after = everything()
    for receipt in receipts:
        assert tables_with(after, receipt) == {"decide_paper"}
    _order_says_nothing(after, voters, receipts)
    told = (record.getMessage() for record in caplog.records)
    logged = "\n".join(line for line in told if "INSERT" not in line)
    assert not any(receipt in logged for receipt in receipts)


def _votes(cast: Cast, ballot: Ballot, voter: Member, marks: str) -> str:
    """Vote on the page, as people do: sessions and middleware take part."""
    client = Client()
    assert voter.person is not None
    client.force_login(voter.person)
    here = f"/en/hubs/{cast.hub.slug}/ballots/{ballot.id}/vote/"
    client.get(here)
    client.post(here, {"chosen": marks.split(",")})
    answer = client.post(here, {"said": marks, "sure": "1"})
    found = RECEIPT.search(answer.content.decode())
    assert found
    client.get(f"/en/hubs/{cast.hub.slug}/ballots/{ballot.id}/")
    return found[0]


def _order_says_nothing(dump: Dump, voters: list[Member], receipts: list[str]) -> None:
    """Guess that papers lie in the order of the roll, or of the votes: chance gives one right."""
    roll = [_who_is(row, voters) for row in dump["decide_roll"]]
    papers = [_which(row, receipts) for row in dump["decide_paper"]]
    assert sorted(papers) == list(range(VOTERS))
    by_id = [
        _which(row, receipts) for row in sorted(dump["decide_paper"], key=lambda row: row[-6:])
    ]
    for guess in (papers, papers[::-1], by_id):
        for order in (roll, list(range(VOTERS))):
            hits = sum(one == other for one, other in zip(guess, order, strict=True))
            assert hits < 8  # seven or more of 24 by chance: once in 13,000 times
    if connection.vendor == "postgresql":
        assert len({row[1] for row in dump["decide_paper"]}) == 1  # one transaction for all


def _without_place(row: tuple[str, ...]) -> tuple[str, ...]:
    return row[2:] if connection.vendor == "postgresql" else row[1:]


def _who_is(row: tuple[str, ...], voters: list[Member]) -> int:
    ids = {str(one.id).replace("-", ""): place for place, one in enumerate(voters)}
    return next(ids[one.replace("-", "")] for one in row if one.replace("-", "") in ids)


def _which(row: tuple[str, ...], receipts: list[str]) -> int:
    return next(receipts.index(one) for one in row if one in receipts)


def test_the_key_lies_outside_database_and_backups_and_dies_when_the_box_is_open(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    ballot = a_ballot(cast.alys)
    a_vote(ballot, cast.bryn, "1")
    kept = [bytes(one) for one in Sealed.objects.values_list("sealed", flat=True)]
    folder = Path(settings.BALLOT_KEYS)
    private = (folder / f"{ballot.id}.key").read_bytes()
    assert not tables_with(everything(), private.hex())
    assert not any(
        folder == place or place in folder.parents for place in backup._beside_the_database()
    )
    with django_capture_on_commit_callbacks(execute=True):
        closing.close(by=who(cast.alys), ballot_id=ballot.id)
    assert not seals.has_key(ballot.id)
    with pytest.raises(FileNotFoundError):
        seals.Opener(ballot.id).open(kept[0])  # an old backup stays shut
    assert not Sealed.objects.exists()


def test_a_ballot_called_off_is_never_opened(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    ballot = a_ballot(cast.alys)
    a_vote(ballot, cast.bryn, "1")
    with django_capture_on_commit_callbacks(execute=True):
        opening.call_off(who=who(cast.alys), ballot_id=ballot.id, because_cy="x", because_en="x")
    assert not seals.has_key(ballot.id)
    assert not Paper.objects.exists()


def test_a_stranger_s_paper_in_the_box_stops_the_count(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    Sealed.objects.create(ballot=ballot, sealed=b"x" * 112)
    with pytest.raises(errors.KeyGone):
        closing.close(by=who(cast.alys), ballot_id=ballot.id)


def test_who_is_erased_leaves_a_mark_without_a_name(cast: Cast) -> None:
    from gyda.decide.ballots.personal_data import erase_roll, export_roll

    ballot = a_ballot(cast.alys)
    receipt = a_vote(ballot, cast.bryn, "1")
    told = export_roll(cast.bryn)
    assert told[0]["way"] == "WEB"
    assert receipt not in str(told)
    erase_roll(cast.bryn)
    assert [one.member_id for one in Roll.objects.all()] == [None]


def test_receipts_differ() -> None:
    from gyda.decide.ballots.receipts import new_code

    assert len({new_code() for _number in range(2000)}) == 2000
