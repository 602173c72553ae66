"""A statement as a page, as a table to take away, and on paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from gyda.ledger import accounts, statements
from gyda.ledger.access import account_or_404
from gyda.ledger.models import Account, Kind, Unit
from gyda.ledger.naming import name_of_owner
from gyda.ledger.queries import Balance, balance_of
from gyda.ledger.ways import ways
from gyda.people.access import HubRequest, members_only
from gyda.web.download import csv_response

A_YEAR = timedelta(days=365)
MOST_ON_PAPER = 2_000


@members_only
def mine(request: HubRequest) -> HttpResponse:
    """Show the reader's own hours."""
    account = accounts.member_account(request.who.subject)
    account.member = request.who.subject
    return _page(request, account)


@members_only
def show(request: HubRequest, account: UUID) -> HttpResponse:
    """Show one account that the reader may know of."""
    return _page(request, account_or_404(request.who, account))


def _page(request: HubRequest, account: Account) -> HttpResponse:
    start = statements.place_of(request.GET.get("before", ""))
    balance = balance_of(account.id)
    context = _about(account, balance) | {
        "is_mine": account.member_id == request.who.subject.id,
        "page": statements.statement(account, balance.balance, start),
        "is_first": start is None,
    }
    context["ways"] = ways() if context["is_mine"] else ()
    if start is None:
        context |= _lately(account, balance)
    return render(request, "ledger/statement.html", context)


def _lately(account: Account, balance: Balance) -> dict[str, Any]:
    given, received = statements.totals_since(account, timezone.now() - A_YEAR)
    # What is promised to a wide account is not counted on its row, so that nobody queues for it.
    has_promises = balance.held or balance.due or account.kind != Kind.MEMBER
    promises = statements.promises(account) if has_promises else []
    return {"given": given, "received": received, "promises": promises}


def _about(account: Account, balance: Balance) -> dict[str, Any]:
    return {
        "account": account,
        "owner": name_of_owner(account),
        "balance": balance,
        "is_member": account.kind == Kind.MEMBER,
        "is_money": account.unit == Unit.PENCE,
    }


@members_only
def take_away(request: HubRequest, account: UUID) -> HttpResponse:
    """Give the whole statement as a table."""
    row = account_or_404(request.who, account)
    unit = _("minutes") if row.unit == Unit.MINUTES else _("pence")
    header = [_("Date"), _("What"), _("About"), _("With"), *_columns(unit)]
    lines = (
        [
            timezone.localtime(line.at).isoformat(timespec="minutes"),
            line.label,
            line.detail.words if line.detail else "",
            line.other,
            line.given,
            line.received,
            line.balance,
        ]
        for line in statements.all_lines(row)
    )
    return csv_response(f"gyda-{request.hub.slug}-{timezone.localdate()}", header, lines)


def _columns(unit: str) -> list[str]:
    return [
        _("Given (%(unit)s)") % {"unit": unit},
        _("Received (%(unit)s)") % {"unit": unit},
        _("Balance (%(unit)s)") % {"unit": unit},
    ]


@members_only
def on_paper(request: HubRequest, account: UUID) -> HttpResponse:
    """Show one year for printing."""
    row = account_or_404(request.who, account)
    this_year = timezone.localdate().year
    year = _year(request.GET.get("year", ""), this_year)
    balance = balance_of(row.id)
    years = _new_year(year), _new_year(year + 1)
    context = _about(row, balance) | {
        "year": year,
        "earlier": year - 1 if _new_year(year) > row.opened_at else None,
        "later": year + 1 if year < this_year else None,
        "span": statements.span(row, balance.balance, *years, MOST_ON_PAPER),
        "today": timezone.localdate(),
    }
    return render(request, "ledger/on_paper.html", context)


def _year(text: str, this_year: int) -> int:
    is_year = text.isdecimal() and len(text) == 4 and 2000 <= int(text) <= this_year
    return int(text) if is_year else this_year


def _new_year(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=timezone.get_current_timezone())
