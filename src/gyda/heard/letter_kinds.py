"""The letters of this room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("meeting_invited", _("I am invited to a meeting")),
    Kind("meeting_changed", _("A meeting that I come to changes")),
    Kind("meeting_cancelled", _("A meeting that I come to is cancelled")),
    Kind("meeting_need", _("Someone shares a need for a meeting that I organise"), Cadence.DAILY),
    Kind("meeting_need_met", _("A need of mine is met for a meeting")),
]
