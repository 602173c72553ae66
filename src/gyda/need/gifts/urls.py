"""Addresses of gifts and stories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.need.gifts.views import assets, stories

urlpatterns = [
    path("assets/", assets.gifts, name="gifts"),
    path("assets/new/", assets.new, name="new_gift"),
    path("assets/<uuid:asset>/", assets.gift, name="gift"),
    path("assets/<uuid:asset>/change/", assets.change, name="change_gift"),
    path("assets/<uuid:asset>/yes/", assets.agree, name="agree_gift"),
    path("assets/<uuid:asset>/no/", assets.decline, name="decline_gift"),
    path("assets/<uuid:asset>/take-away/", assets.take_away, name="take_gift_away"),
    path("initiatives/<uuid:initiative>/start/", assets.of_initiative, name="start"),
    path("stories/", stories.stories, name="stories"),
    path("stories/new/", stories.tell, name="tell_story"),
    path("stories/<uuid:story>/", stories.story, name="story"),
    path("stories/<uuid:story>/change/", stories.change, name="change_story"),
    path("stories/<uuid:story>/take-back/", stories.take_back, name="take_story_back"),
    path("stories/<uuid:story>/hush/", stories.hush, name="hush_story"),
]
