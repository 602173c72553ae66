"""Addresses of open letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.need.open_letters.views import care, pages, signing

urlpatterns = [
    path("open-letters/", pages.letters, name="letters"),
    path("open-letters/new/", care.new, name="new_letter"),
    path("open-letters/rules/", care.rules, name="letter_rules"),
    path("open-letters/data.json", pages.data, name="letters_data"),
    path("open-letters/confirm/", signing.code, name="confirm"),
    path("open-letters/confirm/<slug:signing_code>/", signing.confirm, name="confirm_code"),
    path("open-letters/<uuid:open_letter>/", pages.letter, name="letter"),
    path("open-letters/<uuid:open_letter>/signatures/", pages.signatures, name="signatures"),
    path("open-letters/<uuid:open_letter>/signatures.csv", pages.file, name="signatures_file"),
    path("open-letters/<uuid:open_letter>/letter.pdf", pages.as_pdf, name="letter_pdf"),
    path("open-letters/<uuid:open_letter>/sign/", signing.sign, name="sign"),
    path("open-letters/<uuid:open_letter>/sign-by-email/", signing.ask, name="sign_by_email"),
    path("open-letters/<uuid:open_letter>/take-back/", signing.take_back, name="unsign"),
    path("open-letters/<uuid:open_letter>/change/", care.change, name="change_letter"),
    path("open-letters/<uuid:open_letter>/sheet/", care.sheet, name="letter_sheet"),
    path("open-letters/<uuid:open_letter>/deliver/", care.deliver, name="deliver_letter"),
    path("open-letters/<uuid:open_letter>/close/", care.close, name="close_letter"),
    path("open-letters/<uuid:open_letter>/take-down/", care.take_down, name="take_letter_down"),
    path(
        "open-letters/names/<uuid:signature>/take-down/", care.take_name_down, name="take_name_down"
    ),
]
