"""Addresses of the room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

from gyda.need.conversations import urls as conversations
from gyda.need.gifts import urls as gifts
from gyda.need.ideas import urls as ideas
from gyda.need.map import urls as maps
from gyda.need.open_letters import urls as open_letters
from gyda.need.rulings import urls as rulings

app_name = "need"

urlpatterns: list[URLPattern] = [
    *conversations.urlpatterns,
    *gifts.urlpatterns,
    *ideas.urlpatterns,
    *maps.urlpatterns,
    *open_letters.urlpatterns,
    *rulings.urlpatterns,
]
