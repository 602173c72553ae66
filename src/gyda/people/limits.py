"""How often one may try: counted by allauth, in the cache that all processes share."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.core import ratelimit
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class TooOften(DomainError):
    message = _("That was too often. Wait a quarter of an hour and try again.")


def count(request: HttpRequest, action: str, key: str = "all") -> None:
    """Count one try, or raise TooOften."""
    if not ratelimit.consume(request, action=action, key=key):
        raise TooOften


@contextmanager
def guessing(request: HttpRequest, action: str, key: str = "all") -> Iterator[None]:
    """Count a try at a code that turns out wrong (a DomainError), or raise TooOften.

    Who has the right code may come back with it as often as they mend the rest of the form.
    """
    if not ratelimit.consume(request, action=action, key=key, dry_run=True):
        raise TooOften
    try:
        yield
    except DomainError:
        count(request, action, key)
        raise
