"""The steward sets how hours are spent and whether they go back to the pot."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gyda.deliver.venues.models import VenueRules
from gyda.deliver.venues.models.rules import Expiry
from gyda.deliver.venues.queries.rules import the_rules
from gyda.deliver.venues.rules import require_steward
from gyda.journal.actions import record
from gyda.people.who import Who

NOTICE = datetime.timedelta(days=60)
ABOUT_RETURNS = ("expiry", "expiry_months", "return_percent", "return_free_minutes")


@transaction.atomic
def set_rules(
    *, who: Who, rules: dict[str, Any], now: datetime.datetime | None = None
) -> VenueRules:
    """Keep the rules. Hours go back no sooner than 60 days after a rule about it was changed."""
    require_steward(who)
    before = the_rules()
    changed = sorted(name for name, value in rules.items() if getattr(before, name) != value)
    values = dict(rules)
    if rules.get("expiry", before.expiry) == Expiry.NONE:
        values["returns_from"] = None
    elif set(changed) & set(ABOUT_RETURNS) or before.returns_from is None:
        values["returns_from"] = first_of_month(timezone.localdate(now) + NOTICE)
    kept, _is_new = VenueRules.objects.update_or_create(hub_id=who.hub_id, defaults=values)
    record(by=who, verb="venues.rules-changed", about=kept, public=True, changed=changed)
    return kept


def first_of_month(day: datetime.date) -> datetime.date:
    """Return the first of a month on or after the day.

    >>> first_of_month(datetime.date(2026, 11, 22)), first_of_month(datetime.date(2026, 12, 1))
    (datetime.date(2026, 12, 1), datetime.date(2026, 12, 1))
    """
    return (
        day if day.day == 1 else (day.replace(day=1) + datetime.timedelta(days=31)).replace(day=1)
    )
