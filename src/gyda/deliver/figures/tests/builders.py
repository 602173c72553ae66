"""Builders: hours that moved on days of the past."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from gyda.deliver.figures.spans import midnight
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts, actions
from gyda.ledger.models import Transfer
from gyda.people.models import Hub, Member
from gyda.people.tests.builders import a_member

NOW = midnight(datetime.date(2026, 11, 20)) + datetime.timedelta(hours=12)


def on(year: int, month: int, day: int = 10) -> datetime.datetime:
    return midnight(datetime.date(year, month, day)) + datetime.timedelta(hours=10)


def neighbours(hub: Hub, count: int, **fields: object) -> list[Member]:
    """Members who have been there for long, with accounts that no test fills to the brim."""
    long_ago = {"joined_at": on(2024, 1)} | fields
    return [a_member(hub, f"Person {chr(65 + number)}", **long_ago) for number in range(count)]


def hours(member: Member) -> UUID:
    return accounts.member_account(member).id


def gave(
    giver: Member,
    receiver: Member,
    at: datetime.datetime,
    minutes: int = 60,
    kind: str = "EXCHANGE",
) -> Transfer:
    return actions.transfer(
        key=uuid7(), debit=hours(receiver), credit=hours(giver), amount=minutes, kind=kind, now=at
    )


def helped(giver: Member, at: datetime.datetime, minutes: int = 60) -> Transfer:
    """Time that the hub arranged, with hours that it issues."""
    return actions.transfer(
        key=uuid7(), debit=accounts.issue().id, credit=hours(giver), amount=minutes,
        kind="ATTENDANCE", now=at,
    )  # fmt: skip


def taken_back(moved: Transfer, at: datetime.datetime) -> Transfer:
    return actions.reverse(key=uuid7(), transfer=moved.id, now=at)
