"""What can stand in the way of money."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class FundError(DomainError):
    """The base of them all."""

    message = _("This cannot be done now. Look at the page again.")


class StewardsOnly(FundError):
    """A fund, and the rules of money, are the hub's own."""

    message = _("Only a steward can do this.")


class NotYourMoney(FundError):
    """Looked after by few."""

    message = _(
        "Only those who look after this fund can do this: stewards, and the initiative's team."
    )


class ActForYourself(FundError):
    """Nobody answers for money in another person's name."""

    message = _("Stop acting for someone else first: for money everybody answers in person.")


class FundClosed(FundError):
    """Its book is closed."""

    message = _("This fund is closed.")


class NotItsTime(FundError):
    """Promises are made while the fund runs."""

    message = _("The fund runs from %(start)s until %(end)s.")


class MoreThanGranted(FundError):
    """What comes in is what was granted, at most."""

    message = _("That is more than was granted: %(left)s is still to come in.")
    field = "pence"


class NotSoMuchLeft(FundError):
    """The ledger has a floor."""

    message = _("There is not so much left: %(left)s.")
    field = "pence"


class NotSoMuchPaid(FundError):
    """Nobody can hand back more than they were given."""

    message = _("That is more than was paid: %(left)s at most can come back.")
    field = "pence"


class MoreThanDecided(FundError):
    """The decision says how much."""

    message = _("The decision was over less: %(left)s of it is not promised yet.")
    field = "pence"


class DecisionHoldsNot(FundError):
    """It was corrected or overruled."""

    message = _("This decision holds no more. Choose the one that took its place.")
    field = "decision"


class WhichPayee(FundError):
    """One payee, of the kind that was chosen."""

    message = _("Say who is paid, of the kind that you chose.")
    field = "payee"


class NoEvidence(FundError):
    """Money moves with something that shows it."""

    message = _("Say in words what shows it, or give a reference or a file.")
    field = "words"


class OwnPayment(FundError):
    """Whoever is paid does not decide it."""

    message = _("You, or the organisation that you come for, would be paid: others see to this.")


class SecondPerson(FundError):
    """Two pairs of eyes."""

    message = _("Someone else must say yes: you asked for it.")


class SettledAlready(FundError):
    """It has been answered."""

    message = _("This was settled already.")


class WithoutReason(FundError):
    """A no has a reason."""

    message = _("Say why, in a sentence.")
    field = "because"


class PaymentsWait(FundError):
    """First what waits, then the end."""

    message = _("A payment still waits here. Settle it first.")


class NothingLeft(FundError):
    """There is nothing to free."""

    message = _("Nothing is left of it.")


class PromisesStand(FundError):
    """A fund closes when every promise is paid or freed."""

    message = _("Some of its money is still promised. Pay it or free it first.")


class RepaymentsStand(FundError):
    """An investment comes back first."""

    message = _("Some of what was invested is still to be repaid into this fund.")


class StillInIt(FundError):
    """Nothing is left behind."""

    message = _("There is still %(left)s in it. Promise it, or give it back to the giver first.")


class LimitsOutOfOrder(FundError):
    """The stewards' limit is within the limit of all small grants."""

    message = _("What two people may grant cannot be more than the largest small grant.")
    field = "stewards_most_pence"


class NoSmallGrants(FundError):
    """Not every fund gives them."""

    message = _("This fund gives no small grants.")


class GrantTooLarge(FundError):
    """Small is what the hub says."""

    message = _("A small grant here is %(most)s at most.")
    field = "pence"


class NeedsDecision(FundError):
    """Above the limit, the team or a panel decides."""

    message = _(
        "Two people may grant %(most)s at most. For more, a published decision of the team or a "
        "panel is needed."
    )
    field = "decision"


class OwnGrant(FundError):
    """Nobody grants to themselves."""

    message = _("You asked for this grant yourself: others decide.")


class SettingThere(FundError):
    """One setting a day."""

    message = _("There is a setting from that day already.")
    field = "since_on"


class BidPromised(FundError):
    """What was decided over is not changed behind its back."""

    message = _("Money is promised for this bid already. What it says stays as it was decided.")


class NothingToInvest(FundError):
    """A bid begins with a cost."""

    message = _("The bid has no cost in its first year yet.")


class TooMuchToRepay(FundError):
    """No more is repaid than was paid out."""

    message = _("That is more than is still to be repaid: %(left)s.")
    field = "pence"


class BadFile(FundError):
    """A file that we do not keep."""

    message = _("This file is neither a picture (JPEG, PNG, WebP) nor a PDF that we can read.")
    field = "file"


class ActivePdf(FundError):
    """A receipt does not run anything."""

    message = _(
        "This PDF carries a program or other files inside it. Print it to a plain PDF first."
    )
    field = "file"


class FileTooHeavy(FundError):
    """More bytes than we take."""

    message = _("This file is too big. Choose one of at most %(megabytes)s MB.")
    field = "file"


class SayWhatItShows(FundError):
    """Someone cannot see it."""

    message = _("Say in a few words what the file shows.")
    field = "shows"
