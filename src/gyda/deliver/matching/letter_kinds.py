"""The letters that bring asks to people."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("match_week", _("Asks that fit what you offer"), default=Cadence.WEEKLY),
    Kind("match_brought", _("A connector brings you an ask")),
]
