"""Addresses of safeguarding inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.safeguarding.views import about, checks, concerns, references, report

app_name = "safeguarding"
urlpatterns = [
    path("safeguarding/", about.about, name="about"),
    path("safeguarding/rules/", about.rules, name="rules"),
    path("safeguarding/rules/<uuid:rule>/lift/", about.lift_rule, name="lift_rule"),
    path("safeguarding/leads/", about.lead_list, name="leads"),
    path("safeguarding/leads/<uuid:member_id>/name/", about.name, name="name_lead"),
    path("safeguarding/leads/<uuid:lead>/relieve/", about.relieve, name="relieve_lead"),
    path("safeguarding/report/", report.report, name="report"),
    path("safeguarding/answer/", report.answer, name="answer"),
    path("safeguarding/told/", report.mine, name="told"),
    path("safeguarding/concerns/", concerns.listing, name="concerns"),
    path("safeguarding/concerns/<uuid:concern>/", concerns.concern, name="concern"),
    path("safeguarding/concerns/<uuid:concern>/<slug:kind>/", concerns.step, name="concern_step"),
    path("safeguarding/checks/", checks.ending, name="ending"),
    path("safeguarding/checks/<uuid:check>/end/", checks.end, name="end_check"),
    path("safeguarding/company/", checks.company, name="company"),
    path("safeguarding/company/<uuid:company>/", checks.companion, name="companion"),
    path("safeguarding/references/<uuid:reference>/", references.reference, name="reference"),
    path("me/checks/", checks.mine, name="my_checks"),
    path("people/<uuid:member_id>/checks/", checks.of_member, name="checks"),
    path("people/<uuid:member_id>/references/", references.ask, name="ask_reference"),
    path("reference/", references.give, name="give_reference"),
    path("reference/<slug:code>/", references.give, name="give_reference_code"),
]
