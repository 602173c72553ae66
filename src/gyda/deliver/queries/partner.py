"""The other side of an exchange to be: someone whom this person may meet."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404
from django.utils import timezone

from gyda.deliver.models import Listing
from gyda.people.models import Member
from gyda.people.queries import blocked_ids
from gyda.people.who import Who


def partner_or_404(who: Who, member_id: str) -> Member:
    """Return an active member other than oneself, and not shut out by a block."""
    rows = Member.objects.active().select_related("person")
    member = rows.filter(id=_uuid(member_id)).first()
    if member is None or member.id == who.subject.id or member.id in blocked_ids(who.subject):
        raise Http404
    return member


def listing_or_404(who: Who, listing_id: str) -> Listing:
    """Return an offer or an ask of someone else that is shown today."""
    rows = Listing.objects.shown(timezone.localdate()).select_related("member__person", "category")
    listing = rows.filter(id=_uuid(listing_id)).first()
    if listing is None or listing.member_id == who.subject.id:
        raise Http404
    if listing.member_id in blocked_ids(who.subject):
        raise Http404
    return listing


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
