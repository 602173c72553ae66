"""What the people room does at each tick."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from gyda.keys import ticks
from gyda.people.actions.signing_in import forget_old_codes
from gyda.people.models import Session


def forget(*, now: datetime.datetime) -> None:
    """Delete codes and sessions that work no more: they hold addresses."""
    forget_old_codes()
    Session.objects.filter(expire_date__lt=now).delete()


ticks.register_for_install("people.forget", forget, every=datetime.timedelta(days=1))
