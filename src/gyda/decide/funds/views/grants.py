"""Small grants: the two-minute form, what waits, and the answer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.decide.funds import rules
from gyda.decide.funds.actions import grants as actions
from gyda.decide.funds.forms.grants import AskForm, NoForm, YesForm
from gyda.decide.funds.models import SmallGrant
from gyda.decide.funds.queries import book
from gyda.decide.funds.queries import grants as queries
from gyda.people.access import HubRequest, members_only, oneself_only, own_affairs
from gyda.web.deeds import attempt, go, press

WORDS = ("line_cy", "line_en", "reason_cy", "reason_en")


@members_only
def grants(request: HubRequest) -> HttpResponse:
    """List what I asked for, and what waits for my answer."""
    context = {"mine": queries.mine(request.who), "waiting": queries.waiting(request.who)}
    return render(request, "decide/funds/grants.html", context)


@own_affairs
def ask(request: HubRequest, fund: UUID) -> HttpResponse:
    """Ask: what for, how much, who gains."""
    found = book.fund_or_404(fund)
    if not queries.giving(found):
        raise Http404
    form = AskForm(request.POST or None)

    def act() -> SmallGrant:
        asking, key = form.asking(), form.cleaned_data["key"]
        return actions.ask(who=request.who, fund_id=found.id, asking=asking, key=key)

    if done := attempt(form, act):
        said = _("Thank you. You get an answer with a reason.")
        return go(request, said, "decide:grant", done.result.id)
    context = {"form": form, "fund": found, "limits": rules.policy()}
    return render(request, "decide/funds/ask.html", context)


@members_only
def grant(request: HubRequest, small_grant: UUID) -> HttpResponse:
    """Show a small grant to its asker and to those who answer."""
    found = queries.grant_or_404(small_grant, request.who)
    context = {
        "grant": found,
        "is_mine": queries.is_mine(request.who, found),
        "may_answer": _may_answer(request, found),
        "gave_first": found.first_by_id == request.who.actor.id,
        "limits": rules.policy(),
    }
    return render(request, "decide/funds/grant.html", context)


@oneself_only
@members_only
def say_yes(request: HubRequest, small_grant: UUID) -> HttpResponse:
    """Say yes, with the line that everyone reads."""
    found = _to_answer(request, small_grant)
    start = {name: getattr(found, name) for name in WORDS}
    form = YesForm(request.POST or None, initial=start)

    def act() -> SmallGrant:
        return actions.say_yes(who=request.who, grant_id=found.id, reply=form.reply())

    if attempt(form, act):
        return go(request, _("Your yes is noted."), "decide:grant", found.id)
    context = {"form": form, "grant": found, "limits": rules.policy()}
    return render(request, "decide/funds/yes.html", context)


@oneself_only
@members_only
def say_no(request: HubRequest, small_grant: UUID) -> HttpResponse:
    """Say no, with a reason."""
    found = _to_answer(request, small_grant)
    form = NoForm(request.POST or None)

    def act() -> SmallGrant:
        return actions.say_no(who=request.who, grant_id=found.id, reply=form.reply())

    if attempt(form, act):
        return go(request, _("Answered. Who asked is told why."), "decide:grant", found.id)
    return render(request, "decide/funds/no.html", {"form": form, "grant": found})


@require_POST
@own_affairs
def take_back(request: HubRequest, small_grant: UUID) -> HttpResponse:
    """Take one's own asking back."""
    found = queries.grant_or_404(small_grant, request.who)
    act = actions.take_back
    return press(
        request,
        lambda: act(who=request.who, grant_id=found.id),
        _("Taken back."),
        "decide:grant",
        found.id,
    )


def _may_answer(request: HubRequest, grant: SmallGrant) -> bool:
    waits = grant.settled_at is None and not grant.fund.is_closed
    not_mine = grant.member_id != request.who.actor.id
    return waits and not_mine and rules.keeps(request.who, grant.fund)


def _to_answer(request: HubRequest, grant_id: UUID) -> SmallGrant:
    found = queries.grant_or_404(grant_id, request.who)
    if not rules.keeps(request.who, found.fund):
        raise Http404
    return found
