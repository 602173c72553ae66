"""Builders for exchanges and activities."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils import timezone

from gyda.deliver.actions.activity import Plan, plan_activity
from gyda.deliver.actions.moves import Words
from gyda.deliver.actions.policy import set_policy
from gyda.deliver.actions.propose import Pair, Terms, agree, propose
from gyda.deliver.models import Activity, Exchange
from gyda.ledger import accounts
from gyda.ledger.queries import balance_of
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who

WORDS = Words("Diolch o galon", "cy")


def terms(**fields: Any) -> Terms:
    return Terms(**({"what": "Torri'r lawnt", "language": "cy", "minutes": 120} | fields))


def proposed(giver: Member, receiver: Member, **fields: Any) -> Exchange:
    """The receiver has asked."""
    pair = Pair(giver=giver, receiver=receiver)
    return propose(who=who(receiver), pair=pair, terms=terms(**fields))


def agreed(giver: Member, receiver: Member, **fields: Any) -> Exchange:
    exchange = proposed(giver, receiver, **fields)
    return agree(who=who(giver), exchange_id=exchange.id)


def balance(member: Member) -> int:
    return balance_of(accounts.member_account(member).id).balance


def no_start(cast: Cast, **rules: Any) -> None:
    """Members start with nothing, so that the tests can count from nothing."""
    set_policy(who=who(cast.alys), rules={"start_minutes": 0} | rules)


def a_plan(**fields: Any) -> Plan:
    starts = timezone.now() + datetime.timedelta(days=3)
    plan = {
        "title_cy": "Gweu gyda'n gilydd",
        "title_en": "Knitting together",
        "place_cy": "Y festri",
        "place_en": "The vestry",
        "starts_at": starts,
        "ends_at": starts + datetime.timedelta(hours=3),
        "minutes": 180,
        "paid_from": "ISSUE",
    }
    return Plan(**(plan | fields))


def an_activity(cast: Cast, **fields: Any) -> Activity:
    return plan_activity(who=who(cast.carys), plan=a_plan(**fields), organisers=[cast.bryn])


def begun(activity: Activity) -> Activity:
    """Move the activity into the past."""
    now = timezone.now()
    Activity.objects.filter(id=activity.id).update(
        starts_at=now - datetime.timedelta(hours=3), ends_at=now - datetime.timedelta(minutes=1)
    )
    activity.refresh_from_db()
    return activity
