"""The letters that this room writes; nearly all must arrive."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Kind

KINDS = (
    Kind("reference_asked", _("A reference is asked for"), can_unsubscribe=False),
    Kind("reference_given", _("A reference has come")),
    Kind("check_ending", _("A check of yours ends"), can_unsubscribe=False),
    Kind("check_ending_of", _("A check of a member ends")),
    Kind("company_wanted", _("Someone should go along")),
    Kind("company_named", _("Someone comes along"), can_unsubscribe=False),
    Kind("lead_named", _("You are a safeguarding lead"), can_unsubscribe=False),
    Kind("concern_received", _("A concern has come in"), can_unsubscribe=False),
    Kind("concern_answered", _("An answer to what you told us"), can_unsubscribe=False),
    Kind("concern_overdue", _("A concern waits too long"), can_unsubscribe=False),
)
