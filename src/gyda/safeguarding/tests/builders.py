"""What the tests of this room need."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils import timezone

from gyda.people.models import Member
from gyda.people.tests.builders import who
from gyda.safeguarding.actions.checks import note_check
from gyda.safeguarding.actions.concerns import Told, tell_concern
from gyda.safeguarding.models import Check, Concern

DAY = datetime.timedelta(days=1)
SECRET = "Cyfrinach y crwban"


def a_check(connector: Member, member: Member, level: str, ends_in: int | None = None) -> Check:
    today = timezone.localdate()
    return note_check(
        who=who(connector), member=member, level=level, seen_on=today,
        valid_until=today + ends_in * DAY if ends_in else None,
    )  # fmt: skip


def a_concern(told_by: Member | None = None, **fields: Any) -> tuple[Concern, str]:
    actions = {name: fields.pop(name) for name in ("withheld", "now") if name in fields}
    told = {"about": "PERSON", "words": SECRET, "language": "cy"} | fields
    return tell_concern(told=Told(**told), told_by=told_by, **actions)
