"""What letters show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Letters"), name="letters:mine", for_role="member", order=85),
    Item(label=_("Letters to print"), name="letters:queue", for_role="connector", order=120),
]
