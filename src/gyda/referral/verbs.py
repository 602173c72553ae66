"""What this room writes into the journal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "referral.made": _("%(actor)s referred someone. The referral has the number %(number)s"),
    "referral.taken-back": _("%(actor)s took a referral back"),
    "referral.answered": _("A referral was answered"),
    "referral.reminded": _("Someone was reminded of a referral"),
    "referral.expired": _("A referral ran out, and its details were erased"),
    "referral.welcomed": _("%(actor)s welcomed someone who was referred"),
    "referral.rules-set": _("%(actor)s set how referrals work"),
    "coverage.loaded": _("%(actor)s loaded the areas of the coverage: %(rows)s"),
}
