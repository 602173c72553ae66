"""What is due in conversations without anybody asking."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction

from gyda.need.conversations.actions.ending import close_due
from gyda.need.conversations.actions.folding import fold_all
from gyda.need.conversations.models import Conversation, Statement
from gyda.people.letterbox import write_to

WAITS = datetime.timedelta(days=1)


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Sum up what waits, and close what is over."""
    fold_all(hub_id=hub_id, now=now)
    close_due(hub_id=hub_id, now=now)


@transaction.atomic
def remind(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Tell whoever opened a conversation that people wait for their words to be read."""
    waiting = Statement.objects.waiting().filter(created_at__lte=now - WAITS)
    ids = waiting.values_list("conversation", flat=True).distinct()
    for found in Conversation.objects.filter(id__in=ids).select_related("by__person"):
        write_to(found.by, "statements_wait", about_id=found.id, conversation=found)
