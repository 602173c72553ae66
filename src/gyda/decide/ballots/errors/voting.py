"""Who may not vote, and what is no vote."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.errors.base import BallotError


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
