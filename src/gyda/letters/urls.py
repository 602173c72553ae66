"""Addresses of the letters room inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.letters import views

app_name = "letters"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("<uuid:letter>/", views.letter, name="letter"),
    path("choices/", views.choices, name="choices"),
    path("print/", views.queue, name="queue"),
    path("print/sheets/", views.sheets, name="sheets"),
    path("print/sheets/pdf/", views.sheets_as_pdf, name="sheets_pdf"),
    path("print/done/", views.printed, name="printed"),
    path("print/<uuid:letter>/again/", views.again, name="again"),
    path("stop/<str:token>/", views.stop, name="stop"),
]
