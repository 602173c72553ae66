"""The letters about joint scorings."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Kind

KINDS = [
    Kind("scoring_asked", _("I am asked to score"), can_unsubscribe=False),
    Kind("scoring_feedback", _("What became of my scoring"), can_unsubscribe=False),
    Kind("scoring_feedback_late", _("Young people wait to hear from me"), can_unsubscribe=False),
]
