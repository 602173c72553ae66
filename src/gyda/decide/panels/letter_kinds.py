"""The letters about panels."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("panel_invited", _("I am invited to put myself forward for a panel"), Cadence.DAILY),
    Kind("panel_drawn", _("I am drawn for a panel"), can_unsubscribe=False),
    Kind("panel_reserve", _("I stand by for a panel"), can_unsubscribe=False),
    Kind("panel_not_drawn", _("I was not drawn for a panel"), can_unsubscribe=False),
    Kind("panel_seat", _("I sit on a panel"), can_unsubscribe=False),
    Kind("panel_replaced", _("My seat on a panel goes to someone else"), can_unsubscribe=False),
    Kind("panel_adviser", _("I am named as an adviser of a panel"), can_unsubscribe=False),
    Kind("panel_question", _("A panel that I advise has asked a question"), Cadence.DAILY),
    Kind("panel_thanked", _("A panel for which I stood by is over"), Cadence.DAILY),
    Kind("panel_called_off", _("A panel I put myself forward for is called off"),
         can_unsubscribe=False),
]  # fmt: skip
