"""What can stand in the way of opening a ballot."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.errors.base import BallotError


class NoDraft(BallotError):
    message = _("The ballot has opened: what it asks can no longer change.")


class TwoOptions(BallotError):
    message = _("At least two options that can be done are needed before the ballot opens.")


class MoneyForNothing(BallotError):
    message = _("Each ward needs an option that can be done, and so does what all share: "
                "otherwise its money could go to nothing.")  # fmt: skip


class NotJudged(BallotError):
    message = _("Before it opens, a professional says of each option whether it can be done. "
                "Missing: %(titles)s")  # fmt: skip


class DaysPast(BallotError):
    message = _("The ballot would close before it opens.")
    field = "closes_at_0"


class NoElectors(BallotError):
    message = _("Nobody could vote: name the electors first.")


class NotThisFund(BallotError):
    message = _("Choose an open fund of the hub, or of the ballot's own initiative.")
    field = "fund"


class FundEndsFirst(BallotError):
    message = _("The fund ends on %(end)s: the ballot must close by then.")
    field = "fund"


class FundHasLess(BallotError):
    message = _("The fund has %(left)s that is neither promised nor on another ballot. "
                "The ballot cannot share out more.")  # fmt: skip
    field = "pence"


class AreasMissing(BallotError):
    message = _("Name the small areas whose members may vote.")
    field = "areas"


class MoreThanSaid(BallotError):
    message = _("On the initiative's page stands for deciding: %(said)s. "
                "A ballot cannot claim more; change it there first, with a reason.")  # fmt: skip
    field = "say"


class TeamTogether(BallotError):
    message = _("Citizens and professionals are both in the team: where it votes, they decide "
                "together.")  # fmt: skip
    field = "say"


class StewardsGive(BallotError):
    message = _("It belongs to no initiative, so nothing says who decides. "
                "A steward opens a ballot of the hub in which citizens decide.")  # fmt: skip
