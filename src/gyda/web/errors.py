"""What an action says when it cannot do what was asked: a sentence for the person, not a code."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """Base of every room's errors; `message` tells the person what to mend.

    The keyword arguments fill %(name)s in the message; `field` says where on a form it belongs.
    """

    message: ClassVar[str | Promise] = _("That did not work. Try again.")
    field: str | None = None

    def __init__(self, *, field: str | None = None, **data: Any) -> None:
        super().__init__()
        self.data = data
        if field is not None:
            self.field = field

    def __str__(self) -> str:
        return str(self.message) % self.data if self.data else str(self.message)
