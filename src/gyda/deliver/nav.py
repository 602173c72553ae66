"""What the time bank shows in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Offers"), name="deliver:offers", order=10),
    Item(label=_("Asks"), name="deliver:asks", order=20),
    Item(label=_("The pot"), name="deliver:grant", for_role="connector", order=80),
]
