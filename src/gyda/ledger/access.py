"""Whose statement a reader may open."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404

from gyda.ledger.models import Account, Kind
from gyda.people.who import Who


def may_read(who: Who, account: Account) -> bool:
    """One's own or the principal's; an organisation's for its own; the hub's for connectors."""
    if account.kind == Kind.MEMBER:
        return bool(account.member_id == who.subject.id)
    if account.organisation_id and account.organisation_id == who.subject.organisation_id:
        return True
    return who.actor.is_connector and not who.is_acting


def account_or_404(who: Who, account_id: UUID) -> Account:
    """Return an account that the reader may know of."""
    rows = Account.objects.select_related("member", "organisation", "partner")
    account = rows.filter(id=account_id).first()
    if account is None or not may_read(who, account):
        raise Http404
    return account
