"""The same form sent twice at the same moment: both get what the first one stored."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError

P = ParamSpec("P")
R = TypeVar("R")


def once(action: Callable[P, R]) -> Callable[P, R]:
    """Decorate an action that first looks for what its key has stored.

    Of two that look at the same moment, the unique key stops one; it looks again and finds.
    """

    @wraps(action)
    def act(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return action(*args, **kwargs)
        except IntegrityError:
            return action(*args, **kwargs)

    return act
