"""The letters about proposals."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, Kind

KINDS = [
    Kind("proposal_invited", _("Someone asks me to write a proposal together")),
    Kind("amendment_proposed", _("Someone proposes an amendment to a proposal of mine")),
    Kind("amendment_answered", _("What became of an amendment of mine")),
    Kind("proposal_feasibility", _("A professional says whether a proposal of mine can be done")),
    Kind("proposal_forward", _("A proposal of mine, or that I support, is put forward"),
         Cadence.DAILY),
    Kind("proposal_decided", _("What was decided about a proposal of mine, or that I support"),
         Cadence.DAILY),
    Kind("proposal_withdrawn", _("A proposal of mine, or that I support, is withdrawn"),
         Cadence.DAILY),
    Kind("proposal_merged", _("A proposal of mine, or that I support, is joined with another"),
         Cadence.DAILY),
    Kind("proposal_parted", _("Proposals that had been joined stand for themselves again"),
         Cadence.DAILY),
    Kind("proposal_point_removed", _("A point that I made is taken down"), can_unsubscribe=False),
]  # fmt: skip
