"""Addresses of paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.deliver.paper.views import batches, bring, hands, post, refused, session, sheets

urlpatterns = [
    path("notes/", batches.notes, name="notes"),
    path("notes/print/", batches.print_notes, name="print_notes"),
    path("notes/key/", batches.key, name="note_key"),
    path("notes/bring/", bring.bring, name="bring_note"),
    path("notes/bring/<slug:note_code>/", bring.bring, name="bring_note_code"),
    path("notes/many/", bring.pile, name="many_notes"),
    path("notes/refused/", refused.refused, name="refused_notes"),
    path("notes/refused/<uuid:refusal>/seen/", refused.seen, name="refusal_seen"),
    path("notes/batches/<uuid:batch>/", batches.batch, name="note_batch"),
    path("notes/batches/<uuid:batch>/sheets/", sheets.sheets, name="note_sheets"),
    path("notes/batches/<uuid:batch>/pdf/", sheets.as_pdf, name="notes_pdf"),
    path("notes/batches/<uuid:batch>/hand-out/", hands.hand, name="hand_out_notes"),
    path("notes/batches/<uuid:batch>/void/", batches.void_drawer, name="void_notes"),
    path("notes/<uuid:note>/", hands.note, name="note"),
    path("notes/<uuid:note>/<slug:how>/", hands.end, name="end_note"),
    path("activities/<uuid:activity>/sheet/", session.sheet, name="session_sheet"),
    path("activities/<uuid:activity>/typed/", session.typed, name="session_typed"),
    path("statements/", post.mine, name="statements_by_post"),
    path("people/<uuid:member>/statements/", post.of_member, name="statements_of"),
]
