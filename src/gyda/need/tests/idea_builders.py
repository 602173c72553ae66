"""Ideas for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
from typing import Any

from PIL import Image

from gyda.need.ideas.actions.setup import keep_category
from gyda.need.ideas.actions.sharing import Thought, share
from gyda.need.ideas.actions.supporting import support
from gyda.need.ideas.models import Idea, IdeaCategory
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who


def a_thought(title: str = "A bench by the bridge", **fields: Any) -> Thought:
    fields = {"language": "en", "what": f"{title}, so that people can rest"} | fields
    return Thought(title=title, **fields)


def an_idea(member: Member, title: str = "A bench by the bridge", **fields: Any) -> Idea:
    thought = a_thought(title, **{
        name: fields.pop(name) for name in ("category", "language", "what", "place")
        if name in fields
    })  # fmt: skip
    return share(who=who(member), thought=thought, **fields)


def supported(cast: Cast, idea: Idea, times: int) -> Idea:
    """Have so many more members support it."""
    for _number in range(times):
        support(who=who(a_member(cast.hub)), idea_id=idea.id)
    idea.refresh_from_db()
    return idea


def a_category(cast: Cast, name: str = "Roads", **fields: Any) -> IdeaCategory:
    fields = {"organisation": None} | fields
    return keep_category(who=who(cast.alys), name_cy=f"{name} (cy)", name_en=name, **fields)


def a_picture() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(file, "PNG")
    file.seek(0)
    file.name = "llun.png"
    return file
