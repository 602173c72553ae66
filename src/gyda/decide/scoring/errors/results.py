"""What can stand in the way of a result."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class Decided(DomainError):
    """What is decided stays as it is."""

    message = _("This is decided. Nothing can be changed any more.")


class NotAllScored(DomainError):
    """A result needs all points."""

    message = _("Points are missing: both sides must agree on every question for every bidder.")


class PairsFirst(DomainError):
    """A side agrees once each of its pairs has said its own."""

    message = _("First each pair gives all its points. Still missing, by pair: %(pairs)s")


class StandardsFirst(DomainError):
    """The young people say how it was for them."""

    message = _("First the young people answer for all seven participation standards.")


class NoSingleFirst(DomainError):
    """Equal scores decide nothing."""

    message = _("The first bidders are equal. Talk, agree on the points again, then publish.")
