"""What can stand in the way of deciding about somebody."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotInForce(DomainError):
    """Rules hold from a day to a day."""

    message = _("No version of these rules holds today, so nothing can be decided by them.")


class NotForYou(DomainError):
    """Who decides is known."""

    message = _("Only connectors, and professionals of the team, can do this.")


class OwnCase(DomainError):
    """Nobody decides about themselves."""

    message = _("Someone else must decide about you.")


class SayWhy(DomainError):
    """The rules leave it to a person."""

    message = _("The rules leave this to you. Choose what holds, and say why.")
    field = "outcome"


class OnlyBetter(DomainError):
    """A second look departs from the rules only in a person's favour."""

    message = _("By the rules they get it, so it cannot be refused.")
    field = "outcome"


class FactsNeeded(DomainError):
    """What was asked has been forgotten."""

    message = _("What was asked then is no longer kept. Ask again, and fill it in.")
