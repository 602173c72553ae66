"""What can stand in the way of an open letter."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class SignedAlready(DomainError):
    """Nobody signs twice."""

    message = _("This signature is there already. Each person, and each organisation, signs once.")


class NoLongerSigning(DomainError):
    """It was delivered or closed."""

    message = _("This letter takes no more signatures. Look at the page again.")


class NotYourLetter(DomainError):
    """Its author and the connectors look after it."""

    message = _("Only who wrote the letter, or a connector, can do this.")


class MembersOnly(DomainError):
    """The hub decides who may sign."""

    message = _("In this hub only members sign letters. You can ask to join.")


class OthersSigned(DomainError):
    """What others put their name to does not change under them."""

    message = _("Others have signed these words already, so they stay as they are.")


class ForNoOrganisation(DomainError):
    """Who signs for an organisation comes for one."""

    message = _("You do not come for an organisation here. Sign for yourself.")
    field = "kind"


class NameOrganisation(DomainError):
    """An organisation signs with its name."""

    message = _("Write the name of the organisation, and tick that you may sign for it.")
    field = "name"


class CodeUnknown(DomainError):
    """Wrong, used up or too old."""

    message = _("This code does not work, or no longer. You can sign again.")
    field = "code"


class TakenDown(DomainError):
    """What is taken down takes no signatures."""

    message = _("This letter is taken down. Its page says why.")
    field = "code"


class WhoGetsIt(DomainError):
    """A letter is to someone."""

    message = _("Choose an organisation, or write who gets the letter, in both languages.")
    field = "recipient_cy"


class NobodySigned(DomainError):
    """A letter without signatures is not delivered."""

    message = _("Nobody has signed this letter yet.")


class DayToCome(DomainError):
    """What was delivered was delivered."""

    message = _("This day is still to come. Write the day on which it was handed over.")
    field = "delivered_on"
