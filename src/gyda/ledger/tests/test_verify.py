"""The book is recomputed from its transfers, and a second opinion is heard."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from beancount import loader
from beancount.core.inventory import Inventory
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts, actions
from gyda.ledger.beancount import export_book, name_of
from gyda.ledger.models import Account, Pocket, Transfer, Unit
from gyda.ledger.queries import balances
from gyda.ledger.tests.builders import an_account, funded, moved
from gyda.ledger.verify import check_book
from gyda.people.tests.builders import Cast, an_organisation


@pytest.fixture
def book(cast: Cast) -> Cast:
    """A book with a bit of everything in it."""
    alys, bryn = an_account(cast.alys), an_account(cast.bryn)
    chapel = accounts.organisation_account(an_organisation(cast.hub, "Capel"))
    funded(chapel, 600)
    moved(chapel.id, alys.id, 90)
    undone = moved(bryn.id, alys.id, 30)
    actions.reverse(key=uuid7(), transfer=undone.id)
    until = timezone.now() + timedelta(days=1)
    fields = {"debit": bryn.id, "kind": "CORRECTION", "until": until}
    part = actions.hold(key=uuid7(), credit=alys.id, amount=60, **fields)
    actions.post_hold(key=uuid7(), hold=part.id, amount=45)
    given_back = actions.hold(key=uuid7(), credit=chapel.id, amount=50, **fields)
    actions.release_hold(key=uuid7(), hold=given_back.id)
    actions.hold(key=uuid7(), credit=accounts.pot().id, amount=15, **fields)
    money = accounts.organisation_account(chapel.organisation, unit=Unit.PENCE)
    moved(accounts.issue(unit=Unit.PENCE).id, money.id, 1205)
    return cast


def test_a_book_made_by_actions_agrees(book: Cast) -> None:
    report = check_book(book.hub.id)
    assert report.lines() == []
    assert (report.agrees, report.transfers) == (True, 10)
    out = StringIO()
    call_command("check_book", book.hub.slug, stdout=out)
    assert out.getvalue() == f"{book.hub.slug}: 10 transfers, the book agrees\n"


@pytest.mark.parametrize("column", ["balance", "held", "due"])
def test_a_changed_figure_is_found(book: Cast, column: str) -> None:
    alys = an_account(book.alys)
    wrong = getattr(Pocket.objects.get(account=alys), column) + 1
    Pocket.objects.filter(account=alys).update(**{column: wrong})
    report = check_book(book.hub.id)
    assert [row[0] for row in report.wrong_accounts] in ([alys.id], [alys.id.hex])
    with pytest.raises(CommandError, match=book.hub.slug):
        call_command("check_book", stderr=StringIO(), stdout=StringIO())


@pytest.mark.parametrize(
    ("phase", "change"),
    [("POSTED", {"amount": 31}), ("POST", {"amount": 61}), ("POST", {"unit": "PENCE"})],
)
def test_a_changed_transfer_is_found(book: Cast, phase: str, change: dict[str, object]) -> None:
    row = Transfer.objects.filter(phase=phase, reverses=None).order_by("-amount").last()
    assert row is not None
    Transfer.objects.filter(id=row.id).update(**change)
    assert not check_book(book.hub.id).agrees


def test_a_lost_transfer_is_found(book: Cast) -> None:
    Transfer.objects.filter(phase="RELEASE").delete()
    assert len(check_book(book.hub.id).wrong_accounts) == 2


def test_beancount_agrees_on_every_balance(book: Cast, tmp_path: Path) -> None:
    path = tmp_path / "book.beancount"
    call_command("export_book", book.hub.slug, str(path))
    entries, problems, _options = loader.load_file(str(path))
    assert problems == []
    theirs = _balances(entries)
    rows = Account.objects.all()
    ours = balances([account.id for account in rows])
    for account in rows:
        scale = 1 if account.unit == Unit.MINUTES else 100
        assert theirs.get(name_of(account), 0) * scale == ours[account.id].balance
    assert len(rows) > 6
    assert "promised 15 GYDA.MIN" in path.read_text()


def _balances(entries: list[object]) -> dict[str, object]:
    found: dict[str, Inventory] = {}
    for entry in entries:
        for posting in getattr(entry, "postings", ()):
            found.setdefault(posting.account, Inventory()).add_position(posting)
    return {
        name: next(iter(one.get_positions())).units.number
        for name, one in found.items()
        if not one.is_empty()
    }


def test_beancount_finds_a_wrong_book(book: Cast) -> None:
    Pocket.objects.filter(account=an_account(book.alys)).update(balance=136)
    problems = loader.load_string("".join(export_book(book.hub)))[1]
    assert [type(problem).__name__ for problem in problems] == ["BalanceError"]


def test_a_book_of_no_hub_cannot_be_exported(db: None) -> None:
    with pytest.raises(CommandError, match="nowhere"):
        call_command("export_book", "nowhere")


@pytest.fixture
def app_role(book: Cast) -> Iterator[None]:
    """Run as the application's role of a PostgreSQL that belongs to somebody else."""
    role = f"gyda_app_{uuid7().hex[:8]}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {role}")
        call_command("grant_app_role", role, stdout=StringIO())
        cursor.execute(f"SET ROLE {role}")
        yield
        cursor.execute("RESET ROLE")


@pytest.mark.postgres
@pytest.mark.parametrize("table", ["ledger_transfer", "journal_entry", "journal_seal"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET id = id", "TRUNCATE {}"])
def test_the_application_cannot_rewrite_history(app_role: None, table: str, statement: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement.format(table))


@pytest.mark.postgres
def test_the_application_can_do_its_work(app_role: None, book: Cast) -> None:
    alys, bryn = an_account(book.alys), an_account(book.bryn)
    first = moved(bryn.id, alys.id, 5)
    actions.reverse(key=uuid7(), transfer=first.id)
    actions.close_account(key=uuid7(), account=alys.id)
    connection.check_constraints()
    assert check_book(book.hub.id).agrees


def test_roles_are_for_postgresql(db: None) -> None:
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError), transaction.atomic():
            call_command("grant_app_role", "nobody_of_this_name")
    else:
        with pytest.raises(CommandError, match="Only PostgreSQL"):
            call_command("grant_app_role", "app")
