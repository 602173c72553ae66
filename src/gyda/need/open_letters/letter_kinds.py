"""The letters about open letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("letter_confirm", _("My signature waits for me to confirm it"), can_unsubscribe=False),
    Kind("letter_signed_already", _("I have signed already"), can_unsubscribe=False),
    Kind("letter_delivered", _("An open letter that I signed is delivered"), Cadence.DAILY),
    Kind("letter_answered", _("An open letter that I signed from outside is answered")),
    Kind("letter_taken_down", _("An open letter of mine, or my name under one, is taken down"),
         can_unsubscribe=False),
    Kind("letter_appeal", _("What became of my appeal about an open letter"),
         can_unsubscribe=False),
]  # fmt: skip
