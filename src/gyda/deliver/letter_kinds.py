"""The letters that the time bank writes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("listing_ending", _("An offer or ask of mine comes down soon"), Cadence.DAILY),
    Kind("listing_closed", _("A connector took down what I had put up"), can_unsubscribe=False),
    Kind("gift_received", _("Someone gave me hours")),
    Kind("gift_from_pot", _("I was given hours from the pot")),
    Kind("gift_thanked", _("Someone thanked me for a gift"), Cadence.DAILY),
]
