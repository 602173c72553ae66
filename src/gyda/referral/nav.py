"""What this room shows in the header of a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Referrals"), name="referral:desk", for_role="connector", order=70),
    Item(label=_("How far we reach"), name="referral:coverage", for_role="anyone", order=50),
]
