"""The letters about decisions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("decision_published", _("Something is decided in an initiative of mine"), Cadence.DAILY),
    Kind("decision_overruled", _("A decision of citizens is overruled"), Cadence.AT_ONCE),
    Kind("decision_review", _("A decision is to be looked back on"), Cadence.DAILY),
    Kind("decision_appeal", _("What became of my appeal against a decision"),
         can_unsubscribe=False),
]  # fmt: skip
