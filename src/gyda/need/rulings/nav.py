"""What is shown of rulings in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("What was taken down"), name="need:rulings", for_role="connector", order=118),
]
