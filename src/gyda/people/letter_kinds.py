"""The letters that this room writes; all but one must arrive."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = (
    Kind("application", _("Someone asks to join"), default=Cadence.DAILY),
    Kind("membership_approved", _("Welcome to the hub"), can_unsubscribe=False),
    Kind("membership_declined", _("The answer to your application"), can_unsubscribe=False),
    Kind("role_changed", _("What you do for the hub"), can_unsubscribe=False),
    Kind("role_waits", _("Someone came for a role that asks for a check first")),
    Kind("consent_recorded", _("Someone may act for someone"), can_unsubscribe=False),
    Kind("consent_withdrawn", _("Acting for someone has ended"), can_unsubscribe=False),
    Kind("card_issued", _("A card was made for you"), can_unsubscribe=False),
)
