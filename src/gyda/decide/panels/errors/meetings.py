"""What can stand in the way of meetings, and of paying who came."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class OwnClaim(DomainError):
    """Nobody pays themselves."""

    message = _("This money is for you: somebody else writes down that it was paid.")


class SettledAlready(DomainError):
    """Paid once."""

    message = _("This is settled already.")


class TrainingFirst(DomainError):
    """Nobody is thrown in."""

    message = _("Plan a training first: it comes before the first meeting.")
    field = "kind"


class NotHeldYet(DomainError):
    """Pay and minutes follow a meeting."""

    message = _("This meeting has not been held yet.")


class NobodyToPay(DomainError):
    """Everyone who was there is paid, or nobody was."""

    message = _("There is nobody to pay for this meeting.")


class NoMember(DomainError):
    """Credits go to an account."""

    message = _("Time credits go to members of the hub: say first which member this is.")
