"""A hub's whole book as beancount text: a second opinion by somebody else's program."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Min
from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.ledger.models import Account, Kind, Transfer, Unit
from gyda.ledger.models.transfer import MOVING
from gyda.ledger.models.units import OF_FUNDS, ORGANISATIONS
from gyda.ledger.queries import open_holds, with_totals
from gyda.people.models import Hub

CHUNK = 2_000
COMMODITY = {Unit.MINUTES: "GYDA.MIN", Unit.PENCE: "GBP"}
ROOTS = {
    Kind.MEMBER: "Assets:Members:M",
    Kind.ORGANISATION: "Assets:Organisations:O",
    Kind.POOL: "Equity:Pools:P",
    Kind.POT: "Assets:Pot",
    Kind.ISSUE: "Equity:Issue",
    Kind.RETIREMENT: "Equity:Retirement",
    Kind.NOTES: "Assets:Notes",
    Kind.OPENING: "Equity:Opening",
    Kind.PARTNER: "Liabilities:Hubs:H",
    Kind.FUND: "Assets:Funds:F",
    Kind.PROMISE: "Liabilities:Promises:P",
}

WITH_A_MARK = (Kind.MEMBER, Kind.PARTNER, *ORGANISATIONS, *OF_FUNDS)


def export_book(hub: Hub) -> Iterator[str]:
    """Yield the book line by line: accounts by id, never by name, and the end balances asserted.

    Holds move nothing: those still open stand as notes, those resolved are left out.
    """
    with in_hub(hub.id):
        accounts = list(with_totals(Account.objects.order_by("id")))
        names = {account.id: name_of(account) for account in accounts}
        yield from _opening(hub, accounts, names)
        for transfer in (
            Transfer.objects.filter(phase__in=MOVING).order_by("at", "id").iterator(CHUNK)
        ):
            yield from _transaction(transfer, names)
        yield from _notes(names)
        yield from _closing(accounts, names)


def name_of(account: Account) -> str:
    """Name an account as beancount wants it.

    Money and hours of one owner are two accounts here as there.
    """
    kind = Kind(account.kind)
    mark = account.id.hex if kind in WITH_A_MARK else ""
    return f"{ROOTS[kind]}{mark}:{'Hours' if account.unit == Unit.MINUTES else 'Money'}"


def _opening(hub: Hub, accounts: list[Account], names: dict[UUID, str]) -> Iterator[str]:
    yield f'option "title" "Gyda {hub.slug}"\n'
    yield "; Minutes given are credited to the giver. Issue is an account: all balances sum to 0.\n"
    first = _first_day()
    yield f'{first} commodity GYDA.MIN\n  name: "minutes"\n'
    for account in accounts:
        yield f"{first} open {names[account.id]} {COMMODITY[Unit(account.unit)]}\n"
    yield "\n"


def _first_day() -> date:
    first = Transfer.objects.aggregate(first=Min("at"))["first"] or timezone.now()
    return timezone.localdate(first)


def _transaction(transfer: Transfer, names: dict[UUID, str]) -> Iterator[str]:
    yield f'{timezone.localdate(transfer.at)} * "{transfer.kind}"\n  id: "{transfer.id}"\n'
    if transfer.reverses_id:
        yield f'  reverses: "{transfer.reverses_id}"\n'
    amount = _amount(transfer.amount, transfer.unit)
    yield f"  {names[transfer.credit_id]}  {amount}\n"
    yield f"  {names[transfer.debit_id]}  -{amount}\n\n"


def _notes(names: dict[UUID, str]) -> Iterator[str]:
    for hold in open_holds().order_by("at", "id"):
        promise = f"promised {_amount(hold.amount, hold.unit)} to {names[hold.credit_id]}"
        yield f'{timezone.localdate(hold.at)} note {names[hold.debit_id]} "{promise}"\n'


def _closing(accounts: list[Account], names: dict[UUID, str]) -> Iterator[str]:
    # A balance holds at the start of its day, so the day after all that is in the book.
    last = Transfer.objects.order_by("-at").values_list("at", flat=True).first() or timezone.now()
    day = timezone.localdate(last) + timedelta(days=1)
    for account in accounts:
        total = account.total  # type: ignore[attr-defined]  # added by with_totals
        yield f"{day} balance {names[account.id]}  {_amount(total, account.unit)}\n"


def _amount(amount: int, unit: str) -> str:
    """Write minutes as they are and pence as pounds.

    >>> _amount(-90, Unit.MINUTES), _amount(-5, Unit.PENCE), _amount(1234, Unit.PENCE)
    ('-90 GYDA.MIN', '-0.05 GBP', '12.34 GBP')
    """
    if unit == Unit.MINUTES:
        return f"{amount} {COMMODITY[Unit.MINUTES]}"
    pounds, pence = divmod(abs(amount), 100)
    return f"{'-' if amount < 0 else ''}{pounds}.{pence:02} {COMMODITY[Unit.PENCE]}"
