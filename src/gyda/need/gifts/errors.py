"""What can stand in the way of a gift or a story."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class GiftError(DomainError):
    """The base of them all."""

    message = _("This cannot be done now. Look at the page again.")


class WhoseGift(GiftError):
    """A person's gift is someone's."""

    message = _("A person's gift is your own, or that of the person you talked with.")
    field = "holder"


class WithWhom(GiftError):
    """Their gift needs their yes."""

    message = _("Say with whom you talked: it is shown when they have said yes.")
    field = "member"


class NotYourself(GiftError):
    """A conversation is between two."""

    message = _("Choose someone else, or say that it is your own gift.")
    field = "member"


class NotYours(GiftError):
    """Each says what becomes of their own."""

    message = _("Only those it is about can do this.")


class NoLongerThere(GiftError):
    """It was taken back."""

    message = _("This was taken back.")
