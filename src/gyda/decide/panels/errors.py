"""What can stand in the way of a panel."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotNow(DomainError):
    """The panel has moved on."""

    message = _("This cannot be done with this panel now. Look at the page again.")


class ClerkOnly(DomainError):
    """One person keeps the names."""

    message = _("Only the clerk of this panel can do this.")


class PayInTwoWays(DomainError):
    """Hours or pounds, as the panel pays."""

    message = _("Say how much a meeting is paid, in the way that you chose.")
    field = "pay"


class NameTheSource(DomainError):
    """A source that is named afterwards can be chosen to fit."""

    message = _("Name the public source, and which of its numbers it will be.")
    field = "source_cy"


class PurgeFirst(DomainError):
    """The pool is kept for as short as can be."""

    message = _("The pool is deleted after it closes, and within two years.")
    field = "purge_on"


class CloseLater(DomainError):
    """People need time to put themselves forward."""

    message = _("Choose a day that is still to come.")
    field = "closes_on"


class FeatureTwice(DomainError):
    """Each is asked once."""

    message = _("This is asked already.")


class TooFewGroups(DomainError):
    """With one group there is nothing to balance."""

    message = _("Name at least two groups, each on a line of its own.")
    field = "groups_cy"


class GroupsDiffer(DomainError):
    """A group has a name in both languages."""

    message = _("There are as many groups in Welsh as in English: line by line the same.")
    field = "groups_en"


class QuotaCrossed(DomainError):
    """A lowest number above the highest."""

    message = _("%(group)s: the lowest number of seats is above the highest.")


class NoFigures(DomainError):
    """Nobody knows who lives here."""

    message = _("The hub has no figures of who lives here for any of these questions.")


class PoolHasPeople(DomainError):
    """What was asked of people stays as they read it."""

    message = _("People are in the pool already, so the questions stay as they are.")


class InAlready(DomainError):
    """One person, one chance."""

    message = _("This person is in the pool already.")


class NotInThePool(DomainError):
    """Nothing to take back."""

    message = _("This person is not in the pool.")


class AdvisersStayOut(DomainError):
    """Who advises does not sit."""

    message = _("Advisers of a panel do not sit on it.")


class ProfessionalsStayOut(DomainError):
    """A panel of citizens."""

    message = _("Who comes for an organisation does not sit on a panel of citizens.")


class AnswerAll(DomainError):
    """Without the answers nobody can be drawn fairly."""

    message = _("Answer every question: the panel is balanced by these answers.")


class NoSuchGroup(DomainError):
    """An answer that is none of the groups."""

    message = _("This is none of the groups of this panel.")


class UnknownPlace(DomainError):
    """The hub's table of areas lacks it."""

    message = _("We do not know this place. Enter the postcode.")


class TooFewPeople(DomainError):
    """Nothing to draw from."""

    message = _("There are fewer people in the pool than seats on the panel.")


class NoQuotas(DomainError):
    """A panel by lot is balanced by something."""

    message = _("Say first by what the panel is to be balanced.")


class PromiseFirst(DomainError):
    """A promise after the pool has closed is worth nothing."""

    message = _("The lot is to be drawn by secrets: at least one must be promised before this.")


class NoPromise(DomainError):
    """Sixty-four letters and digits."""

    message = _("A SHA-256 has 64 characters: digits, and letters from a to f.")
    field = "sha256"


class PromisedAlready(DomainError):
    """The same one twice."""

    message = _("This is promised already.")
    field = "sha256"


class NotAsPromised(DomainError):
    """It must be the very same text."""

    message = _("This is not what was promised. Look for a space or a capital letter too many.")
    field = "secret"


class NotAllRevealed(DomainError):
    """The lot comes from all of them."""

    message = _("Not every secret is told yet.")


class NotDice(DomainError):
    """As many digits as there are dice."""

    message = _("Enter the %(dice)s digits that the dice show, from left to right.")
    field = "faces"


class RollAgain(DomainError):
    """A number that is not in the list."""

    message = _("There is no lot with this number. Roll again.")
    field = "faces"


class NotASeat(DomainError):
    """Only who sits."""

    message = _("Only who sits on this panel can do this.")


class TrainFirst(DomainError):
    """Nobody is thrown in."""

    message = _("Not everyone on the panel has had the training: %(count)s to go.")


class NotLikeThePeople(DomainError):
    """Too far from who lives here: the chair explains it, or it does not go on."""

    message = _(
        "The panel is too unlike the people who live here (%(feature)s: %(apart)s, at most "
        "%(limit)s). Its chair must explain this first."
    )


class RuleBroken(DomainError):
    """The rule on who sits."""

    message = _(
        "The panel breaks its own rule: more than %(over)s %% of %(group)s. Fill the empty seats."
    )


class VotedAlready(DomainError):
    """Closed is closed."""

    message = _("This vote is closed.")


class TooFewVoted(DomainError):
    """Half of the panel at least."""

    message = _("Fewer than half of the panel have voted.")


class NoReserve(DomainError):
    """Nobody stands by any more."""

    message = _("Nobody stands by any more. Draw again from the pool.")


class NoEmptySeat(DomainError):
    """Nothing to fill."""

    message = _("No seat is empty.")


class PoolIsGone(DomainError):
    """It was deleted on its day."""

    message = _("The pool has been deleted, so nobody can be drawn from it.")


class SettledAlready(DomainError):
    """Paid once."""

    message = _("This is settled already.")


class SitsAlready(DomainError):
    """Whoever sits does not advise."""

    message = _("Who sits on the panel, or may be drawn for it, does not advise it.")
    field = "member"


class AdvisesAlready(DomainError):
    """Named once."""

    message = _("This person advises the panel already.")
    field = "member"


class NotAnAdviser(DomainError):
    """Recorded answers are the advisers' own."""

    message = _("Only the advisers of this panel answer here.")


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


class ChairOrClerk(DomainError):
    """Who publishes for the panel."""

    message = _("The chair of the panel or its clerk publishes what it decided.")


class NotCarried(DomainError):
    """What was not carried is no decision."""

    message = _("This was not carried, so there is no decision to publish.")


class PublishedAlready(DomainError):
    """Once, and then only corrected."""

    message = _("This decision is published already.")
