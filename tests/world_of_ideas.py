"""The ideas of the world: one gathers support, one is on the agenda, others went other ways."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import io
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone
from PIL import Image

from gyda.need.ideas.actions import points
from gyda.need.ideas.actions.cut import cut
from gyda.need.ideas.actions.joining import merge
from gyda.need.ideas.actions.picture import add_picture
from gyda.need.ideas.actions.setup import keep_category, set_rules
from gyda.need.ideas.actions.sharing import Thought, share
from gyda.need.ideas.actions.supporting import support
from gyda.need.ideas.models import Idea, IdeaCategory, Joining
from gyda.need.ideas.subjects import IDEAS, POINTS
from gyda.need.rulings import actions as rulings
from gyda.people.models import Member
from gyda.people.who import Who


@dataclass
class Ideas:
    """What there is, each by what it is called in the tables."""

    ideas: dict[str, UUID] = field(default_factory=dict)
    rulings: dict[str, UUID] = field(default_factory=dict)
    others: dict[str, UUID] = field(default_factory=dict)


def ideas_in(alys: Member, bryn: Member, carys: Member, dafydd: Member, gwen: Member) -> Ideas:
    """Bryn's bench gathers support, Dafydd's library is on the agenda, others went other ways."""
    set_rules(who=Who(alys), top=1, least=2, organisation=None)
    category = keep_category(who=Who(alys), name_cy="Lleoedd", name_en="Places", organisation=None)
    library = _shared(dafydd, "Llyfrgell gynnes", category)
    support(who=Who(bryn), idea_id=library.id)
    month = timezone.localdate().replace(day=1)
    cut(hub_id=alys.hub_id, month=month, now=timezone.now())
    bench = _shared(bryn, "Mainc ger y bont", category)
    support(who=Who(gwen), idea_id=bench.id)
    made = [
        points.make_point(who=Who(gwen), idea_id=bench.id, side=side, text=text, language="cy")
        for side, text in (("FOR", "Cael gorffwys"), ("AGAINST", "Mae llifogydd yno"))
    ]
    points.agree(who=Who(bryn), point_id=made[0].id)
    add_picture(who=Who(bryn), idea_id=bench.id, file=_green(), alt="Mainc", language="cy")
    joined = _shared(gwen, "Meinciau wrth y bont", None)
    merge(who=Who(carys), idea_id=joined.id, into_id=bench.id)
    gone, said = _shared(bryn, "Ar werth", None), rulings.Said("Hysbyseb", "cy")
    down = rulings.take_down(
        who=Who(carys), subject=IDEAS, ground="SELLS", said=said, about_id=gone.id
    )
    one = rulings.take_down(
        who=Who(carys), subject=POINTS, ground="HURTS", said=said, about_id=made[1].id
    )
    rulings.appeal(who=Who(gwen), ruling_id=one.id, said=said)
    ideas = {"bench": bench, "library": library, "joined": joined, "taken down": gone}
    return Ideas(
        {name: idea.id for name, idea in ideas.items()},
        {"taken down": down.id, "appealed": one.id},
        {
            "category": category.id,
            "point": made[0].id,
            "joining": Joining.objects.get(idea=joined).id,
        },
    )


def _green() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (80, 60), "green").save(file, "PNG")
    file.seek(0)
    return file


def _shared(by: Member, title: str, category: IdeaCategory | None) -> Idea:
    thought = Thought(title, f"{title} i bawb", "cy", place="Y pentref", category=category)
    a_month_ago = timezone.now() - datetime.timedelta(days=31)
    return share(who=Who(by), thought=thought, now=a_month_ago)


def ideas_elsewhere(steward: Member, marker: str) -> None:
    """Something of everything, marked, in the other hub."""
    category = keep_category(who=Who(steward), name_cy=marker, name_en=marker, organisation=None)
    idea = _shared(steward, marker, category)
    points.make_point(who=Who(steward), idea_id=idea.id, side="FOR", text=marker, language="cy")
