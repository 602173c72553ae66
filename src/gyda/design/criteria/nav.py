"""What criteria show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS: list[Item] = [
    Item(label=_("Help today"), name="design:help_today", for_role="anyone", order=5),
    Item(label=_("Who gets what: the rules"), name="design:criteria", for_role="anyone", order=34),
    Item(label=_("Decided about me"), name="design:own_cases", for_role="member", order=84),
    Item(label=_("Figures for rules"), name="design:criteria_figures", for_role="steward",
         order=127),
]  # fmt: skip
