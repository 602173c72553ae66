"""What can stand in the way of an option."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.errors.base import BallotError


class Professionals(BallotError):
    message = _("A professional, who comes for an organisation, checks whether it can be done.")


class OwnOption(BallotError):
    message = _("Somebody else checks an option that you put forward.")


class ReasonMissing(BallotError):
    message = _("Say why, in both languages.")
    field = "because_cy"


class CostsMore(BallotError):
    message = _("An option costs more than there is: %(title)s")


class OffThePaper(BallotError):
    message = _("This option is off the paper: it was taken back, or joined with another.")


class NotForward(BallotError):
    message = _("Only a proposal that was put forward to a decision goes on the paper.")


class AsksNoMoney(BallotError):
    message = _("This proposal asks nothing of the money that is decided about.")


class WordsMissing(BallotError):
    message = _("This proposal does not say all of it in both languages yet.")


class MergeOdd(BallotError):
    message = _("Choose another option of this ballot that has not been joined with one.")
