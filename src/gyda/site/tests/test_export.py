"""Exports of a real hub: checked by `gyda verify`, and silent about who is who."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from gyda.journal.actions import record, seal
from gyda.keys.uuid7 import uuid7
from gyda.ledger import kinds
from gyda.ledger.accounts import issue, member_account
from gyda.ledger.actions import hold, post_hold, reverse, transfer
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who
from gyda.site.export import export
from gyda.terminal import export_files as files
from gyda.terminal.verify import verify


@pytest.fixture
def busy(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """A hub with five accounts, transfers of every phase, public and private entries."""
    monkeypatch.setattr(kinds, "_kinds", dict(kinds._kinds), raising=False)
    kinds.register("TEST", "Test")
    members = [a_member(cast.hub, name) for name in ("Gwen", "Huw", "Ifan", "Jac", "Lowri")]
    accounts = [member_account(member).id for member in members]
    for account in accounts:
        pay(issue().id, account, 300)
    promise = hold_of(accounts[0], accounts[1], 60)
    post_hold(key=uuid7(), hold=promise, amount=45)
    hold_of(accounts[1], accounts[2], 30)
    reverse(key=uuid7(), transfer=pay(accounts[3], accounts[4], 15))
    for member, public in zip(members, (True, False) * 3, strict=False):
        record(by=who(member), verb="test.done", about=member, public=public, minutes=15)
    seal(hub_id=cast.hub.id)
    return cast


def pay(debit: UUID, credit: UUID, amount: int) -> UUID:
    return transfer(key=uuid7(), debit=debit, credit=credit, amount=amount, kind="TEST").id


def hold_of(debit: UUID, credit: UUID, amount: int) -> UUID:
    until = timezone.now() + timedelta(days=1)
    sides = {"debit": debit, "credit": credit, "amount": amount}
    return hold(key=uuid7(), kind="TEST", until=until, **sides).id


def lines(path: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (path / name).read_text().splitlines()]


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("name", ["export", "export.zip"])
def test_what_is_exported_is_found_fine(busy: Cast, tmp_path: Path, whole: bool, name: str) -> None:
    export(busy.hub, tmp_path / name, whole=whole)
    result = verify(tmp_path / name)
    assert result.broken == []
    assert result.counts == {"seals": 1, "entries": 5, "accounts": 6, "transfers": 10}


def test_private_entries_are_leaves_only_unless_it_is_for_the_safe(
    busy: Cast, tmp_path: Path
) -> None:
    export(busy.hub, tmp_path / "public")
    export(busy.hub, tmp_path / "whole", whole=True)
    shown = ["entry" in line for line in lines(tmp_path / "public", files.ENTRIES)]
    assert shown == [True, False, True, False, True]
    assert all("entry" in line for line in lines(tmp_path / "whole", files.ENTRIES))


def test_the_public_book_tells_neither_who_nor_when(busy: Cast, tmp_path: Path) -> None:
    export(busy.hub, tmp_path / "public")
    text = (tmp_path / "public" / files.TRANSFERS).read_text()
    text += (tmp_path / "public" / files.ACCOUNTS).read_text()
    for member in Member.objects.all():
        assert str(member_account(member).id) not in text
    assert '"at"' not in text
    names = [line["id"] for line in lines(tmp_path / "public", files.TRANSFERS)]
    assert names == sorted(names)
    export(busy.hub, tmp_path / "again")
    assert not set(names) & {line["id"] for line in lines(tmp_path / "again", files.TRANSFERS)}


def test_too_few_accounts_are_not_published(cast: Cast, tmp_path: Path) -> None:
    member_account(cast.bryn)
    manifest = export(cast.hub, tmp_path / "public")
    assert set(manifest["files"]) == {files.SEALS, files.ENTRIES}
    assert verify(tmp_path / "public").broken == []


def test_no_name_of_anyone_is_in_it(busy: Cast, tmp_path: Path) -> None:
    export(busy.hub, tmp_path / "whole", whole=True)
    text = "".join(path.read_text() for path in (tmp_path / "whole").iterdir())
    for member in Member.objects.all():
        assert f'"{member}"' not in text


def test_nothing_is_left_behind_when_it_fails(
    busy: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        export(busy.hub, tmp_path / "export.zip", step=fail)
    assert list(tmp_path.iterdir()) == []


def test_the_command_seals_first_and_says_what_it_wrote(busy: Cast, tmp_path: Path) -> None:
    record(by=who(busy.bryn), verb="test.done", about=busy.bryn)
    out = StringIO()
    call_command("export_journal", busy.hub.slug, str(tmp_path / "x.zip"), stdout=out)
    assert "6 entries.jsonl" in out.getvalue()
    assert verify(tmp_path / "x.zip").counts["seals"] == 2
    with pytest.raises(CommandError, match="no hub named nowhere"):
        call_command("export_journal", "nowhere", str(tmp_path / "y.zip"))
