"""Exchanges and activities, and what the journal and the letters say of them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterator
from typing import Any

from gyda.deliver.models import Activity, Attendance, Exchange, ExchangeStep
from gyda.journal.models import Entry, Notice
from gyda.letters.models import Letter
from gyda.site.growth.bulk import insert
from gyda.site.growth.hours import Hours
from gyda.site.growth.town import Town

EXCHANGE = (
    "id", "hub", "giver", "receiver", "category", "what", "language", "minutes", "terms_by",
    "state", "state_at", "giver_said", "receiver_said", "settled_minutes", "transfer_id",
)  # fmt: skip
STEP = ("id", "hub", "exchange", "kind", "at", "actor", "minutes")
ENTRY = ("id", "hub", "at", "actor", "verb", "about_type", "about_id", "data", "public")
NOTICE = ("id", "hub", "member", "entry", "read_at")
LETTER = (
    "id", "hub", "member", "name", "address", "language", "kind", "subject", "body", "channel",
    "state", "written_at", "due_at", "sent_at",
)  # fmt: skip
ACTIVITY = (
    "id", "hub", "title_cy", "title_en", "place_cy", "place_en", "starts_at", "ends_at", "minutes",
    "created_by", "state", "state_at",
)  # fmt: skip
COMERS = 10
TWO_HOURS = datetime.timedelta(hours=2)
WAITS = 7  # one exchange in so many still waits for somebody
AHEAD = 25  # activities that are still to come


def add_exchanges(town: Town, hours: Hours) -> int:
    """Add an exchange for every fifth transfer, its steps, entries and notices."""
    rows = list(_exchanges(town, hours))
    insert(Exchange, EXCHANGE, rows)
    insert(ExchangeStep, STEP, _steps(town, rows))
    entries = list(_entries(town, rows))
    insert(Entry, ENTRY, entries)
    return insert(Notice, NOTICE, _notices(town, rows, entries))


def _exchanges(town: Town, hours: Hours) -> Iterator[list[Any]]:
    for number in range(0, len(hours), 5):
        giver, receiver = town.members[hours.paid[number]], town.members[hours.payers[number]]
        at, minutes = town.moment(number, len(hours)), hours.amounts[number]
        paid = ["THANKED", at, minutes, minutes, minutes, town.transfers[number]]
        waits = ["PROPOSED", at, None, None, None, None]
        yield [
            town.id_at(at), town.hub.id, giver, receiver, number % 7 and town.categories[0] or None,
            "Help", "en", minutes, giver, *(waits if number % (5 * WAITS) == 0 else paid),
        ]  # fmt: skip


def _steps(town: Town, exchanges: list[list[Any]]) -> Iterator[list[Any]]:
    for row in exchanges:
        id_, giver, receiver, minutes, at = row[0], row[2], row[3], row[7], row[10]
        yield [town.id_at(at), town.hub.id, id_, "PROPOSED", at, giver, minutes]
        yield [town.id_at(at), town.hub.id, id_, "THANKED", at, receiver, None]


def _entries(town: Town, exchanges: list[list[Any]]) -> Iterator[list[Any]]:
    for row in exchanges:
        id_, giver, receiver, minutes, at = row[0], row[2], row[3], row[7], row[10]
        about = ["deliver.exchange", id_, {"minutes": minutes}]
        yield [town.id_at(at), town.hub.id, at, giver, "exchange.proposed", *about, False]
        yield [town.id_at(at), town.hub.id, at, receiver, "exchange.confirmed", *about, True]


def _notices(
    town: Town, exchanges: list[list[Any]], entries: list[list[Any]]
) -> Iterator[list[Any]]:
    for number, row in enumerate(exchanges):
        entry = entries[2 * number]
        read = None if number % 9 == 0 else entry[2]
        yield [town.id_at(entry[2]), town.hub.id, row[3], entry[0], read]


def add_activities(town: Town) -> int:
    """Add activities, most of them past, each with a few who came."""
    town.activities = town.ids(town.size.activities)
    insert(Activity, ACTIVITY, _activities(town))
    columns = ("id", "hub", "activity", "member", "state", "state_at")
    return insert(Attendance, columns, _attendances(town))


def _activities(town: Town) -> Iterator[list[Any]]:
    past = len(town.activities) - AHEAD
    for number, id_ in enumerate(town.activities):
        ahead = datetime.timedelta(days=1 + number - past)
        starts = town.now + ahead if number >= past else town.moment(number, past)
        maker = town.members[number % len(town.members)]
        yield [
            id_, town.hub.id, "Cylch gwau", "Knitting circle", "Y Neuadd", "The Hall", starts,
            starts + TWO_HOURS, 120, maker, "PLANNED" if number >= past else "CANCELLED", starts,
        ]  # fmt: skip


def _attendances(town: Town) -> Iterator[list[Any]]:
    for id_ in town.activities:
        for member in town.random.sample(town.members, min(COMERS, len(town.members))):
            yield [town.id_at(town.now), town.hub.id, id_, member, "COMING", town.now]


def add_letters(town: Town) -> int:
    """Add a letter to each member, long sent."""
    return insert(Letter, LETTER, _letters(town))


def _letters(town: Town) -> Iterator[list[Any]]:
    for number, member in enumerate(town.members):
        at = town.moment(number, len(town.members))
        yield [
            town.id_at(at), town.hub.id, member, "", "someone@example.org", "cy", "welcome",
            "Croeso", "Croeso", "EMAIL", "SENT", at, at, at,
        ]  # fmt: skip
