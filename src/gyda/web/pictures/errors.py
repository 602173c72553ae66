"""What is wrong with a picture, and what to do instead."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class BadPicture(DomainError):
    """Base of what can be wrong with a file."""

    field = "picture"


class TooHeavy(BadPicture):
    """More bytes than we take."""

    message = _("This file is too big. Choose a picture of at most %(megabytes)s MB.")


class TooLarge(BadPicture):
    """More dots than a computer should be made to hold."""

    message = _("This picture has too many dots. Make it smaller first, or choose another one.")


class NoPicture(BadPicture):
    """Not one of the kinds that we take, whatever its name says."""

    message = _("This file is not a picture that we can read. Choose a JPEG, PNG or WebP picture.")


class NoAlt(DomainError):
    """Someone cannot see it."""

    field = "alt"
    message = _("Say in a few words what the picture shows, for those who cannot see it")
