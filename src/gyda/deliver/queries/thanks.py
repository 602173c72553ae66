"""Thank-yous that may be shown."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db.models import QuerySet

from gyda.deliver.models import Thanks
from gyda.deliver.models.policy import Seen
from gyda.deliver.queries.policy import the_policy
from gyda.people.who import Who


def may_see_thanks(who: Who | None) -> bool:
    """The members, or everyone, as the hub likes."""
    return bool(who) or the_policy().thanks_seen_by == Seen.ANYONE


def shared_thanks() -> QuerySet[Thanks]:
    """Return the thank-yous whose writers let the hub show them."""
    return Thanks.objects.filter(shared=True)
