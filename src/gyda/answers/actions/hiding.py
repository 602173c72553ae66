"""What an answer is asked about is taken down, or shown again: so are its questions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import transaction

from gyda.answers.actions.ask import Matter, ask, take_back
from gyda.answers.models import Question, State
from gyda.journal.actions import By
from gyda.letters.actions import withdraw


@transaction.atomic
def hide(*, by: By, kind: str, about_id: UUID) -> None:
    """Stop the clock of what waits, and show none of it: its title is words of what is gone."""
    standing = Question.objects.standing().filter(kind=kind, about_id=about_id)
    ids = list(standing.values_list("id", flat=True))
    withdraw(about_ids=ids)
    take_back(by=by, kind=kind, about_id=about_id)
    Question.objects.filter(id__in=ids).update(hidden=True)


@transaction.atomic
def show_again(*, by: By, kind: str, about_id: UUID) -> None:
    """Show what was asked; for what waited the clock begins anew, of the same body."""
    rows = Question.objects.filter(kind=kind, about_id=about_id, hidden=True)
    found = list(rows.select_related("organisation", "initiative").order_by("id"))
    rows.update(hidden=False)
    for old in found:
        if old.state == State.WITHDRAWN:
            matter = Matter(kind, about_id, old.title_cy, old.title_en, old.initiative)
            ask(by=by, matter=matter, organisation=old.organisation)
