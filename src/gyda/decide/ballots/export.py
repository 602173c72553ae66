"""Finished ballots as open data: what was asked, what won, who voted by group, and the papers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from gyda.decide.ballots.both import both
from gyda.decide.ballots.models import Ballot, Option, Paper, State, Tally, Turnout, Ward
from gyda.decide.ballots.winners import numbers
from gyda.methods.representativeness import LEAST

CHUNK = 500
FINISHED = (State.COUNTED, State.CALLED_OFF)
PLAINLY = ("kind", "method", "say", "is_secret", "pence", "most", "points", "electorate", "areas")


def records() -> Iterator[dict[str, Any]]:
    """Give every ballot that was counted or called off, the oldest first."""
    rows = Ballot.objects.filter(state__in=FINISHED, opened_at__isnull=False).prefetch_related(
        Prefetch("options", Option.objects.select_related("ward", "merged_into")),
        Prefetch("wards", Ward.objects.all()),
        Prefetch("tallies", Tally.objects.all()),
        Prefetch("turnouts", Turnout.objects.all()),
    )
    return (ballot_as_data(one) for one in rows.order_by("id").iterator(CHUNK))


def ballot_as_data(ballot: Ballot) -> dict[str, Any]:
    """Return a ballot; what does not apply to it is null or empty."""
    tally = next(iter(ballot.tallies.all()), None)
    return {
        "id": str(ballot.id),
        **_both(ballot, "title", "question"),
        **{name: getattr(ballot, name) for name in PLAINLY},
        "currency": ballot.currency,
        "is_import": ballot.is_import,
        "initiative": _id(ballot.initiative_id),
        "fund": _id(ballot.fund_id),
        "decision": _id(ballot.decision),
        "opens_on": timezone.localdate(ballot.opens_at).isoformat(),
        "closes_on": timezone.localdate(ballot.closes_at).isoformat(),
        "state": ballot.state,
        **_both(ballot, "off_because"),
        "wards": [_ward(one) for one in sorted(ballot.wards.all(), key=_number)],
        "options": _options(ballot, tally),
        "motion": _motion(ballot, tally),
        "count": tally.arguments if tally else [],
        "files": tally.files if tally else {},
        "turnout": _turnout(next(iter(ballot.turnouts.all()), None)),
    }


def _options(ballot: Ballot, tally: Tally | None) -> list[dict[str, Any]]:
    won = numbers(tally) if tally and not ballot.is_plain else set()
    return [
        {
            "number": one.number,
            **_both(one, "title", "summary", "gains", "loses", "because"),
            "pence": one.pence,
            "minutes": one.minutes,
            "state": one.state,
            "joined_with": one.merged_into.number if one.merged_into else None,
            "ward": one.ward.number if one.ward else None,
            "excludes": one.rivals,
            "source": one.source,
            "source_id": _id(one.source_id),
            "won": one.number in won if tally else None,
        }
        for one in sorted(ballot.options.all(), key=_number)
    ]


def _motion(ballot: Ballot, tally: Tally | None) -> dict[str, Any] | None:
    if tally is None or not ballot.is_plain:
        return None
    return {name: tally.record_en[0][name] for name in ("yes", "no", "abstain", "carried")}


def _turnout(row: Turnout | None) -> dict[str, Any] | None:
    if row is None or row.could < LEAST:
        return None
    return {"could": row.could, "did": row.did, "groups": row.groups}


def _ward(ward: Ward) -> dict[str, Any]:
    return {"number": ward.number, **_both(ward, "name"), "pence": ward.pence, "areas": ward.areas}


def papers() -> Iterator[dict[str, Any]]:
    """Give every counted paper under its receipt, in the order of the published list."""
    rows = Paper.objects.filter(ballot__state=State.COUNTED)
    names = ("ballot_id", "ward", "code", "marks", "votes")
    rows_of = rows.order_by("ballot_id", "code", "marks", "votes").values(*names)
    for row in rows_of.iterator(CHUNK):
        yield {**row, "ballot_id": str(row["ballot_id"])}


def _number(row: Any) -> int:
    return int(row.number)


def _both(row: Any, *texts: str) -> dict[str, str]:
    found = {text: both(row, text) for text in texts}
    return {f"{t}_{lang}": found[t][at] for t in texts for at, lang in enumerate(("cy", "en"))}


def _id(value: object) -> str | None:
    return str(value) if value else None
