"""Addresses of proposals."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.design.proposals.views import amending, lists, pages, people, points, stages, work

PROPOSAL = "proposals/<uuid:proposal>/"
AMENDMENT = "proposals/amendments/<uuid:amendment>/"
POINT = "proposals/points/<uuid:design_point>/"

urlpatterns = [
    path("proposals/", lists.proposals, name="proposals"),
    path("proposals/new/", work.new, name="new_proposal"),
    path("proposals/file.csv", lists.file, name="proposals_file"),
    path("proposals/data.json", lists.data, name="proposals_data"),
    path(AMENDMENT, amending.amendment, name="amendment"),
    path(f"{AMENDMENT}accept/", amending.accept, name="accept_amendment"),
    path(f"{AMENDMENT}decline/", amending.decline, name="decline_amendment"),
    path(f"{AMENDMENT}take-back/", amending.take_back, name="take_amendment_back"),
    path(f"{POINT}agree/", points.agree, name="agree_point"),
    path(f"{POINT}agree-no-more/", points.agree_no_more, name="leave_point"),
    path(f"{POINT}take-back/", points.take_back, name="take_point_back"),
    path(f"{POINT}take-down/", points.take_down, name="take_point_down"),
    path(PROPOSAL, pages.proposal, name="proposal"),
    path(f"{PROPOSAL}versions/", pages.versions, name="versions"),
    path(f"{PROPOSAL}versions/<int:number>/", pages.version, name="version"),
    path(f"{PROPOSAL}compare/", pages.compare, name="compare"),
    path(f"{PROPOSAL}sheet.pdf", pages.sheet, name="proposal_sheet"),
    path(f"{PROPOSAL}support/", points.support, name="support_proposal"),
    path(f"{PROPOSAL}support-no-more/", points.support_no_more, name="leave_proposal"),
    path(f"{PROPOSAL}point/", points.new, name="new_point"),
    path(f"{PROPOSAL}amend/", amending.amend, name="amend"),
    path(f"{PROPOSAL}draft/", work.work, name="work"),
    path(f"{PROPOSAL}draft/words/", work.words, name="work_words"),
    path(f"{PROPOSAL}draft/translation/", work.translation, name="work_translation"),
    path(f"{PROPOSAL}draft/cost/", work.cost, name="new_cost"),
    path(f"{PROPOSAL}draft/cost/<int:place>/", work.cost, name="cost"),
    path(f"{PROPOSAL}draft/cost/<int:place>/remove/", work.remove_cost, name="remove_cost"),
    path(f"{PROPOSAL}draft/group/", work.effect, name="new_effect"),
    path(f"{PROPOSAL}draft/group/<int:place>/", work.effect, name="effect"),
    path(f"{PROPOSAL}draft/group/<int:place>/remove/", work.remove_effect, name="remove_effect"),
    path(f"{PROPOSAL}draft/open/", work.open_it, name="open_proposal"),
    path(f"{PROPOSAL}draft/publish/", work.publish, name="publish_proposal"),
    path(f"{PROPOSAL}draft/throw-away/", work.throw_away, name="throw_work_away"),
    path(f"{PROPOSAL}invite/", people.invite, name="invite_author"),
    path(f"{PROPOSAL}join/", people.join, name="join_authors"),
    path(f"{PROPOSAL}decline/", people.decline, name="decline_authors"),
    path(f"{PROPOSAL}leave/", people.leave, name="leave_authors"),
    path(f"{PROPOSAL}feasibility/", people.feasibility, name="feasibility"),
    path(f"{PROPOSAL}forward/", stages.put_forward, name="put_forward"),
    path(f"{PROPOSAL}back/", stages.take_back, name="take_proposal_back"),
    path(f"{PROPOSAL}withdraw/", stages.withdraw, name="withdraw_proposal"),
    path(f"{PROPOSAL}merge/", stages.merge, name="merge_proposal"),
    path(f"{PROPOSAL}part/", stages.part, name="part_proposal"),
]
