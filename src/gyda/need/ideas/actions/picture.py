"""The picture of an idea."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import IO
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.need.ideas import errors
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.models import Idea, IdeaPicture
from gyda.people.who import Who
from gyda.web.pictures import kept
from gyda.web.pictures.anew import Made, make_anew
from gyda.web.pictures.errors import NoAlt


def add_picture(
    *, who: Who, idea_id: UUID, file: IO[bytes], alt: str, language: str
) -> IdeaPicture:
    """Show a picture with the idea, in place of the one before."""
    if not alt.strip():
        raise NoAlt
    _own(who, idea_id)
    made = make_anew(file)  # before the transaction: it takes a while, and holds no lock
    return _add(who, idea_id, made, alt.strip(), language)


@transaction.atomic
def _add(who: Who, idea_id: UUID, made: Made, alt: str, language: str) -> IdeaPicture:
    idea = Idea.objects.select_for_update().get(id=idea_id)
    throw_away(idea)
    picture = IdeaPicture.objects.create(
        idea=idea, alt=alt, language=language, width=made.width, height=made.height,
        at=timezone.now(),
    )  # fmt: skip
    note(who, "idea.picture_added", idea, public=False)
    kept.store(picture, made)
    return picture


@transaction.atomic
def remove_picture(*, who: Who, idea_id: UUID) -> None:
    """Take it away, its files too."""
    idea = Idea.objects.get(id=idea_id)
    if not who.actor.is_connector:
        _own(who, idea_id)
    throw_away(idea)
    note(who, "idea.picture_removed", idea, public=False)


def throw_away(idea: Idea) -> None:
    """Delete the picture of an idea, if it has one."""
    for picture in IdeaPicture.objects.filter(idea=idea):
        kept.forget(picture)
        picture.delete()


def _own(who: Who, idea_id: UUID) -> Idea:
    idea = Idea.objects.get(id=idea_id)
    if idea.author_id != who.subject.id and not (idea.author_id is None and who.actor.is_connector):
        raise errors.NotYourIdea
    if not idea.is_shown:
        raise errors.NoLongerOpen
    return idea
