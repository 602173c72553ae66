"""Checks a published book: every line in the chain, every balance the sum of its transfers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import Any

from gyda.methods.seal import canonical
from gyda.methods.seal_check import Broken, Record, gives, misshapen

ACCOUNT = {"id": str, "unit": str, "kind": str, "balance": int, "held": int, "due": int}
TRANSFER = {"id": str, "unit": str, "debit": str, "credit": str, "amount": int, "phase": str}
MOVING = ("POSTED", "POST")
RESOLVING = ("POST", "RELEASE", "EXPIRE")
PHASES = {"POSTED", "HOLD", *RESOLVING}
NUMBERED = {"account": "Account %(number)s", "transfer": "Transfer %(number)s"}
NAMED = {"account": "Account %(number)s (%(id)s)", "transfer": "Transfer %(number)s (%(id)s)"}
WRONG_SUM = "its %(name)s is %(said)s, but its transfers give %(computed)s"


def chained(previous: str, record: Record) -> str:
    """Return the hash of a line of the book over the line and all lines before it."""
    rest = {key: record[key] for key in record if key != "hash"}
    return sha256(previous.encode() + canonical(rest)).hexdigest()


@dataclass
class _Book:
    """What has been read so far."""

    accounts: dict[str, Record] = field(default_factory=dict)
    balance: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    due: Counter[str] = field(default_factory=Counter)
    ids: set[str] = field(default_factory=set)
    named: dict[str, Record] = field(default_factory=dict)  # what others resolve or reverse
    resolved: set[str] = field(default_factory=set)
    reversed: set[str] = field(default_factory=set)


def first_broken(
    accounts: Iterable[Record], transfers: Callable[[], Iterable[Record]]
) -> Broken | None:
    """Recompute the whole book and return the first thing that does not fit.

    The transfers are read twice: first for the ids that others name, then line by line.
    """
    book = _Book()
    try:
        _read_accounts(book, accounts)
        wanted = _named_ids(transfers())
        book.named = _those(wanted, transfers) if wanted else {}
        for which, transfer in _linked("transfer", transfers(), TRANSFER):
            _take(book, which, transfer)
        _compare(book)
    except _Stop as stop:
        return stop.broken
    return None


@dataclass(frozen=True)
class _Name:
    """Which line it is: a sentence, and what stands in its places."""

    words: str
    values: Mapping[str, Any]


class _Stop(Exception):
    def __init__(self, what: str, which: _Name, words: str, **values: object) -> None:
        self.broken = Broken(what, which.words, words, {**which.values, **values})


def _linked(
    what: str, records: Iterable[Record], shape: Mapping[str, Any]
) -> Iterator[tuple[_Name, Record]]:
    """Give each line with its name, once it is sure that it stands where it was written."""
    previous = ""
    for number, record in enumerate(records, start=1):
        words, values = misshapen(record, {**shape, "hash": str})
        if words:
            raise _Stop(what, _Name(NUMBERED[what], {"number": number}), words, **values)
        which = _Name(NAMED[what], {"number": number, "id": record["id"]})
        if not gives(partial(chained, previous), record, record["hash"]):
            raise _Stop(what, which, "was changed, added or moved, or the one before was dropped")
        previous = record["hash"]
        yield which, record


def _named_ids(transfers: Iterable[Record]) -> set[str]:
    found = (one.get(name) for one in transfers for name in ("resolves", "reverses"))
    return {name for name in found if isinstance(name, str)}


def _those(wanted: set[str], transfers: Callable[[], Iterable[Record]]) -> dict[str, Record]:
    candidates = (one for one in transfers() if str(one.get("id")) in wanted)
    return {one["id"]: one for one in candidates if not misshapen(one, TRANSFER)[0]}


def _read_accounts(book: _Book, accounts: Iterable[Record]) -> None:
    totals: dict[str, int] = defaultdict(int)
    for which, account in _linked("account", accounts, ACCOUNT):
        if account["id"] in book.accounts:
            raise _Stop("account", which, "stands in the book twice")
        book.accounts[account["id"]] = account
        totals[account["unit"]] += account["balance"]
        _check_floor(which, account)
    for unit, total in totals.items():
        if total:
            which = _Name("All accounts in %(unit)s", {"unit": unit})
            raise _Stop("account", which, "sum to %(total)s, not to zero", total=total)


def _check_floor(which: _Name, account: Record) -> None:
    floor = account.get("floor")
    if floor is None:
        return
    if not isinstance(floor, int):
        raise _Stop("account", which, 'its "%(key)s" is not of the right kind', key="floor")
    if account["balance"] - account["held"] < floor:
        raise _Stop("account", which, "is below its floor of %(floor)s", floor=floor)


def _take(book: _Book, which: _Name, one: Record) -> None:
    if one["id"] in book.ids:
        raise _Stop("transfer", which, "stands in the book twice")
    book.ids.add(one["id"])
    _check_plain(book, which, one)
    _check_names(book, which, one)
    debit, credit, amount, phase = one["debit"], one["credit"], one["amount"], one["phase"]
    if phase in MOVING:
        book.balance[debit] -= amount
        book.balance[credit] += amount
    if phase == "HOLD":
        book.held[debit] += amount
        book.due[credit] += amount
    if phase in RESOLVING:
        book.held[debit] -= book.named[one["resolves"]]["amount"]
        book.due[credit] -= book.named[one["resolves"]]["amount"]


def _check_plain(book: _Book, which: _Name, one: Record) -> None:
    sides = [book.accounts.get(one["debit"]), book.accounts.get(one["credit"])]
    if one["amount"] <= 0:
        raise _Stop("transfer", which, "moves nothing, or less than nothing")
    if one["phase"] not in PHASES:
        raise _Stop("transfer", which, "has an unknown phase %(phase)s", phase=one["phase"])
    if one["debit"] == one["credit"]:
        raise _Stop("transfer", which, "pays the account that it comes from")
    if None in sides:
        raise _Stop("transfer", which, "names an account that is not in the book")
    if any(side and side["unit"] != one["unit"] for side in sides):
        raise _Stop("transfer", which, "mixes hours and money")


def _check_names(book: _Book, which: _Name, one: Record) -> None:
    if any(not isinstance(one.get(name), str | None) for name in ("resolves", "reverses")):
        raise _Stop("transfer", which, "names another in a way that cannot be read")
    if (one["phase"] in RESOLVING) != bool(one.get("resolves")):
        raise _Stop("transfer", which, "resolves nothing, or what it cannot")
    if one.get("resolves"):
        _check_once(book.resolved, one["resolves"], which, "resolves a hold for the second time")
        _check_resolved(book, which, one)
    if one.get("reverses"):
        _check_once(book.reversed, one["reverses"], which, "reverses for the second time")
        _check_reversed(book, which, one)


def _check_once(seen: set[str], name: str, which: _Name, words: str) -> None:
    if name in seen:
        raise _Stop("transfer", which, words)
    seen.add(name)


def _check_resolved(book: _Book, which: _Name, one: Record) -> None:
    hold = book.named.get(one["resolves"])
    same = ("debit", "credit", "unit")
    if not hold or hold["phase"] != "HOLD" or any(hold[key] != one[key] for key in same):
        raise _Stop("transfer", which, "resolves what is no hold of these accounts")
    if one["amount"] > hold["amount"]:
        raise _Stop("transfer", which, "takes more than was held")


def _check_reversed(book: _Book, which: _Name, one: Record) -> None:
    first = book.named.get(one["reverses"])
    turned = ("credit", "debit", "amount", "unit")
    keys = ("debit", "credit", "amount", "unit")
    if (
        not first
        or first["phase"] not in MOVING
        or any(first[theirs] != one[ours] for theirs, ours in zip(turned, keys, strict=True))
    ):
        raise _Stop("transfer", which, "is not the exact reverse of what it names")


def _compare(book: _Book) -> None:
    for number, (key, account) in enumerate(book.accounts.items(), start=1):
        for name in ("balance", "held", "due"):
            computed = getattr(book, name)[key]
            if account[name] != computed:
                which = _Name(NAMED["account"], {"number": number, "id": key})
                said = account[name]
                raise _Stop("account", which, WRONG_SUM, name=name, said=said, computed=computed)
