"""Listings and pictures for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
from typing import Any

from PIL import Image

from gyda.deliver.actions.listing import put_up
from gyda.deliver.drafts import Draft
from gyda.deliver.models import Category, Listing
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.tests.builders import who


def a_category(name: str = "") -> Category:
    name = name or f"Garden {uuid7().hex[-8:]}"
    found, _ = Category.objects.get_or_create(name_cy=f"{name} cy", name_en=name)
    return found


def a_draft(**fields: Any) -> Draft:
    fields.setdefault("category", a_category("Garden"))
    return Draft(**({"title": "Digging", "language": "en"} | fields))


def an_offer(member: Member, kind: str = "OFFER", **fields: Any) -> Listing:
    return put_up(who=who(member), kind=kind, draft=a_draft(**fields))


def an_ask(member: Member, **fields: Any) -> Listing:
    return an_offer(member, kind="ASK", **fields)


def a_photo(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **extra: Any) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", size, "darkgreen").save(file, kind, **extra)
    file.seek(0)
    return file


def typed(**fields: Any) -> dict[str, Any]:
    """What a browser sends for a new listing."""
    category = fields.pop("category", None) or a_category("Garden")
    return {
        "what": "TIME",
        "title": "Digging",
        "language": "en",
        "category": str(category.id),
        "where": "ANYWHERE",
        "spoken": "BOTH",
        **fields,
    }
