"""Why a panel moves hours and pounds."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.ledger import kinds

PANEL = "PANEL"
COSTS = "PANEL_COSTS"


def register_all() -> None:
    kinds.register(PANEL, _("Thanks for a meeting of a panel"))
    kinds.register(COSTS, _("Costs of taking part in a panel"))
