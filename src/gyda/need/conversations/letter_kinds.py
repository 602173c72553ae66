"""The letters about conversations."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("statement_judged", _("Something I said in a conversation was read"), Cadence.DAILY),
    Kind("statements_wait", _("Statements in my conversation wait to be read"), Cadence.DAILY),
    Kind("conversation_say_next", _("My conversation came to its last day")),
    Kind("conversation_closed", _("A conversation that I answered in closed"), Cadence.WEEKLY),
    Kind("conversation_told", _("I hear what became of a conversation"), Cadence.DAILY),
]
