"""What can stand in the way of a new version."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NothingNew(DomainError):
    """A version that says the same."""

    message = _("Nothing has been changed yet.")


class WithoutWhy(DomainError):
    """Each change is explained."""

    message = _("Say in a word why it is changed.")
    field = "why"


class TooMany(DomainError):
    """A bound for the page."""

    message = _("There are as many lines as anyone reads. Join some of them.")


class NotReady(DomainError):
    """The page lists what is missing."""

    message = _("Something is missing before it can be put forward. The page lists it.")
