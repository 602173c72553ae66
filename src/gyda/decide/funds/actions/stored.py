"""What the key of a form has stored already: the same deed, or an error."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, TypeVar
from uuid import UUID

from gyda.decide.funds import errors
from gyda.keys.models import HubModel

R = TypeVar("R", bound=HubModel)


def stored(model: type[R], key: UUID | None, **same: Any) -> R | None:
    """Return what was stored with this key; raise where that was something else.

    Whoever knows a key could else store a deed of their own under it, and have the next one
    believe that its own was done.
    """
    rows: Any = model._default_manager
    found: R | None = rows.filter(request_key=key).first() if key else None
    if found and any(getattr(found, name) != value for name, value in same.items()):
        raise errors.KeyTaken
    return found
