"""A form that is sent twice is one deed; the same form with something else in it is a mistake."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, TypeVar

from gyda.keys.models import HubModel
from gyda.ledger.errors import DifferentContent

Row = TypeVar("Row", bound=HubModel)


def same(stored: Row, **asked: Any) -> Row:
    """Return what the form's key has stored before, or raise DifferentContent.

    Whoever goes back in the browser and changes the form is told, instead of hearing that it
    was done.
    """
    for name, value in asked.items():
        if getattr(stored, name) != value:
            raise DifferentContent(differs=name)
    return stored
