"""What stands a floor above and a concern may be about: asked for by name."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q
from django.http import Http404

from gyda.people.who import Who


def exchange_or_404(who: Who, exchange_id: UUID) -> Any:
    """Return an exchange in which this person has a part."""
    rows = apps.get_model("deliver", "Exchange")._default_manager
    mine = rows.filter(Q(giver=who.subject) | Q(receiver=who.subject))
    found = mine.filter(id=exchange_id).first()
    if found is None:
        raise Http404
    return found
