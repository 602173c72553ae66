"""Addresses of answers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.answers.views import answering, register, setup

app_name = "answers"

urlpatterns = [
    path("answers/", register.register, name="register"),
    path("answers/file.csv", register.file, name="file"),
    path("answers/data.json", register.data, name="data"),
    path("answers/rules/", setup.rules, name="rules"),
    path("answers/contact/", setup.contact, name="contact"),
    path("answers/<uuid:question>/", register.question, name="question"),
    path("answers/<uuid:question>/answer/", answering.answer, name="answer"),
    path("answers/<uuid:question>/follow-up/", answering.follow_up, name="follow_up"),
    path("answers/<uuid:question>/take-back/", answering.take_back, name="take_back"),
    path("initiatives/<uuid:initiative>/answers/", register.of_initiative, name="of_initiative"),
    path("initiatives/<uuid:initiative>/answers/ask/", answering.ask, name="ask"),
]
