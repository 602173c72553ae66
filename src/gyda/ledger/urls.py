"""Addresses of the ledger inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.ledger.views import book, statement

app_name = "ledger"
urlpatterns = [
    path("mine", statement.mine, name="mine"),
    path("accounts", book.hub_accounts, name="hub_accounts"),
    path("accounts/<uuid:account>", statement.show, name="statement"),
    path("accounts/<uuid:account>/table", statement.take_away, name="statement_csv"),
    path("accounts/<uuid:account>/paper", statement.on_paper, name="statement_print"),
    path("book", book.book, name="book"),
    path("book/beancount", book.as_beancount, name="book_beancount"),
    path("limits", book.limits, name="limits"),
    path("limits/<uuid:group>", book.limit_group, name="limit_group"),
]
