"""What can stand in the way of an initiative."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class InitiativeError(DomainError):
    """The base of them all."""

    message = _("This cannot be done with this initiative now. Look at the page again.")


class NotInTheTeam(InitiativeError):
    """The team and the connectors look after the thread."""

    message = _("Only its team and the connectors can do this.")


class NotUnderWay(InitiativeError):
    """It has ended."""

    message = _("This initiative has ended.")


class HasNotEnded(InitiativeError):
    """What goes on cannot be taken up again."""

    message = _("This initiative is under way already.")


class ThereAlready(InitiativeError):
    """A move goes somewhere."""

    message = _("It is at this stage already. Choose another one.")
    field = "stage"


class OneSideOnly(InitiativeError):
    """Nobody shapes a service for the others alone."""

    message = _(
        "Citizens and professionals must both be in the team before it leaves this stage. "
        "Invite someone from the side that is missing."
    )
    field = "stage"


class SayFirst(InitiativeError):
    """Nobody enters a stage without knowing what say they have in it."""

    message = _("First say who leads this stage and what say citizens have in it.")
    field = "stage"


class SameRight(InitiativeError):
    """A change changes something."""

    message = _("This is what holds already.")
    field = "say"


class MakesNoSense(InitiativeError):
    """Who leads alone also decides, and who only hears does not lead."""

    message = _(
        "These two do not go together: who only hears what is decided does not lead, and who "
        "decides is not left out of the work."
    )
    field = "lead"


class WithoutReason(InitiativeError):
    """Others have a right to understand."""

    message = _("Give a reason in both languages, so that everyone understands.")
    field = "because_cy"


class SitsAlready(InitiativeError):
    """One seat each."""

    message = _("They are in the team already.")
    field = "member"


class AskedAlready(InitiativeError):
    """One invitation at a time."""

    message = _("They have been invited already and have not answered yet.")
    field = "member"


class NoLongerStands(InitiativeError):
    """It was answered or taken back."""

    message = _("This invitation was answered or taken back. Look at the page again.")


class NotForYou(InitiativeError):
    """It was sent to somebody else."""

    message = _("This invitation is for somebody else.")


class ForNoOrganisation(InitiativeError):
    """Who comes for no organisation speaks for themselves."""

    message = _("You come for no organisation here, so you speak as a citizen.")
    field = "side"


class PayIsMissing(InitiativeError):
    """Pay has an amount."""

    message = _("Say how much is paid.")
    field = "pence"


class TooSoonToHear(InitiativeError):
    """An answer comes after the question."""

    message = _("The day must be later than today.")
    field = "hear_by_on"


class LastOfTheTeam(InitiativeError):
    """A thread needs someone to hold it."""

    message = _(
        "You are the last one in the team. End the initiative, or invite someone who stays."
    )


class BackAlready(InitiativeError):
    """A task goes back once."""

    message = _("This task has gone back already.")
