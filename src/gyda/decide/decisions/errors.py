"""What can stand in the way of a decision, and of what comes after it."""
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


class HoldsNoMore(DomainError):
    """It was corrected: the newer one counts."""

    message = _("A correction has taken the place of this decision. Look at the newer one.")


class NothingToOverrule(DomainError):
    """Only a body named in the decision, and only what citizens had a hand in."""

    message = _("This decision cannot be overruled: no body was named that could.")


class ClockRanOut(DomainError):
    """Silence lets a decision stand."""

    message = _("The clock ran out on %(day)s. The decision stands.")


class OverruledAlready(DomainError):
    """Once is enough."""

    message = _("This decision is overruled already.")


class NotYoursToOverrule(DomainError):
    """Who overrules signs for it."""

    message = _(
        "Only the contact of the organisation, or a connector with its letter, can do this."
    )


class SignedWhen(DomainError):
    """The signature stands between the decision and the end of its clock."""

    message = _("The day must lie between the decision and today.")
    field = "signed_on"


class LookAgainWhen(DomainError):
    """What is under way is looked at again."""

    message = _("Say on which day to come you look at it again.")
    field = "next_on"


class AppealedAlready(DomainError):
    """One appeal for each member."""

    message = _("You asked for a second look already.")


class OwnDecision(DomainError):
    """A second look needs second eyes."""

    message = _("Someone else must answer: you published this decision.")


class AppealAnswered(DomainError):
    """It has its answer."""

    message = _("This appeal has its answer already. Look at the page again.")


class StewardsThemselves(DomainError):
    """What the stewards decided they write down themselves."""

    message = _("Only a steward can write down what the stewards decided.")
    field = "kind"
