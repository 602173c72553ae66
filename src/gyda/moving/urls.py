"""Addresses of moves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.moving.views import moves, people, tables

app_name = "moving"
urlpatterns = [
    path("", moves.moves, name="moves"),
    path("new/", moves.new, name="new"),
    path("moves/<uuid:move>/", moves.move, name="move"),
    path("moves/<uuid:move>/start/", moves.begin, name="begin"),
    path("moves/<uuid:move>/drop/", moves.forget, name="drop"),
    path("moves/<uuid:move>/rows/", moves.rows, name="rows"),
    path("moves/<uuid:move>/tables/<uuid:table>/", tables.to_mend, name="to_mend"),
    path("templates/", tables.templates, name="templates"),
    path("templates/<slug:table>/", tables.template_of, name="template"),
    path("tables/<slug:table>/", tables.table_of, name="table"),
    path("people/", people.people, name="people"),
    path("people/letters/", people.letters, name="letters"),
    path("people/cards/", people.cards, name="cards"),
    path("people/<uuid:member>/welcome/", people.take_in, name="welcome"),
]
