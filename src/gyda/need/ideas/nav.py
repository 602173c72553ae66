"""What ideas show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Ideas"), name="need:ideas", for_role="anyone", order=12),
    Item(label=_("Rules for ideas"), name="need:idea_rules", for_role="steward", order=126),
]
