"""Views of entries: mine, what concerns me, what anyone may see, what a steward looks up."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from gyda.journal import actions, feeds, queries
from gyda.journal.forms import AuditForm
from gyda.journal.models import Entry
from gyda.journal.timeline import lines_of, public_lines_of
from gyda.web.access import HubRequest, only, stewards_only
from gyda.web.links import hub_path
from gyda.web.paging import page_of

own_record_only = only(lambda who: who.reaches_everything)  # a time-bank supporter may not
FEED = 50


@own_record_only
def mine(request: HubRequest) -> HttpResponse:
    """Show what the reader did and what was done for them."""
    subject = request.who.subject
    page = page_of(Entry.objects.all(), request, either=queries.of_member(subject))
    context = {"page": page, "lines": lines_of(page.rows), "subject": subject}
    return render(request, "journal/mine.html", context)


@own_record_only
def notices(request: HubRequest) -> HttpResponse:
    """Show what others did that concerns the reader."""
    page = page_of(queries.notices_for(request.who.subject), request)
    lines = lines_of([notice.entry for notice in page.rows])
    pairs = list(zip(page.rows, lines, strict=True))
    unread = queries.unread_notices(request.who.subject)
    return render(request, "journal/notices.html", {"page": page, "pairs": pairs, "unread": unread})


@own_record_only
@require_POST
def seen(request: HubRequest) -> HttpResponse:
    """Remember that the reader has seen their notices."""
    actions.mark_read(member_id=request.who.subject.id)
    return redirect(hub_path(request.hub.slug, "journal:notices"))


def public(request: HubRequest) -> HttpResponse:
    """Show to anyone what goes on in the hub, and the latest seal."""
    page = page_of(queries.public_entries(), request)
    lines = public_lines_of(page.rows, linked=bool(request.who))
    context = {"page": page, "lines": lines, "seal": queries.last_seal()}
    return render(request, "journal/public.html", context)


@cache_control(private=True, max_age=600)
def feed(request: HubRequest) -> HttpResponse:
    """Give the same to a feed reader."""
    lines = public_lines_of(list(queries.public_entries()[:FEED]))
    return HttpResponse(
        feeds.atom(request.hub, lines), content_type="application/atom+xml; charset=utf-8"
    )


@stewards_only
def audit(request: HubRequest) -> HttpResponse:
    """Let a steward search the whole record; that they looked is itself on record."""
    form = AuditForm(request.GET if "verb" in request.GET else None)
    asked = form.cleaned_data if form.is_valid() else {}
    members, verb, day = asked.get("name", []), asked.get("verb", ""), asked.get("day")
    page = page_of(queries.audited_entries(members=members, verb=verb, day=day), request)
    _note_look(request, page.rows, members, verb, day)
    context = {"form": form, "page": page, "lines": lines_of(page.rows)}
    return render(request, "journal/audit.html", context)


def _note_look(
    request: HubRequest,
    rows: list[Entry],
    members: list[UUID],
    asked_verb: str,
    day: datetime.date | None,
) -> None:
    actions.record(
        by=request.who,
        verb="journal.audited",
        about=request.who.actor,
        shown=len(rows),
        members=[str(member) for member in members],
        asked_verb=asked_verb,
        day=day.isoformat() if day else None,
    )
