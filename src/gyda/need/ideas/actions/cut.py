"""The monthly cut: the most supported ideas go to whoever owes them an answer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from itertools import groupby
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.answers.actions.ask import Matter, ask
from gyda.journal.actions import record
from gyda.need.ideas.actions.letters import tell_near
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.cutting import Chosen, Place, Standing, first
from gyda.need.ideas.kind import IDEA
from gyda.need.ideas.models import Cut, CutLine, Idea, IdeaPolicy, State, Why
from gyda.people.models import Organisation
from gyda.people.who import GydaItself


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Close the last month, once; a hub without ideas has no cut."""
    this = timezone.localdate(now).replace(day=1)
    month = (this - datetime.timedelta(days=1)).replace(day=1)
    if not Cut.objects.filter(month_on=month).exists():
        before = timezone.make_aware(datetime.datetime.combine(this, datetime.time()))
        if Idea.objects.open().filter(at__lt=before).exists():
            cut(hub_id=hub_id, month=month, now=now)


@transaction.atomic
def cut(*, hub_id: UUID, month: datetime.date, now: datetime.datetime) -> Cut:
    """Send the top of all and the top of each category; the same month twice is one cut."""
    policy = IdeaPolicy.objects.select_related("organisation").first() or IdeaPolicy()
    made, is_new = Cut.objects.get_or_create(
        month_on=month, defaults={"at": now, "top": policy.top, "least": policy.least}
    )
    if not is_new:
        return made
    end = (month + datetime.timedelta(days=32)).replace(day=1)
    until = timezone.make_aware(datetime.datetime.combine(end, datetime.time()))
    # Support that comes while the cut is made waits at the lock, and counts next month.
    locked = Idea.objects.open().filter(at__lt=until).select_for_update(of=("self",))
    ideas = {idea.id: idea for idea in locked.select_related("category__organisation", "author")}
    sent = _send(made, ideas, policy, now)
    record(
        by=GydaItself(hub_id), verb="idea.cut", about=made, public=True,
        ideas=len(sent), tied=made.tied,
    )  # fmt: skip
    return made


def _send(
    made: Cut, ideas: dict[UUID, Idea], policy: IdeaPolicy, now: datetime.datetime
) -> list[CutLine]:
    standings = [Standing(one.id, one.category_id, one.supports) for one in ideas.values()]
    chosen = first(standings, policy.top, policy.least)
    lines = [_line(made, place, Why.TOP) for place in chosen.places]
    gone = {place.standing.idea for place in chosen.places}
    of_each = [_of(each, gone, policy.least) for each in _by_category(standings)]
    lines += [_line(made, place, Why.CATEGORY) for one in of_each for place in one.places]
    made.tied = chosen.tied + sum(one.tied for one in of_each)
    Cut.objects.filter(id=made.id).update(tied=made.tied)
    CutLine.objects.bulk_create(lines)
    for line in lines:
        _put_on_the_agenda(ideas[line.idea_id], policy.organisation, now)
    return lines


def _by_category(standings: list[Standing]) -> list[list[Standing]]:
    sorted_ = [one for one in standings if one.category]
    sorted_.sort(key=lambda one: (str(one.category), one.idea))
    return [list(group) for _category, group in groupby(sorted_, key=lambda one: one.category)]


def _of(standings: list[Standing], gone: set[UUID], least: int) -> Chosen:
    """Choose the first of a category, unless it goes already among the top of all."""
    chosen = first(standings, 1, least)
    return Chosen([one for one in chosen.places if one.standing.idea not in gone], chosen.tied)


def _line(made: Cut, place: Place, why: Why) -> CutLine:
    return CutLine(
        hub_id=made.hub_id,
        cut=made,
        idea_id=place.standing.idea,
        why=why,
        category_id=place.standing.category,
        supports=place.standing.supports,
        place=place.place,
    )


def _put_on_the_agenda(idea: Idea, usual: Organisation | None, now: datetime.datetime) -> None:
    own = idea.category.organisation if idea.category else None
    Idea.objects.filter(id=idea.id).update(state=State.AGENDA)
    matter = Matter(IDEA, idea.id, idea.title_cy, idea.title_en, idea.initiative)
    question = ask(by=GydaItself(idea.hub_id), matter=matter, organisation=own or usual, now=now)
    note(GydaItself(idea.hub_id), "idea.sent", idea, due_on=question.due_on.isoformat())
    tell_near(idea, "idea_sent", question=question)
