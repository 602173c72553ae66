"""Why the ledger refuses, in words for the person who asked."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class LedgerError(DomainError):
    """Base of the ledger's refusals; nothing was stored. `account` is whose limit it was."""

    message = _("The hours could not be moved. Nothing has changed.")
    account: UUID | None = None

    def __init__(
        self, *, field: str | None = None, account: UUID | None = None, **data: object
    ) -> None:
        super().__init__(field=field, **data)
        self.account = account


class NotEnough(LedgerError):
    """The payer would go below the floor."""

    message = _("There are not enough hours in the account that pays. Choose fewer hours.")


class TooMuch(LedgerError):
    """The receiver would go above the ceiling."""

    message = _("The account that receives has as many hours as it can hold. Choose fewer hours.")


class NotPositive(LedgerError):
    """Nothing, or less than nothing, was to be moved."""

    message = _("Enter an amount of more than nothing.")


class SameAccount(LedgerError):
    """Payer and receiver are one."""

    message = _("Hours cannot go from an account to itself. Choose someone else.")


class AccountClosed(LedgerError):
    """One of the two accounts is closed."""

    message = _("This account is closed. Nothing can go in or out.")


class UnknownAccount(LedgerError):
    """One of the two accounts is not in this hub."""

    message = _("There is no such account here.")


class UnitsDiffer(LedgerError):
    """Hours to money, or money to hours."""

    message = _("Hours and money cannot be changed into one another.")


class DifferentContent(LedgerError):
    """The key has been used for something else; `differs` names the field."""

    message = _("This was sent before with something else in it. Start again from the page.")

    def __init__(self, *, differs: str) -> None:
        super().__init__()
        self.differs = differs


class AlreadyReversed(LedgerError):
    """A transfer is reversed at most once."""

    message = _("This has already been undone.")


class CannotReverse(LedgerError):
    """A promise is released, and a correction is corrected by a new transfer."""

    message = _("This cannot be undone. Make a new transfer the other way.")


class HoldResolved(LedgerError):
    """The hold was posted, released or expired before."""

    message = _("This promise of hours is over already.")


class HoldExpired(HoldResolved):
    """The hold ran out before it was posted."""

    message = _("This promise of hours has run out. Agree it again.")


class UnknownHold(LedgerError):
    """There is no such hold in this hub."""

    message = _("There is no such promise of hours here.")


class UnknownTransfer(LedgerError):
    """There is no such transfer in this hub."""

    message = _("There is no such transfer here.")


class MoreThanHeld(LedgerError):
    """More was to be posted than was promised."""

    message = _("This is more than was promised. Choose fewer hours.")


class HoldsOpen(LedgerError):
    """An account with promises cannot be closed."""

    message = _("There are still promised hours in this account. Settle them first.")
