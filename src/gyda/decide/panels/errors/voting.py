"""What can stand in the way of votes, and of publishing what was decided."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class VotedAlready(DomainError):
    """Closed is closed."""

    message = _("This vote is closed.")


class TooFewVoted(DomainError):
    """Half of the panel at least."""

    message = _("Fewer than half of the panel have voted.")


class ChairOrClerk(DomainError):
    """Who publishes for the panel."""

    message = _("The chair of the panel or its clerk publishes what it decided.")


class NotCarried(DomainError):
    """What was not carried is no decision."""

    message = _("This was not carried, so there is no decision to publish.")


class SayTheDissent(DomainError):
    """Who voted against is heard in the decision."""

    message = _("Some voted against it: write down in both languages how they saw it.")
    field = "minority_cy"


class PublishedAlready(DomainError):
    """Once, and then only corrected."""

    message = _("This decision is published already.")
