"""What panels show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS: list[Item] = [
    Item(label=_("Panels"), name="decide:panels", for_role="anyone", order=17),
]
