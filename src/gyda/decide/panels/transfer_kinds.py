"""Why a panel moves hours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.ledger import kinds

PANEL = "PANEL"


def register_all() -> None:
    kinds.register(PANEL, _("Thanks for a meeting of a panel"))
