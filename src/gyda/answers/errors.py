"""What can stand in the way of an answer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotYoursToAnswer(DomainError):
    """The contact answers, or a connector types in what came by letter."""

    message = _("Only the contact of the organisation, or a connector, can do this.")


class NotYoursToAsk(DomainError):
    """Asking starts a clock for others."""

    message = _("Only the team of the initiative and the connectors can ask for an answer.")


class NoLongerAsked(DomainError):
    """It was taken back."""

    message = _("This question was taken back. Look at the page again.")


class NeedsAction(DomainError):
    """A yes without an action is a platitude."""

    message = _("Say what will be done, in both languages.")
    field = "action_cy"


class NeedsOwner(DomainError):
    """Somebody sees to it."""

    message = _("Say who sees to it: a post, or a name.")
    field = "owner"


class NeedsDay(DomainError):
    """By when."""

    message = _("Say by which day it will be done.")
    field = "by_on"


class NeedsReason(DomainError):
    """A no has a reason."""

    message = _("Give the reason in both languages: people have a right to understand.")
    field = "reason_cy"


class DayIsPast(DomainError):
    """A promise is about what comes."""

    message = _("This day is past. Choose one that is still to come.")
    field = "by_on"


class NothingPromised(DomainError):
    """There is nothing to follow up."""

    message = _("Nothing stands promised here any more. Look at the page again.")


class ComesForAnother(DomainError):
    """Who answers for an organisation comes for it."""

    message = _("This member does not come for that organisation. Change that first.")
    field = "member"


class ContactAlready(DomainError):
    """Nothing would change."""

    message = _("They answer for it already.")
    field = "member"


class RemindTooEarly(DomainError):
    """A reminder comes after the question."""

    message = _("The reminder must come later than the question itself.")
    field = "remind_days"
