"""What can stand in the way of a proposal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotAnAuthor(DomainError):
    """Others may amend."""

    message = _("Only its authors can do this. You can propose an amendment.")


class NotForYou(DomainError):
    """Care of what is said is the connectors' work."""

    message = _("Only connectors can do this.")


class MovedOn(DomainError):
    """It was put forward, decided, joined or withdrawn."""

    message = _("This proposal has moved on. Look at the page again.")


class InitiativeEnded(DomainError):
    """Nothing new on what has ended."""

    message = _("This initiative has ended.")


class ForNoOrganisation(DomainError):
    """Who speaks for an organisation comes for one."""

    message = _("You do not come for an organisation.")
    field = "side"


class NothingNew(DomainError):
    """A version that says the same."""

    message = _("Nothing has been changed yet.")


class WithoutWhy(DomainError):
    """Each change is explained."""

    message = _("Say in a word why it is changed.")
    field = "why"


class InWork(DomainError):
    """Amendments are accepted into what everybody reads."""

    message = _(
        "The authors are working on a new version. Publish it or throw it away first, then accept."
    )


class PassageGone(DomainError):
    """The words are not there, or stand there twice."""

    message = _(
        "These words do not stand exactly once in the text as it is now. Copy them from the page, "
        "with enough around them to be found."
    )
    field = "passage"


class AnsweredAlready(DomainError):
    """One answer to each amendment."""

    message = _("This amendment has been answered already.")


class SameWords(DomainError):
    """An amendment that changes nothing."""

    message = _("Your words are the same as those that stand there.")
    field = "text"


class NotTranslated(DomainError):
    """Amendments are made to words that are there."""

    message = _("The proposal is not there in this language yet.")
    field = "language"


class HoursAreNoSaving(DomainError):
    """Work is never counted as money saved (field row 14)."""

    message = _("A saving is money alone. Hours that people give are never counted as a saving.")
    field = "minutes"


class NothingAsked(DomainError):
    """A line without pounds and hours."""

    message = _("Write pounds, hours or both.")
    field = "pence"


class WhoPays(DomainError):
    """Money comes from somewhere."""

    message = _("Say who pays.")
    field = "payer"


class WhichOrganisation(DomainError):
    """It pays, so it is named."""

    message = _("Say which organisation pays.")
    field = "organisation"


class WhoseHours(DomainError):
    """Hours are somebody's."""

    message = _("Say whose hours these are.")
    field = "hours_of"


class PaidToday(DomainError):
    """The substitution check (field row 14) is answered."""

    message = _("Say whether somebody is paid for this work today.")
    field = "replaces_paid"


class TooMany(DomainError):
    """A bound for the page."""

    message = _("There are as many lines as anyone reads. Join some of them.")


class NotReady(DomainError):
    """The page lists what is missing."""

    message = _("Something is missing before it can be put forward. The page lists it.")


class InvitedAlready(DomainError):
    """They write it, or have been asked."""

    message = _("This person writes it already, or has been asked.")
    field = "member"


class NotInvited(DomainError):
    """An invitation that no longer stands."""

    message = _("This invitation no longer stands.")


class LastAuthor(DomainError):
    """Somebody looks after it."""

    message = _("You are its last author. Invite someone who stays, or withdraw it.")


class OnlyProfessionals(DomainError):
    """Whether it can be done is said for an organisation."""

    message = _("Whether it can be done is said for an organisation. You do not come for one.")


class WithItself(DomainError):
    """Two proposals are joined."""

    message = _("Choose another proposal: this is the same one.")
    field = "into"


class AmendmentsWait(DomainError):
    """Whoever proposed something is owed an answer."""

    message = _("Answer the amendments that wait first.")


class OtherInitiative(DomainError):
    """They are about different things."""

    message = _("The two proposals belong to different initiatives.")
    field = "into"
