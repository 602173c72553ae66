"""The book as data: lines, promises, and grants as the 360Giving standard 1.4 wants them.

No private person is named anywhere in it.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterator
from typing import Any, cast
from uuid import UUID

from django.utils import timezone

from gyda.decide.funds.models import Commitment, Fund, FundPolicy, Movement, OrganisationNumber
from gyda.decide.funds.models.commitment import Payee
from gyda.decide.funds.queries.sums import NOTHING, Sums, of_funds, of_promises
from gyda.people.models import Hub, Organisation

CHUNK = 500
LANGS = ("cy", "en")
PREFIX = "360G-gyda"
HEADER = (
    "on", "kind", "pence", "promise", "title_cy", "title_en", "payee", "decision", "reference",
    "words", "language", "line",
)  # fmt: skip


def records() -> Iterator[dict[str, Any]]:
    """Give every fund for the hub's open data."""
    rows = Fund.objects.select_related("giver").order_by("id")
    return (fund_as_data(fund) for fund in rows.iterator(CHUNK))


def limits() -> Iterator[dict[str, Any]]:
    """Give every change of the limits on money, the oldest first; who made it is not named."""
    names = ("second_above_pence", "grant_most_pence", "stewards_most_pence", "loosens")
    for one in FundPolicy.objects.order_by("id").iterator(CHUNK):
        said = {name: getattr(one, name) for name in names}
        for name in ("at", "holds_from", "ended_at"):
            when = getattr(one, name)
            said[name] = when and when.isoformat()
        yield {"id": str(one.id), **said}


def fund_as_data(fund: Fund) -> dict[str, Any]:
    """Return a fund with its sums, its promises and every line."""
    return {
        "id": str(fund.id),
        **_both(fund, "title", "purpose", "conditions"),
        "giver_cy": fund.giver.name_cy,
        "giver_en": fund.giver.name_en,
        "initiative": _id(fund.initiative_id),
        "granted_pence": fund.pence,
        "from_on": fund.from_on.isoformat(),
        "until_on": fund.until_on.isoformat(),
        **_sums(of_funds([fund.id]).get(fund.id, NOTHING)),
        "promises": _promises(fund),
        "lines": [dict(zip(HEADER, row, strict=True)) for row in rows(fund)],
    }


def _promises(fund: Fund) -> list[dict[str, Any]]:
    found = list(Commitment.objects.filter(fund=fund).with_all().order_by("id"))
    sums = of_promises(one.id for one in found)
    return [
        {
            "id": str(one.id),
            **_both(one, "title"),
            "payee_kind": one.payee,
            "payee": one.public_payee,
            "decision": _id(one.decision_id),
            "initiative": _id(one.initiative_id),
            "is_small_grant": one.is_small_grant,
            "on": timezone.localdate(one.at).isoformat(),
            **_sums(sums.get(one.id, NOTHING), fund=False),
        }
        for one in found
    ]


def rows(fund: Fund) -> Iterator[list[Any]]:
    """Give one line for each movement, the oldest first."""
    found = Movement.objects.filter(fund=fund).order_by("id")
    found = found.select_related("commitment__organisation", "commitment__member")
    for line in found.iterator(CHUNK):
        yield _row(line)


def _row(line: Movement) -> list[Any]:
    promise = line.commitment
    hidden = promise is not None and promise.is_to_a_person
    return [
        line.on.isoformat(),
        line.kind,
        line.pence,
        _id(promise.id if promise else None),
        promise.title_cy if promise else "",
        promise.title_en if promise else "",
        promise.public_payee if promise else "",
        _id(promise.decision_id if promise else None),
        "" if hidden else line.reference,
        "" if hidden else line.words,
        "" if hidden else line.language,
        str(line.id),
    ]


def grants_package(hub: Hub) -> dict[str, Any]:
    """Return all grants of a hub: what it was given, and what it promised out of that."""
    numbers = dict(OrganisationNumber.objects.values_list("organisation_id", "number"))
    funds = list(Fund.objects.select_related("giver").order_by("id"))
    promises = Commitment.objects.with_all().order_by("id")
    given = of_funds(fund.id for fund in funds)
    made = of_promises(promises.values_list("id", flat=True))
    us = {"id": f"{PREFIX}-hub-{hub.id}", "name": str(cast(Any, hub).name_en)}
    return {
        "version": "1.4",
        "grants": [
            *(_fund_as_grant(fund, given.get(fund.id, NOTHING), us, numbers) for fund in funds),
            *(_as_grant(one, made.get(one.id, NOTHING), us, numbers) for one in promises),
        ],
    }


def _fund_as_grant(
    fund: Fund, sums: Sums, us: dict[str, str], numbers: dict[UUID, str]
) -> dict[str, Any]:
    return {
        "id": f"{PREFIX}-fund-{fund.id}",
        "title": fund.title_en,
        "description": fund.purpose_en,
        "currency": "GBP",
        "amountAwarded": _pounds(fund.pence),
        "amountDisbursed": _pounds(sums.came_in),
        "awardDate": fund.from_on.isoformat(),
        "plannedDates": [_dates(fund.from_on, fund.until_on)],
        "fundingOrganization": [_body(fund.giver, numbers)],
        "recipientOrganization": [us],
        "regrantType": "FRG010",
        "dateModified": _moment(fund.closed_at or fund.opened_at),
    }


def _as_grant(
    one: Commitment, sums: Sums, us: dict[str, str], numbers: dict[UUID, str]
) -> dict[str, Any]:
    return {
        "id": f"{PREFIX}-{one.id}",
        "title": one.title_en,
        "description": one.title_en,
        "currency": "GBP",
        "amountAwarded": _pounds(sums.promised - sums.freed),
        "amountDisbursed": _pounds(sums.paid_out),
        "awardDate": timezone.localdate(one.at).isoformat(),
        "fundingOrganization": [us],
        **_recipient(one, numbers),
        "grantProgramme": [{"code": str(one.fund_id), "title": one.fund.title_en}],
        "dateModified": _moment(one.ended_at or one.at),
    }


def _recipient(one: Commitment, numbers: dict[UUID, str]) -> dict[str, Any]:
    """Return the payee; a person by the number of the grant alone, so that none can be followed."""
    if one.is_to_a_person:
        person = {"id": f"{PREFIX}-person-{one.id}", "name": "Individual"}
        return {"recipientIndividual": person}
    if one.payee == Payee.ORGANISATION and one.organisation is not None:
        return {"recipientOrganization": [_body(one.organisation, numbers)]}
    return {"recipientOrganization": [{"id": f"{PREFIX}-body-{one.id}", "name": one.name}]}


def _body(organisation: Organisation, numbers: dict[UUID, str]) -> dict[str, str]:
    number = numbers.get(organisation.id, f"{PREFIX}-org-{organisation.id}")
    return {"id": number, "name": str(cast(Any, organisation).name_en)}


def _dates(start: datetime.date, end: datetime.date) -> dict[str, str]:
    return {"startDate": start.isoformat(), "endDate": end.isoformat()}


def _moment(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _pounds(pence: int) -> float:
    return round(pence / 100, 2)


def _sums(sums: Sums, *, fund: bool = True) -> dict[str, int]:
    """Return the sums by names that say that they are pence."""
    found = {f"{name}_pence": value for name, value in vars(sums).items()}
    return found | {"owed_pence": sums.owed} | ({"left_pence": sums.left} if fund else {})


def _id(key: UUID | None) -> str | None:
    return str(key) if key else None


def _both(row: Any, *names: str) -> dict[str, str]:
    return {f"{name}_{lang}": getattr(row, f"{name}_{lang}") for name in names for lang in LANGS}
