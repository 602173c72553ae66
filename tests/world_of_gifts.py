"""Gifts and stories of the world: one waits for a yes, one is shown, one story is private."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.utils import timezone

from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.need.gifts.actions.assets import Found, agree, note_asset
from gyda.need.gifts.actions.stories import Telling, take_back, tell_story
from gyda.need.gifts.models import Asset, Story
from gyda.people.models import Member
from gyda.people.who import Who

Ids = dict[str, dict[str, UUID]]


def gifts_in(bryn: Member, carys: Member, meals: UUID) -> Ids:
    """Carys talked with Bryn; Bryn told stories."""
    initiative = Initiative.objects.get(id=meals)
    waits = _gift(carys, "Tiwnio pianos", kind="PERSON", holder="THEM", member=bryn)
    agreed = _gift(carys, "Pobi bara", kind="PERSON", holder="THEM", member=bryn)
    agree(who=Who(bryn), asset_id=agreed.id)
    shown = _gift(bryn, "Cae'r pentref", initiative=initiative, audience="PUBLIC")
    private, public, gone = (_story(bryn, scope) for scope in ("PRIVATE", "PUBLIC", "HUB"))
    take_back(who=Who(bryn), story_id=gone.id)
    return {
        "gifts": {"shown": shown.id, "waits": waits.id, "agreed": agreed.id},
        "stories": {"public": public.id, "private": private.id},
    }


def _gift(
    by: Member,
    title: str,
    *,
    kind: str = "PLACE",
    holder: str = "NOBODY",
    audience: str = "HUB",
    member: Member | None = None,
    initiative: Initiative | None = None,
) -> Asset:
    found = Found(
        kind=kind,
        title=title,
        language="cy",
        holder=holder,
        found_on=timezone.localdate(),
        place="Pentre Isaf",
        what="I bawb",
        through="Carys",
        audience=audience,
        member=member,
        initiative=initiative,
    )
    return note_asset(who=Who(by), found=found, key=uuid7())


def _story(by: Member, scope: str, marker: str = "") -> Story:
    telling = Telling(
        title=marker or "Y canu",
        strength=marker or "Fy chwaer",
        words=marker or "Canon ni",
        language="cy",
        scope=scope,
    )
    return tell_story(who=Who(by), telling=telling, key=uuid7())


def gifts_elsewhere(steward: Member, marker: str) -> None:
    """Both, marked, in the other hub."""
    _gift(steward, marker, audience="PUBLIC")
    _story(steward, "PUBLIC", marker)
