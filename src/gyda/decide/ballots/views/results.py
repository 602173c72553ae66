"""The result: who won and why, the published list, the files, what another count would give."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.decide.ballots import bundle, queries, winners
from gyda.decide.ballots.actions import announcing, counting
from gyda.decide.ballots.forms.results import AnnounceForm, WhatIfForm
from gyda.decide.ballots.forms.voting import CodeForm
from gyda.decide.ballots.models import Ballot
from gyda.decide.ballots.paper_trail import trail_of
from gyda.decide.ballots.receipts import plain
from gyda.decide.ballots.rules import may_hold
from gyda.decide.ballots.turnouts import turnout_of
from gyda.decide.ballots.views.voting import in_words
from gyda.decide.ballots.whatif import what_if
from gyda.decide.funds.rules import keeps
from gyda.methods.errors import BadInput
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@require_POST
@members_only
def count(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Count it."""
    found = queries.held_or_404(request.who, ballot)
    return press(
        request,
        lambda: counting.count(who=request.who, ballot_id=found.id),
        _("The ballot is counted."),
        "decide:ballot_result" if not found.is_draft else "decide:ballot",
        found.id,
    )


def _counted_or_404(request: HubRequest, ballot_id: UUID) -> Ballot:
    found = queries.ballot_or_404(request.who, ballot_id)
    if not found.is_counted:
        raise Http404
    return found


def result(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Show who won and why, and who is left without anything; greedy beside it."""
    found = queries.ballot_or_404(request.who, ballot)
    if not found.is_counted:
        return redirect(hub_path(request.hub.slug, "decide:ballot", found.id))
    tally = queries.tally_or_404(found)
    records = queries.records_here(tally)
    options = [] if found.is_plain else queries.options_of(found)
    context = {
        "ballot": found,
        "tally": tally,
        "motion": records[0] if found.is_plain else None,
        "idle": queries.idle_wards(records, options),
        "pots": [] if found.is_plain else queries.pots(records, options),
        "voted": queries.voters_of(records),
        "holds": may_hold(request.who, found),
        "turnout": turnout_of(found),
        "trail": trail_of(found),
        "winners": winners.winners(found, tally, options),
        "keeps": found.fund is not None and keeps(request.who, found.fund),
    }
    return render(request, "decide/ballots/result.html", context)


@members_only
def another_count(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Count it otherwise in front of a meeting: not the result, and kept nowhere."""
    found = _counted_or_404(request, ballot)
    if found.is_plain:
        raise Http404
    first = {"method": found.method, "completion": "add1", "pence": found.pence}
    form = WhatIfForm(request.GET or None, initial=first)
    pots = []
    if form.is_valid():
        try:
            records = what_if(found, **form.cleaned_data)
            pots = queries.pots(records, queries.options_of(found))
        except BadInput:
            form.add_error(None, _("That cannot be counted: perhaps the sum is too small."))
    context = {"ballot": found, "form": form, "pots": pots}
    return render(request, "decide/ballots/what_if.html", context)


@never_cache
def papers(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Show the published list. A receipt is looked for by post, so that no log keeps it."""
    found = _counted_or_404(request, ballot)
    options = queries.options_of(found)
    form = CodeForm(request.POST or None)
    mine, asked = None, False
    if form.is_valid():
        code, asked = plain(form.cleaned_data["code"]), True
        paper = queries.papers_of(found).filter(code=code).first()
        mine = (paper.code, in_words(found, options, paper.marks)) if paper else None
    page = page_of(queries.papers_of(found), request, size=50, by="code")
    rows = [(row, in_words(found, options, row.marks)) for row in page.rows]
    context = {
        "ballot": found, "form": form, "mine": mine, "asked": asked, "page": page, "rows": rows
    }  # fmt: skip
    return render(request, "decide/ballots/list_of_papers.html", context)


def file(request: HubRequest, ballot: UUID, name: str) -> HttpResponse:
    """Hand out a file of what was counted."""
    found = _counted_or_404(request, ballot)
    content = bundle.files_of(found).get(name)
    if content is None:
        raise Http404
    kind = "application/json" if name.endswith(".json") else "text/plain; charset=utf-8"
    response = HttpResponse(content, content_type=kind)
    last = name.rpartition("/")[2]
    response["Content-Disposition"] = f'attachment; filename="{found.id}-{last}"'
    return response


@members_only
def announce(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Publish the result as a decision, with reasons and what the others wanted."""
    found = queries.held_or_404(request.who, ballot)
    if not found.is_counted or found.decision is not None or found.is_import:
        raise Http404
    form = AnnounceForm(request.POST or None, initial=announcing.words_for(found))

    def act() -> object:
        return announcing.announce(who=request.who, ballot_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The decision is published."), "decide:ballot_result", found.id)
    return render(request, "decide/ballots/announce.html", {"form": form, "ballot": found})
