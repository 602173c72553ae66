"""The hub's public activity as an Atom feed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gyda.journal.timeline import Line
from gyda.web.links import hub_path


def atom(hub: Any, lines: Iterable[Line]) -> str:
    """Return the feed in the language that is active."""
    page = settings.ORIGIN + hub_path(hub.slug, "journal:public")
    feed = Atom1Feed(
        title=_("%(hub)s: what goes on here") % {"hub": hub.name},
        link=page,
        feed_url=settings.ORIGIN + hub_path(hub.slug, "journal:feed"),
        description="",
        language=get_language(),
    )
    for line in lines:
        feed.add_item(
            title=line.words,
            link=page,
            description="",
            unique_id=f"urn:uuid:{line.entry.id}",
            unique_id_is_permalink=False,
            updateddate=line.entry.at,
            pubdate=line.entry.at,
        )
    return feed.writeString("utf-8")
