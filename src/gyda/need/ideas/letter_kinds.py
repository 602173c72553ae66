"""The letters about ideas."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("idea_sent", _("An idea of mine, or that I support, is on the agenda"), Cadence.DAILY),
    Kind("idea_merged", _("An idea of mine, or that I support, is joined with another"),
         Cadence.DAILY),
    Kind("idea_parted", _("An idea of mine, or that I support, is no longer joined with another"),
         Cadence.DAILY),
    Kind("idea_taken_up", _("An initiative takes up an idea of mine, or that I support"),
         Cadence.DAILY),
    Kind("idea_worked_up", _("An idea of mine, or that I support, becomes a proposal"),
         Cadence.DAILY),
    Kind("idea_taken_down", _("Something I wrote is taken down"), can_unsubscribe=False),
    Kind("idea_appeal", _("What became of my appeal"), can_unsubscribe=False),
]  # fmt: skip
