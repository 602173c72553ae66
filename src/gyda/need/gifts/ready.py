"""What gifts and stories tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.heard import ways
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register
from gyda.journal import sentences
from gyda.keys import open_data
from gyda.letters import kinds
from gyda.need.gifts import letter_kinds, personal_data, verbs
from gyda.need.gifts.models import Asset, Story
from gyda.people import moments


def _link(request: Any, initiative: Initiative) -> dict[str, Any]:
    """Cost no query: the way to what there is to start from, before anything else of the need."""
    return {}


def _records() -> Iterator[dict[str, Any]]:
    """Give every gift that everyone may read, without a name."""
    names = ("kind", "title", "what", "language", "place")
    for asset in Asset.objects.shown_to(members=False).order_by("id").iterator(500):
        yield {name: getattr(asset, name) for name in names} | {"id": str(asset.id)}


def _citizens(rows: Any, initiative: Initiative | None, column: str) -> Any:
    rows = rows.filter(**{f"{column}__organisation__isnull": True})
    return (rows.filter(initiative=initiative) if initiative else rows).values(column)


def _found(initiative: Initiative | None) -> Any:
    return _citizens(Asset.objects.there(), initiative, "by")


def _told(initiative: Initiative | None) -> Any:
    return _citizens(Story.objects.told(), initiative, "member")


def register_all() -> None:
    sentences.register(verbs.SENTENCES, links=verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    personal_data.register_all()
    moments.on_leaving(personal_data.leave)
    register(Section(Stage.NEED, "need/gifts/section.html", _link, order=1))
    open_data.register("gifts", _records)
    ways.register("gifts", _("who wrote down a gift"), _found)
    ways.register("stories", _("who told their story"), _told)
