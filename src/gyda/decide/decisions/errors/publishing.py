"""What can stand in the way of publishing a decision."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class InBothTongues(DomainError):
    """Readers of both languages are told the same, at the same moment."""

    message = _("Write it in both languages: a decision is published in both at once.")


class NoRight(DomainError):
    """A decision says by which right it was made."""

    message = _("First say on the initiative's page what say citizens have in deciding.")
    field = "right"


class StillObjections(DomainError):
    """Consent means that nobody objects."""

    message = _("With an objection left there is no consent. Say how many, or choose a vote.")
    field = "against"


class ReviewTooEarly(DomainError):
    """A review looks back."""

    message = _("The review must come after the day from which the decision holds.")
    field = "review_on"


class NotYoursToRecord(DomainError):
    """What a meeting decided is written down by those who look after the thread."""

    message = _("Only the team of the initiative and the connectors can do this.")


class StewardsThemselves(DomainError):
    """What the stewards decided they write down themselves."""

    message = _("Only a steward can write down what the stewards decided.")
    field = "kind"
