"""The letters about answers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("answer_owed", _("An answer is asked of me"), can_unsubscribe=False),
    Kind("answer_soon", _("An answer of mine is due soon"), Cadence.DAILY),
    Kind("answer_late", _("An answer is late"), can_unsubscribe=False),
    Kind("answer_given", _("Something I asked for or support is answered")),
    Kind("answer_promise_soon", _("What I promised is due soon"), Cadence.DAILY),
    Kind("answer_promise_late", _("What was promised is late"), can_unsubscribe=False),
    Kind("answer_promise", _("What became of a promise that concerns me"), Cadence.DAILY),
]
