"""Signatures that nobody confirmed are forgotten, names, addresses and all."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from gyda.need.open_letters.models import Signature
from gyda.people.data import burn_letters_about


def forget(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Delete what waited too long; twice does no harm."""
    old = Signature.objects.waiting().filter(expires_at__lte=now)
    burn_letters_about(old.values_list("id", flat=True))
    old.delete()
