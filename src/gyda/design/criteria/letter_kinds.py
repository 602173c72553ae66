"""Letters that criteria send."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Kind

KINDS = [
    Kind("criteria_decided", _("What was decided about me by rules"), can_unsubscribe=False),
    Kind("criteria_appeal_waits", _("An appeal waits for a second look"), can_unsubscribe=False),
    Kind("criteria_appeal_answered", _("What became of my appeal"), can_unsubscribe=False),
    Kind("criteria_sunset_near", _("Rules of my team end soon")),
    Kind("criteria_ended", _("Rules of my team have ended")),
]
