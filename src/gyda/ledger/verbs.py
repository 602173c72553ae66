"""What the ledger's journal entries say in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "limits.changed": _("%(actor)s changed how far members' hours may go"),
    "account.limited": _("%(actor)s changed the limits of one account"),
}
