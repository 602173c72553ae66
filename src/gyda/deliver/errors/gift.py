"""What cannot be done with gifts of hours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.deliver.errors import roles
from gyda.web.errors import DomainError


class ToYourself(DomainError):
    """Nothing would move."""

    field = "receiver"
    message = _("Choose someone else: these hours are already yours.")


class NoSuchNeighbour(DomainError):
    """Left, unknown, or one of the two keeps apart from the other."""

    field = "receiver"
    message = _("We could not find this person. Choose someone from the list.")


class ConnectorsOnly(roles.ConnectorsOnly):
    """The pot is everyone's."""

    message = _("Only a connector can give hours from the pot.")


class NoReason(DomainError):
    """What comes from the pot is everyone's, so it is said why."""

    field = "words"
    message = _("Say in a few words why, so that the pot stays open to all")


class NotForYou(DomainError):
    """Thanks come from who received."""

    message = _("Only the person who received these hours can say thank you for them.")


class NoThanks(DomainError):
    """An empty thank you."""

    field = "thanks"
    message = _("Write a word or two of thanks")
