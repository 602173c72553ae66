"""Addresses of initiatives."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.initiatives.views import handovers, invitations, pages, programmes, stages, team, thread

app_name = "initiatives"

urlpatterns = [
    path("initiatives/", pages.initiatives, name="list"),
    path("initiatives/new/", thread.new, name="new"),
    path("initiatives/programmes/", programmes.programmes, name="programmes"),
    path("initiatives/programmes/new/", programmes.new, name="new_programme"),
    path("initiatives/programmes/<uuid:programme>/", programmes.programme, name="programme"),
    path(
        "initiatives/programmes/<uuid:programme>/change/",
        programmes.change,
        name="change_programme",
    ),
    path("initiatives/invitations/<uuid:invited>/", invitations.invitation, name="invitation"),
    path("initiatives/invitations/<uuid:invited>/no/", invitations.decline, name="decline"),
    path("initiatives/invitations/<uuid:invited>/end/", invitations.withdraw, name="withdraw"),
    path("initiatives/tasks/<uuid:handover>/back/", handovers.back, name="hand_back"),
    path("initiatives/<uuid:initiative>/", pages.initiative, name="initiative"),
    path("initiatives/<uuid:initiative>/data.json", pages.data, name="data"),
    path("initiatives/<uuid:initiative>/timeline/", pages.timeline, name="timeline"),
    path("initiatives/<uuid:initiative>/change/", thread.change, name="change"),
    path("initiatives/<uuid:initiative>/end/", thread.end, name="end"),
    path("initiatives/<uuid:initiative>/take-up/", thread.take_up, name="take_up"),
    path("initiatives/<uuid:initiative>/stage/", stages.move, name="move"),
    path("initiatives/<uuid:initiative>/rights/", stages.right, name="right"),
    path("initiatives/<uuid:initiative>/invite/", invitations.invite, name="invite"),
    path("initiatives/<uuid:initiative>/leave/", team.leave, name="leave"),
    path("initiatives/<uuid:initiative>/follow/", team.follow, name="follow"),
    path("initiatives/<uuid:initiative>/unfollow/", team.unfollow, name="unfollow"),
    path("initiatives/<uuid:initiative>/hand-over/", handovers.hand_over, name="hand_over"),
]
