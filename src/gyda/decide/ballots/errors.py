"""What can stand in the way of a ballot, in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class BallotError(DomainError):
    """The base of them all."""

    message = _("That cannot be done with this ballot.")


class NotForYou(BallotError):
    message = _("Who looks after this ballot are its team and the connectors.")


class NotOpen(BallotError):
    message = _("This ballot takes no votes now.")


class NotWhileActing(BallotError):
    message = _("Who acts for someone in the time bank alone does not vote for them.")


class NoElector(BallotError):
    message = _("You have no vote in this ballot. Its page says who has.")


class VotedAlready(BallotError):
    message = _("There is a vote already: on this site, on paper, on the phone or through "
                "somebody who acts. Each person has one, and it cannot be changed.")  # fmt: skip


class NothingChosen(BallotError):
    message = _("Choose at least one option.")


class TooMany(BallotError):
    message = _("That is too many: choose at most %(most)s.")


class PlacesTwice(BallotError):
    message = _("Two options have the same place: give each place once.")


class PlacesMissing(BallotError):
    message = _("Begin with 1, and leave no place out.")


class PointsOver(BallotError):
    message = _("You shared out %(given)s points; there are %(points)s.")


class NoSuchOption(BallotError):
    message = _("This option is not on the paper.")


class NoDraft(BallotError):
    message = _("The ballot has opened: what it asks can no longer change.")


class TwoOptions(BallotError):
    message = _("At least two options that can be done are needed before the ballot opens.")


class NotJudged(BallotError):
    message = _("Before it opens, a professional says of each option whether it can be done. "
                "Missing: %(titles)s")  # fmt: skip


class Professionals(BallotError):
    message = _("A professional, who comes for an organisation, checks whether it can be done.")


class OwnOption(BallotError):
    message = _("Somebody else checks an option that you put forward.")


class ReasonMissing(BallotError):
    message = _("Say why, in both languages.")
    field = "because_cy"


class CostsMore(BallotError):
    message = _("An option costs more than there is: %(title)s")


class DaysPast(BallotError):
    message = _("The ballot would close before it opens.")
    field = "closes_at_0"


class NoElectors(BallotError):
    message = _("Nobody could vote: name the electors first.")


class StillOpen(BallotError):
    message = _("It is counted after it has closed.")


class PapersWait(BallotError):
    message = _("Papers that were typed once, or differently: %(number)s. They are settled first.")


class MorePapers(BallotError):
    message = _("%(typed)s papers were typed in, and %(marked)s people are marked as having voted "
                "on paper. Nothing is counted before that is cleared up.")  # fmt: skip


class KeyGone(BallotError):
    message = _("The key to this ballot's box is not on this machine: see “Ballots” in the "
                "documentation.")  # fmt: skip


class NothingCast(BallotError):
    message = _("Nobody voted: there is nothing to count. The ballot can be called off.")


class NoSuchPaper(BallotError):
    message = _("There is no paper of this number.")
    field = "code"


class TypedBefore(BallotError):
    message = _("Somebody else types a paper the second time.")
    field = "code"


class PaperUsed(BallotError):
    message = _("This number is used already.")
    field = "code"


class BoxClosed(BallotError):
    message = _("The papers are taken out of their box and typed in when the ballot has closed.")


class MergeOdd(BallotError):
    message = _("Choose another option of this ballot that has not been joined with one.")


class AreasMissing(BallotError):
    message = _("Name the small areas whose members may vote.")
    field = "areas"


class FileUnread(BallotError):
    message = _("This is no Pabulib file that can be counted: %(why)s")
