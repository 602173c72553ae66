"""Supporting an idea, once each, and no longer; alone, through someone, on a paper list."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.need import paper
from gyda.need.ideas import errors
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.models import How, Idea, Support
from gyda.people.models.folded import folded_name
from gyda.people.who import Who


def _shown(idea_id: UUID) -> Idea:
    """Return the idea, locked: two clicks at once are one after the other."""
    idea = Idea.objects.select_for_update().get(id=idea_id)
    if not idea.is_shown:
        raise errors.NoLongerOpen
    return idea


@transaction.atomic
def support(*, who: Who, idea_id: UUID, now: datetime.datetime | None = None) -> bool:
    """Support it; the second time changes nothing."""
    idea = _shown(idea_id)
    _row, is_new = Support.objects.get_or_create(
        idea=idea,
        member=who.subject,
        defaults={
            "how": How.ACTING if who.is_acting else How.SELF,
            "at": now or timezone.now(),
        },
    )
    if is_new:
        count_again(idea)
        note(who, "idea.supported", idea, public=False)
    return is_new


@transaction.atomic
def support_no_more(*, who: Who, idea_id: UUID) -> bool:
    """Take the support back."""
    idea = _shown(idea_id)
    gone, _rows = Support.objects.filter(idea=idea, member=who.subject).delete()
    if gone:
        count_again(idea)
        note(who, "idea.unsupported", idea, public=False)
    return bool(gone)


@dataclass(frozen=True)
class Typed:
    """What became of a paper list: new, on it twice or here before, perhaps members already."""

    counted: int
    again: int
    doubtful: tuple[str, ...] = ()


@transaction.atomic
def support_on_paper(
    *,
    who: Who,
    idea_id: UUID,
    lines: str,
    others: bool = False,
    now: datetime.datetime | None = None,
) -> Typed:
    """Type in a list. Who is called like a member is only asked about, unless they are others.

    Of those who are no members no name is kept, only a mark by which they count once.
    """
    if not who.actor.is_connector:
        raise errors.NotForYou
    idea, written = _shown(idea_id), paper.read(lines)
    called = set() if others else paper.members_of_that_name(written)
    doubtful = [one for one in written if not one.member and folded_name(one.name) in called]
    if doubtful:
        return Typed(0, 0, tuple(one.name for one in doubtful))
    counted = sum(_add(idea, one, now or timezone.now()) for one in written)
    count_again(idea)
    note(who, "idea.paper_typed", idea, people=counted)
    return Typed(counted, len(written) - counted)


def _add(idea: Idea, one: paper.Written, now: datetime.datetime) -> bool:
    whose = {"member": one.member} if one.member else {"mark": one.mark}
    _row, is_new = Support.objects.get_or_create(
        idea=idea, **whose, defaults={"how": How.PAPER, "at": now}
    )
    return is_new


def count_again(idea: Idea) -> None:
    """Keep the counter true; the idea is locked."""
    idea.supports = Support.objects.filter(idea=idea).count()
    Idea.objects.filter(id=idea.id).update(supports=idea.supports)
