"""Addresses of referrals and of the coverage inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.referral.views import answer, coverage, desk, refer

app_name = "referral"
urlpatterns = [
    path("refer/", refer.refer, name="refer"),
    path("refer/mine/", refer.mine, name="mine"),
    path("refer/<uuid:referral>/take-back/", refer.take_back, name="take_back"),
    path("referral/", answer.answer, name="answer"),
    path("referral/<slug:code>/", answer.answer, name="answer_code"),
    path("referrals/", desk.desk, name="desk"),
    path("referrals/rules/", desk.rules, name="rules"),
    path("referrals/<uuid:referral>/", desk.referral, name="referral"),
    path("referrals/<uuid:referral>/welcomed/", desk.welcomed, name="welcomed"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage/file/", coverage.file, name="coverage_file"),
    path("coverage/load/", coverage.load, name="load_coverage"),
    path("coverage/template/", coverage.template, name="coverage_template"),
]
