"""The letters about paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("note_refused", _("A paper note was refused"), default=Cadence.DAILY),
    Kind("statement", _("Your statement by post"), can_unsubscribe=False),
]
