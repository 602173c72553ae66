"""Every address: the language first, then a hub, then the room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from importlib import import_module

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLResolver, include, path

from gyda.site import open_data, views
from gyda.site.demo.views import doors
from gyda.web.addresses import by_first_word
from gyda.web.styleguide import styleguide

PAGES = ("help", "accessibility", "privacy", "cookies", "source")


def _room(name: str) -> URLResolver:
    room = import_module(name)
    return path("", include((by_first_word(room.urlpatterns), room.app_name)))


hub_pages = [
    path("", views.hub_home, name="home"),
    path("open-data/", open_data.about, name="open_data"),
    path("open-data/file.zip", open_data.download, name="open_data_file"),
]

hub_rooms = [
    path("", include((hub_pages, "hub"))),
    _room("gyda.people.urls"),
    _room("gyda.referral.urls"),
    _room("gyda.safeguarding.urls"),
    _room("gyda.initiatives.urls"),
    _room("gyda.answers.urls"),
    _room("gyda.heard.urls"),
    _room("gyda.need.urls"),
    _room("gyda.design.urls"),
    _room("gyda.decide.urls"),
    _room("gyda.deliver.urls"),
    path("ledger/", include("gyda.ledger.urls")),
    path("moving/", include("gyda.moving.urls")),
    path("between/", include("gyda.between.urls")),
    path("journal/", include("gyda.journal.urls")),
    path("letters/", include("gyda.letters.urls")),
]

handler500 = "gyda.site.errors.server_error"

urlpatterns = [
    path("health", views.health, name="health"),
    *i18n_patterns(
        path("", views.front, name="front"),
        path("demo/", doors, name="demo"),
        path("styleguide", styleguide, name="styleguide"),
        *[path(name, views.page, {"name": name}, name=name) for name in PAGES],
        path("account/", include("gyda.people.account_urls")),
        path("hubs/<slug:hub>/", include(hub_rooms)),
    ),
]
