"""The letters about ballots."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("ballot_opened", _("A ballot in which I have a vote is open"), Cadence.AT_ONCE),
    Kind("ballot_voted", _("Somebody else brought in my vote")),
    Kind("ballot_result", _("The result of a ballot in which I had a vote"), Cadence.DAILY),
]
