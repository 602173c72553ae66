"""Addresses of ideas."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.need.ideas.views import care, joining, lists, pages, points, setup, sharing, working_up

urlpatterns = [
    path("ideas/", lists.ideas, name="ideas"),
    path("ideas/new/", sharing.new, name="new_idea"),
    path("ideas/agenda/", lists.agenda, name="agenda"),
    path("ideas/file.csv", lists.file, name="ideas_file"),
    path("ideas/data.json", lists.data, name="ideas_data"),
    path("ideas/rules/", setup.rules, name="idea_rules"),
    path("ideas/categories/new/", setup.category, name="new_idea_category"),
    path("ideas/categories/<uuid:idea_category>/", setup.category, name="idea_category"),
    path("ideas/joinings/<uuid:joining>/undo/", joining.undo, name="undo_joining"),
    path("ideas/points/<uuid:point>/agree/", points.agree, name="agree_point"),
    path("ideas/points/<uuid:point>/agree-no-more/", points.agree_no_more, name="leave_point"),
    path("ideas/points/<uuid:point>/take-back/", points.take_back, name="take_point_back"),
    path("ideas/points/<uuid:point>/take-down/", care.take_point_down, name="take_point_down"),
    path("ideas/<uuid:idea>/", pages.idea, name="idea"),
    path("ideas/<uuid:idea>/support/", pages.support, name="support_idea"),
    path("ideas/<uuid:idea>/support-no-more/", pages.support_no_more, name="leave_idea"),
    path("ideas/<uuid:idea>/point/", points.new, name="new_point"),
    path("ideas/<uuid:idea>/change/", sharing.change, name="change_idea"),
    path("ideas/<uuid:idea>/take-back/", sharing.withdraw, name="withdraw_idea"),
    path("ideas/<uuid:idea>/picture/", sharing.picture, name="add_idea_picture"),
    path("ideas/<uuid:idea>/picture/remove/", sharing.no_picture, name="remove_idea_picture"),
    path("ideas/<uuid:idea>/picture/<slug:size>.webp", pages.picture, name="idea_picture"),
    path("ideas/<uuid:idea>/paper/", care.paper, name="idea_paper"),
    path("ideas/<uuid:idea>/merge/", joining.merge, name="merge_idea"),
    path("ideas/<uuid:idea>/take-down/", care.take_down, name="take_idea_down"),
    path("ideas/<uuid:idea>/take-up/", sharing.take_up, name="take_idea_up"),
    path("ideas/<uuid:idea>/work-up/", working_up.work_up, name="work_idea_up"),
    path("ideas/<uuid:idea>/begin/", sharing.begin, name="begin_with_idea"),
]
