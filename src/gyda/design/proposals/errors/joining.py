"""What can stand in the way of joining two proposals."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class WithItself(DomainError):
    """Two proposals are joined."""

    message = _("Choose another proposal: this is the same one.")
    field = "into"


class AmendmentsWait(DomainError):
    """Whoever proposed something is owed an answer."""

    message = _("Answer the amendments that wait first.")


class OtherInitiative(DomainError):
    """They are about different things."""

    message = _("The two proposals belong to different initiatives.")
    field = "into"
