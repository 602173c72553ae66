"""What this room shows in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Answers"), name="answers:register", for_role="anyone", order=40),
    Item(label=_("Who answers, and by when"), name="answers:rules", for_role="steward", order=125),
]
