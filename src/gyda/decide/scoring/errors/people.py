"""Who may not score, or not yet."""
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


class TrainingFirst(DomainError):
    """Nobody is asked to judge bids without having learnt how."""

    message = _("First the worker writes down the training, with two adults who were there.")


class PartnerFirst(DomainError):
    """Points are given by two, never by one alone."""

    message = _("Points are given in pairs: first somebody else of your pair says yes too.")


class PairFull(DomainError):
    """Two, or three where the number is odd."""

    message = _("Three are in this pair already. Choose another pair.")
    field = "pair"


class NotYetMet(DomainError):
    """Only what has happened is written down."""

    message = _("This day is still to come. Write it down once it has been.")
    field = "on"


class SameAdult(DomainError):
    """Two adults are two people."""

    message = _("Name two different adults.")
    field = "other_adult"


class AdultLacksCheck(DomainError):
    """Whoever is there for young people holds what the hub asks of such a part."""

    message = _(
        "One of these adults lacks what the hub asks of whoever looks after an activity. A "
        "connector can say what is next."
    )


class ScoresThemselves(DomainError):
    """Who looks after a group of young people is not one of them."""

    message = _(
        "Who scores as a young person is not the adult there, and the worker gives no points."
    )


class YoungPeopleOnly(DomainError):
    """Who comes for an organisation gives no points in the name of young people."""

    message = _("Who comes for an organisation does not score as a young person.")
    field = "member"


class TakesPartAlready(DomainError):
    """Once each."""

    message = _("They take part already.")
    field = "member"
