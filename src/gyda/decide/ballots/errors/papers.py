"""What can stand in the way of votes on paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.errors.base import BallotError


class PapersWait(BallotError):
    message = _("Papers that were typed once, or differently: %(number)s. They are settled first.")


class MorePapers(BallotError):
    message = _("%(typed)s papers were typed in, and %(marked)s people are marked as having voted "
                "on paper. Nothing is counted before that is cleared up.")  # fmt: skip


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
