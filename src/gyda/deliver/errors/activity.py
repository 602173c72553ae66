"""What can stand in the way of a group activity."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class ActivityError(DomainError):
    """The base of them all."""

    message = _("This cannot be done with this activity now. Look at the page again.")


class NotYours(ActivityError):
    """Only its organisers and the connectors look after an activity."""

    message = _("Only its organisers and the connectors can do this.")


class NotPlanned(ActivityError):
    """It was called off, or it is over."""

    message = _("This activity is over or was cancelled.")


class NotBegun(ActivityError):
    """Hours are recorded after the start."""

    message = _("It has not begun yet. Record who came when it is under way or over.")


class EndsTooSoon(ActivityError):
    """It ends before it begins."""

    message = _("The end must be later than the start.")
    field = "ends"


class MayNotPay(ActivityError):
    """These hours are not this person's to give."""

    message = _("You cannot give hours from there. Choose another source, or ask a connector.")
    field = "paid_from"


class NobodyLooksAfter(ActivityError):
    """An activity needs someone."""

    message = _("Choose at least one organiser.")
    field = "organisers"


class ComingAlready(ActivityError):
    """They have signed up before."""

    message = _("You have already signed up.")


class OwnHours(ActivityError):
    """An organiser's own hours have a measure that someone else set."""

    message = _(
        "Your own hours can be as long as the activity was planned, and no longer. "
        "A connector can record more."
    )


class ReversedAlready(ActivityError):
    """Hours are taken back once."""

    message = _("These hours have been taken back already, or none were given.")


class WithoutReason(ActivityError):
    """Others have a right to understand."""

    message = _("Give a reason, so that everyone understands.")
    field = "words"
