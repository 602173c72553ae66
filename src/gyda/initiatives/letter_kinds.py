"""The letters about initiatives."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("initiative_invited", _("I am invited into the team of an initiative")),
    Kind("initiative_moved", _("An initiative of mine enters another stage"), Cadence.WEEKLY),
    Kind("initiative_right", _("Who decides in an initiative of mine changes"), Cadence.DAILY),
    Kind("initiative_handover", _("A task passes to citizens, or goes back"), Cadence.DAILY),
    Kind("initiative_ended", _("An initiative of mine ends"), Cadence.DAILY),
]
