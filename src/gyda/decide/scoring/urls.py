"""Addresses of joint scorings."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern, path

from gyda.decide.scoring.views import desk, pages, scorers

urlpatterns: list[URLPattern] = [
    path("scoring/", pages.scorings, name="scorings"),
    path("scoring/new/<uuid:initiative>/", desk.new, name="new_scoring"),
    path("scoring/scorers/<uuid:scorer>/pair/", desk.pair, name="scorer_pair"),
    path("scoring/scorers/<uuid:scorer>/parent/", desk.parent, name="parent_said_yes"),
    path("scoring/scorers/<uuid:scorer>/feedback/", desk.feedback, name="young_feedback"),
    path("scoring/questions/<uuid:score_question>/out/", scorers.take_out, name="question_out"),
    path("scoring/<uuid:scoring>/", pages.scoring, name="scoring"),
    path("scoring/<uuid:scoring>/release.json", pages.release, name="scoring_release"),
    path("scoring/<uuid:scoring>/desk/", desk.desk, name="scoring_desk"),
    path("scoring/<uuid:scoring>/bidder/", desk.bidder, name="new_bidder"),
    path("scoring/<uuid:scoring>/scorer/", desk.scorer, name="new_scorer"),
    path("scoring/<uuid:scoring>/meeting/", desk.meeting, name="scoring_meeting"),
    path("scoring/<uuid:scoring>/weight/", desk.weight, name="scoring_weight"),
    path("scoring/<uuid:scoring>/publish/", desk.publish, name="publish_scoring"),
    path("scoring/<uuid:scoring>/consent/", scorers.consent, name="scoring_consent"),
    path("scoring/<uuid:scoring>/leave/", scorers.leave, name="leave_scoring"),
    path("scoring/<uuid:scoring>/question/", scorers.question, name="new_score_question"),
    path("scoring/<uuid:scoring>/standards/", scorers.standards, name="scoring_standards"),
    path("scoring/<uuid:scoring>/points/<slug:side>/", scorers.score, name="score_points"),
    path("scoring/<uuid:scoring>/agreed/<slug:side>/", scorers.moderate, name="agree_points"),
]
