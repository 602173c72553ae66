"""What can stand in the way of secrets that are promised before the lot."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class PromiseFirst(DomainError):
    """A promise after the pool has closed is worth nothing."""

    message = _("The lot is to be drawn by secrets: at least one must be promised before this.")


class NoPromise(DomainError):
    """Sixty-four letters and digits."""

    message = _("A SHA-256 has 64 characters: digits, and letters from a to f.")
    field = "sha256"


class PromisedAlready(DomainError):
    """The same one twice."""

    message = _("This is promised already.")
    field = "sha256"


class NotAsPromised(DomainError):
    """It must be the very same text."""

    message = _("This is not what was promised. Look for a space or a capital letter too many.")
    field = "secret"


class NotAllRevealed(DomainError):
    """The lot comes from all of them."""

    message = _("Not every secret is told yet.")
