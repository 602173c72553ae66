"""What other parts of the room do when votes are no longer what they were."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from uuid import UUID

Listener = Callable[[UUID], object]

_listeners: list[Listener] = []


def on_rewritten(listener: Listener) -> None:
    """Call it, in the same transaction, with a conversation whose earlier votes were changed:
    statements joined or parted, shown or no longer shown, people gone."""
    _listeners.append(listener)


def rewritten(conversation_id: UUID) -> None:
    for listener in _listeners:
        listener(conversation_id)
