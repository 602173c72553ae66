"""What can stand in the way of a count."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.errors.base import BallotError


class StillOpen(BallotError):
    message = _("It is counted after it has closed.")


class NotAllVoted(BallotError):
    message = _("Somebody can still vote. Before its time it closes when everybody has voted.")


class KeyGone(BallotError):
    message = _("The key to this ballot's box is not on this machine: see “Ballots” in the "
                "documentation.")  # fmt: skip


class NothingCast(BallotError):
    message = _("Nobody voted: there is nothing to count. The ballot can be called off.")


class FileUnread(BallotError):
    message = _("This is no Pabulib file that can be counted: %(why)s")
    field = "file"


class ForWhatWon(BallotError):
    message = _("The money of this ballot goes to what won: promise it from the ballot's result.")
    field = "decision"
