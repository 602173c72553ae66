"""Addresses of the people room inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.people.views import cards

app_name = "people"
urlpatterns = [
    path("card/", cards.sign_in, name="card"),
    path("card/<slug:number>/", cards.sign_in, name="card-number"),
    path("people/<uuid:member_id>/card/", cards.issue, name="issue-card"),
    path("people/<uuid:member_id>/card/end/", cards.end, name="end-card"),
]
