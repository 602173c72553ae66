"""The letters about hours between hubs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Kind

KINDS = [
    Kind("across_received", _("Someone of another hub gives you hours")),
    Kind("across_refused", _("Hours come back from another hub"), can_unsubscribe=False),
]
