"""What can stand in the way of an exchange."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class ExchangeError(DomainError):
    """The base of them all."""

    message = _("This cannot be done with this exchange now. Look at the page again.")


class NotOpen(ExchangeError):
    """The exchange does not stand where this step starts, or it is not this person's step."""

    message = _("This step is not open to you now. Look below at how the exchange stands.")


class ChangedMeanwhile(ExchangeError):
    """The other side, or a second click, was quicker."""

    message = _("The exchange changed while you looked at it. Read it again, then answer.")


class BothSides(ExchangeError):
    """One pair of hands may not sign for both."""

    message = _(
        "You take part in this exchange yourself, so you cannot act for the other side. "
        "Another connector can."
    )


class GoodsForHours(ExchangeError):
    """Things were to be paid with hours."""

    message = _("Hours are for time, not for things. Nothing was stored.")
    field = "nature"


class WithOneself(ExchangeError):
    """Giver and receiver are the same."""

    message = _("Choose someone other than the person who gives the time.")
    field = "other"


class NotAMember(ExchangeError):
    """One of the two has left, or waits to be let in."""

    message = _("%(name)s is not an active member of this hub now.")
    field = "other"


class Blocked(ExchangeError):
    """One of the two does not want to meet the other."""

    message = _("You two cannot make an exchange. A connector can tell you more.")
    field = "other"


class ListingClosed(ExchangeError):
    """The offer or the ask is no longer shown."""

    message = _("This offer or ask is no longer open. You can propose to the person directly.")


class NotInSteps(ExchangeError):
    """The hours do not fit the hub's steps."""

    message = _("Hours are counted in steps of %(minutes)s minutes here.")
    field = "minutes"


class TooMany(ExchangeError):
    """More hours than one exchange can have."""

    message = _("One exchange can have 100 hours at most.")
    field = "minutes"


class NoTime(ExchangeError):
    """A proposal of no time at all."""

    message = _("Enter how long it takes, for example 1 h 30 min.")
    field = "minutes"


class InTheFuture(ExchangeError):
    """Hours of a day that has not come yet."""

    message = _("The day must be today or earlier.")
    field = "day"


class NoReason(ExchangeError):
    """A step that others have a right to understand."""

    message = _("Give a reason, so that both understand.")
    field = "words"


class NoConsent(ExchangeError):
    """A connector says that they hold consent, and the record does not show it."""

    message = _("You hold no consent to act for %(name)s. Say how they agreed instead.")
    field = "entry"


class ToldAlready(ExchangeError):
    """How it was has been told."""

    message = _("You have already told us how it was.")


class CannotMoveNow(ExchangeError):
    """A limit of one of the two stands in the way; whose it is, is nobody's business."""

    message = _(
        "The hours cannot move just now. Nothing is lost: ask a connector below, "
        "who can help with hours from the pot."
    )
