"""Sharing an idea, putting it in other words while it is one's own, taking it back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.initiatives.models import Initiative
from gyda.keys.once import once
from gyda.need.ideas import errors
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.models import How, Idea, IdeaCategory, State, Support
from gyda.people.models import Organisation
from gyda.people.who import Who


@dataclass(frozen=True)
class Thought:
    """What is shared."""

    title: str
    what: str
    language: str
    place: str = ""
    category: IdeaCategory | None = None

    @property
    def columns(self) -> dict[str, Any]:
        columns = dict(vars(self))
        return columns | {name: columns[name].strip() for name in ("title", "what", "place")}


@once
@transaction.atomic
def share(
    *,
    who: Who,
    thought: Thought,
    initiative: Initiative | None = None,
    organisation: Organisation | None = None,
    on_paper: bool = False,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Idea:
    """Publish an idea; who wrote it supports it. On paper: of someone who is no member."""
    if key and (stored := Idea.objects.filter(request_key=key).first()):
        return stored
    if on_paper and not who.actor.is_connector:
        raise errors.NotForYou
    now, author = now or timezone.now(), None if on_paper else who.subject
    idea = Idea.objects.create(
        author=author,
        initiative=initiative,
        organisation=organisation,
        supports=0 if on_paper else 1,
        at=now,
        request_key=key,
        **thought.columns,
    )
    if author is not None:
        how = How.ACTING if who.is_acting else How.SELF
        Support.objects.create(idea=idea, member=author, how=how, at=now)
    note(who, "idea.shared", idea)
    return idea


def _own(who: Who, idea_id: UUID) -> Idea:
    """Return an idea of theirs, locked, that nobody else supports yet."""
    idea = Idea.objects.select_for_update().get(id=idea_id)
    if idea.author_id != who.subject.id:
        raise errors.NotYourIdea
    if not idea.is_open:
        raise errors.NoLongerOpen
    if Support.objects.filter(idea=idea).exclude(member=who.subject).exists():
        raise errors.OthersSupportIt
    return idea


@transaction.atomic
def change(*, who: Who, idea_id: UUID, thought: Thought) -> Idea:
    """Put it in other words."""
    idea = _own(who, idea_id)
    Idea.objects.filter(id=idea.id).update(**thought.columns)
    idea.refresh_from_db()
    note(who, "idea.changed", idea)
    return idea


@transaction.atomic
def withdraw(*, who: Who, idea_id: UUID) -> None:
    """Take it back."""
    idea = _own(who, idea_id)
    Idea.objects.filter(id=idea.id).update(state=State.WITHDRAWN)
    note(who, "idea.withdrawn", idea, public=False)
