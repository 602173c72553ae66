"""What someone who thinks of leaving should know of their hours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext as _

from gyda.deliver.queries import hours
from gyda.people.models import Member
from gyda.people.moments import Farewell
from gyda.web.links import hub_path
from gyda.web.units import hours as in_words


def hours_left(member: Member) -> list[Farewell]:
    """Tell of hours that could still do someone good."""
    balance = hours.minutes_of(member)
    if balance <= 0:
        return []
    words = _("You have hours left: %(hours)s. You can give them to a neighbour or to the pot.")
    url = hub_path(member.hub.slug, "deliver:gifts")
    return [Farewell(words % {"hours": in_words(balance)}, url, _("Give hours away"))]
