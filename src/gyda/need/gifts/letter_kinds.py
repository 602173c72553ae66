"""The letters about gifts and stories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Kind

KINDS = [
    Kind("asset_asked", _("Someone wrote down a gift that was found with me")),
    Kind("story_hushed", _("A connector has my story read by me alone")),
]
