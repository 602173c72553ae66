"""The letters that this room writes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Kind

KINDS = (
    Kind("referral", _("Someone thought of you"), can_unsubscribe=False),
    Kind("referral_reminder", _("A reminder about a referral"), can_unsubscribe=False),
    Kind("referral_joined", _("Someone joined after a referral")),
)
