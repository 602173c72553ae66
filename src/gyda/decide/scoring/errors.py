"""What can stand in the way of a joint scoring."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotYours(DomainError):
    """Each side writes its own questions and its own points; nobody else does."""

    message = _("Only those who score on this side can do this.")


class NotTheWorker(DomainError):
    """Who is there for the young people, and nobody else."""

    message = _("Only the worker who is there for the young people can do this.")


class ConsentFirst(DomainError):
    """Nobody scores who did not say yes."""

    message = _("First say that you want to take part; where it is needed, a parent says yes too.")


class TwoAdultsFirst(DomainError):
    """Young people meet with two adults there."""

    message = _("First the worker writes down the meeting, with two adults who were there.")


class SameAdult(DomainError):
    """Two adults are two people."""

    message = _("Name two different adults.")
    field = "other_adult"


class ScoresThemselves(DomainError):
    """Who looks after a group of young people is not one of them."""

    message = _(
        "Who scores as a young person is not the adult there, and the worker gives no points."
    )


class Decided(DomainError):
    """What is decided stays as it is."""

    message = _("This is decided. Nothing can be changed any more.")


class EnoughQuestions(DomainError):
    """A few good ones."""

    message = _("There are four questions already. Take one of them out first.")


class Begun(DomainError):
    """Points stand under the question."""

    message = _("Points were given already. Questions and bidders stay as they are.")


class TooManyPoints(DomainError):
    """More than the question gives."""

    message = _("That is more than the question gives: %(most)s at most.")


class NotAllScored(DomainError):
    """A result needs all points."""

    message = _("Points are missing: both sides must agree on every question for every bidder.")


class StandardsFirst(DomainError):
    """The young people say how it was for them."""

    message = _("First the young people answer for all seven participation standards.")


class NoSingleFirst(DomainError):
    """Equal scores decide nothing."""

    message = _("The first bidders are equal. Talk, agree on the points again, then publish.")


class WeightNeedsReason(DomainError):
    """Equal weights need no reason; any other do."""

    message = _("Say in both languages why the weights are not equal.")
    field = "because_cy"


class TakesPartAlready(DomainError):
    """Once each."""

    message = _("They take part already.")
    field = "member"
