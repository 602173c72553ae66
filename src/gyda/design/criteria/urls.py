"""Addresses of criteria."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern, path

from gyda.design.criteria.views import deciding, drafting, files, pages, publishing, setup

VERSION = "criteria/versions/<uuid:rule_version>/"

urlpatterns: list[URLPattern] = [
    path("help-today/", setup.help_today, name="help_today"),
    path("help-today/new/", setup.keep_help, name="new_help"),
    path("help-today/<uuid:help>/", setup.keep_help, name="keep_help"),
    path("criteria/", pages.criteria, name="criteria"),
    path("criteria/mine/", pages.mine, name="own_cases"),
    path("criteria/figures/", setup.figures, name="criteria_figures"),
    path("initiatives/<uuid:initiative>/criteria/", pages.of_initiative, name="criteria_of"),
    path("initiatives/<uuid:initiative>/criteria/new/", drafting.start, name="new_rule_set"),
    path("criteria/facts/<uuid:fact>/remove/", drafting.remove_fact, name="remove_fact"),
    path("criteria/rules/<uuid:criteria_rule>/", drafting.change_rule, name="change_rule"),
    path("criteria/rules/<uuid:criteria_rule>/up/", drafting.move_rule, name="move_rule"),
    path("criteria/rules/<uuid:criteria_rule>/remove/", drafting.remove_rule, name="remove_rule"),
    path("criteria/tests/<uuid:example>/", drafting.change_example, name="change_example"),
    path("criteria/tests/<uuid:example>/remove/", drafting.remove_example, name="remove_example"),
    path("criteria/cases/<uuid:case>/", deciding.case, name="case"),
    path("criteria/cases/<uuid:case>/case.csv", files.case_csv, name="case_csv"),
    path("criteria/cases/<uuid:case>/appeal/", deciding.appeal, name="appeal_case"),
    path("criteria/cases/<uuid:case>/answer/", deciding.answer, name="answer_case"),
    path(VERSION, pages.version, name="rule_version"),
    path(VERSION + "impact/", pages.impact_of, name="impact"),
    path(VERSION + "order/", drafting.order, name="order_rules"),
    path(VERSION + "facts/new/", drafting.new_fact, name="new_fact"),
    path(VERSION + "rules/new/", drafting.new_rule, name="new_rule"),
    path(VERSION + "tests/new/", drafting.new_example, name="new_example"),
    path(VERSION + "bring/", publishing.bring, name="bring_table"),
    path(VERSION + "population/", publishing.population, name="bring_population"),
    path(VERSION + "made-up/", publishing.make_up, name="make_population_up"),
    path(VERSION + "publish/", publishing.publish, name="publish_rules"),
    path(VERSION + "table.json", files.table_json, name="table_json"),
    path(VERSION + "table.csv", files.table_csv, name="table_csv"),
    path(VERSION + "cases.csv", files.cases_csv, name="cases_csv"),
    path("criteria/<uuid:rule_set>/", pages.rule_set, name="rule_set"),
    path("criteria/<uuid:rule_set>/draft/", drafting.draft, name="draft_rules"),
    path("criteria/<uuid:rule_set>/try/", pages.try_it, name="try_rules"),
    path("criteria/<uuid:rule_set>/decide/", deciding.decide, name="decide_case"),
    path("criteria/<uuid:rule_set>/decisions/", deciding.decisions, name="cases"),
    path("criteria/<uuid:rule_set>/data.json", files.data, name="criteria_data"),
]
