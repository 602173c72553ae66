"""What the actions of this room say when they cannot do what was asked."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.people.models.card import WRONG_PINS
from gyda.web.errors import DomainError


class NotYours(DomainError):
    message = _("You cannot do this here. A connector can help.")


class LastSteward(DomainError):
    message = _("A hub needs a steward. Make someone else a steward first.")


class AlreadyMember(DomainError):
    message = _("You belong to this hub already.")


class AlreadyAsked(DomainError):
    message = _("You have asked to join already. A connector will answer.")


class InvitationNeeded(DomainError):
    message = _("People join this hub by invitation. Ask a member for one.")


class InvitationStale(DomainError):
    message = _("This invitation no longer works. Ask for a new one.")


class AnsweredAlready(DomainError):
    message = _("This has been answered already.")


class ReasonMissing(DomainError):
    message = _("Write a kind reason: it goes to the person.")
    field = "reason"


class NotActive(DomainError):
    message = _("This person is not an active member of this hub.")


class CodeWrong(DomainError):
    message = _("That is not the code. Check it and try again.")
    field = "code"


class CodeStale(DomainError):
    message = _("That code no longer works. Ask for a new one.")
    field = "code"


class AddressTaken(DomainError):
    message = _("Someone signs in with this already. Use another one.")


class LastWayIn(DomainError):
    message = _("This is your only way to sign in. Add another one first.")


class CardWrong(DomainError):
    message = _("That number and PIN do not go together. Check both and try again.")


class CardUnknown(DomainError):
    message = _("No card in use here has this number. Check it and try again.")
    field = "number"


class CardLocked(DomainError):
    message = _(
        "This card is locked after %(tries)s wrong PINs. A connector can make you a new one."
    )

    def __init__(self) -> None:
        super().__init__(tries=WRONG_PINS)


class TwoPersonsNeeded(DomainError):
    message = _("Nobody can act for themselves: choose someone else.")
    field = "supporter"


class UntilIsPast(DomainError):
    message = _("Choose a day that is still to come.")
    field = "until"


class NameTaken(DomainError):
    message = _("An organisation of this name is here already.")
    field = "name_cy"


class SlugTaken(DomainError):
    message = _("Another hub has this address already.")
    field = "slug"
