"""The letters about pools and venues."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("place_booked", _("A place is booked for you: your ticket"), can_unsubscribe=False),
    Kind("place_cancelled", _("Your place is given back for you"), can_unsubscribe=False),
    Kind("place_called_off", _("A venue calls off what you booked"), can_unsubscribe=False),
    Kind("place_came", _("Hours spent at a venue"), default=Cadence.WEEKLY),
    Kind("place_away", _("A venue says that you did not come"), can_unsubscribe=False),
    Kind("place_corrected", _("A venue puts right that you came"), can_unsubscribe=False),
    Kind("place_lapsed", _("Hours for a place come back, as nobody said who came")),
    Kind("place_refunded", _("Hours for a place come back to you"), can_unsubscribe=False),
    Kind("pool_given", _("An organisation gives you hours")),
    Kind("pool_taken_back", _("Hours from an organisation are taken back"), can_unsubscribe=False),
    Kind("pool_granted", _("Your organisation is granted hours to give")),
    Kind("settlement_proposed", _("A payment to a venue waits for a second person")),
    Kind("settlement_settled", _("A venue is paid what it is owed")),
    Kind("settlement_reversed", _("A payment to a venue is taken back"), can_unsubscribe=False),
    Kind("hours_ending", _("Hours of yours will go to the pot"), can_unsubscribe=False),
    Kind("hours_ended", _("Hours of yours went to the pot"), can_unsubscribe=False),
]
