"""What can stand in the way of the groups that a panel is balanced by."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


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


class NoQuotas(DomainError):
    """A panel by lot is balanced by something."""

    message = _("Say first by what the panel is to be balanced.")
