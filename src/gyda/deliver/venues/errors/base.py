"""What every refusal at a venue or a pool shares, in words that help."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.deliver.errors import roles
from gyda.web.errors import DomainError


class VenueError(DomainError):
    """The base of them all."""

    message = _("This cannot be done now. Look at the page again.")


class NotYours(VenueError):
    """Only people of the organisation and connectors look after it."""

    message = _("Only people of the organisation and connectors can do this.")


class StewardsOnly(VenueError, roles.StewardsOnly):
    """Budgets and agreements are the hub's."""

    message = _("Only a steward can do this.")


class WithoutReason(VenueError):
    """Others have a right to understand."""

    message = _("Give a reason, so that everyone understands.")
    field = "words"
