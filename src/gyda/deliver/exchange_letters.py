"""The letters about exchanges and activities."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("exchange_proposed", _("Someone proposes an exchange")),
    Kind("exchange_changed", _("Someone proposes a change to an exchange")),
    Kind("exchange_agreed", _("Someone agrees to an exchange")),
    Kind("exchange_declined", _("Someone declines an exchange")),
    Kind("exchange_cancelled", _("An exchange is called off"), can_unsubscribe=False),
    Kind("exchange_ended", _("An exchange ends because someone has left"), can_unsubscribe=False),
    Kind("exchange_said", _("Someone asks you to confirm hours")),
    Kind("exchange_differed", _("Two sides say different hours")),
    Kind("exchange_confirmed", _("Hours are confirmed"), default=Cadence.DAILY),
    Kind("exchange_thanked", _("Someone thanks you")),
    Kind("exchange_handed", _("A connector is asked to settle an exchange")),
    Kind("exchange_decided", _("A connector has settled an exchange"), can_unsubscribe=False),
    Kind("exchange_reversed", _("Hours are taken back"), can_unsubscribe=False),
    Kind("exchange_lapsed", _("An exchange is closed unconfirmed"), default=Cadence.DAILY),
    Kind("exchange_reminder", _("Reminders of exchanges that wait for you")),
    Kind("exchange_entered", _("Hours are written down for you"), default=Cadence.WEEKLY),
    Kind("activity_changed", _("An activity changes its time or place"), can_unsubscribe=False),
    Kind("activity_cancelled", _("An activity is cancelled"), can_unsubscribe=False),
    Kind("activity_place", _("You have a place at an activity"), can_unsubscribe=False),
    Kind("activity_hours", _("Hours from an activity"), default=Cadence.WEEKLY),
    Kind("activity_taken_back", _("Hours from an activity are taken back"), can_unsubscribe=False),
]
