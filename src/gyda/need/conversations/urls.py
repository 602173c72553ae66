"""Addresses of conversations."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern, path

from gyda.need.conversations.views import answering, ending, judging, opening, places, saying

ONE = "conversations/<uuid:conversation>/"

urlpatterns: list[URLPattern] = [
    path("conversations/", opening.conversations, name="conversations"),
    path("conversations/new/", opening.new, name="new_conversation"),
    path("conversations/join/", opening.join, name="join_conversation"),
    path("conversations/rules/", opening.rules, name="conversation_rules"),
    path("conversations/rules/change/", opening.change_rules, name="change_conversation_rules"),
    path(ONE, answering.conversation, name="conversation"),
    path(f"{ONE}answer/", answering.answer, name="answer"),
    path(f"{ONE}mine/", answering.mine, name="my_answers"),
    path(f"{ONE}someone-else/", answering.someone_else, name="someone_else"),
    path(f"{ONE}take-along/", answering.take_along, name="take_along"),
    path(f"{ONE}say/", saying.say, name="say"),
    path(f"{ONE}statements/", answering.statements, name="statements"),
    path(f"{ONE}statements/<int:number>/", answering.statement, name="statement"),
    path(f"{ONE}statements/<int:number>/appeal/", saying.appeal, name="appeal"),
    path(f"{ONE}statements/<int:number>/judge/", judging.judge, name="judge"),
    path(f"{ONE}statements/<int:number>/show/", judging.show, name="show_statement"),
    path(f"{ONE}statements/<int:number>/part/", judging.part, name="part"),
    path(f"{ONE}statements/<int:number>/translate/", judging.translate, name="translate"),
    path(f"{ONE}queue/", judging.queue, name="queue"),
    path(f"{ONE}queue/alike/", judging.duplicates, name="duplicates"),
    path(f"{ONE}queue/appeals/<uuid:appeal>/", judging.appeal_answer, name="appeal_answer"),
    path(f"{ONE}decisions/", judging.judgements, name="judgements"),
    path(f"{ONE}decisions/decisions.csv", judging.judgements_csv, name="judgements_csv"),
    path(f"{ONE}change/", opening.change, name="change_conversation"),
    path(f"{ONE}initiative/", opening.attach, name="attach_conversation"),
    path(f"{ONE}close/", ending.close, name="close_conversation"),
    path(f"{ONE}reopen/", ending.reopen, name="reopen_conversation"),
    path(f"{ONE}outcome/", ending.tell, name="tell_outcome"),
    path(f"{ONE}sheets/", places.printing, name="sheets"),
    path(f"{ONE}sheets/<uuid:sheet>/sheets.pdf", places.sheets_pdf, name="sheets_pdf"),
    path(f"{ONE}sheets/type/", places.find_sheet, name="find_sheet"),
    path(f"{ONE}sheets/type/<str:sheet_code>/", places.type_sheet, name="type_sheet"),
    path(f"{ONE}room/", places.begin_room, name="begin_room"),
    path(f"{ONE}room/now/", places.now, name="now"),
    path(f"{ONE}room/<uuid:room>/", places.room, name="room"),
    path(f"{ONE}room/<uuid:room>/<slug:deed>/", places.room_deed, name="room_deed"),
]
