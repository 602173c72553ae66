"""Amendments: proposing one, reading it beside the text, answering it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.design.proposals import comparing, queries, rules
from gyda.design.proposals.actions import amending
from gyda.design.proposals.forms import AmendForm, AnswerForm
from gyda.design.proposals.models import Amendment, Version
from gyda.design.proposals.views.finding import open_or_404
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


@members_only
def amend(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Propose other words."""
    found = open_or_404(proposal)
    version = queries.newest_of(found)
    form = AmendForm(request.POST or None, languages=_languages(version))

    def act() -> Amendment:
        return amending.propose(
            who=request.who, proposal_id=found.id, change=form.change(),
            key=form.cleaned_data["key"],
        )  # fmt: skip

    if done := attempt(form, act):
        said = _("Your amendment is there. The authors answer it with reasons.")
        return go(request, said, "design:amendment", done.result.id)
    context = {"form": form, "proposal": found, "version": version}
    return render(request, "design/proposals/amend.html", context)


def _languages(version: Version) -> list[tuple[str, str]]:
    """Return the languages in which the proposal is there."""
    return [(code, str(name)) for code, name in settings.LANGUAGES if version.words("what", code)]


def amendment(request: HubRequest, amendment: UUID) -> HttpResponse:
    """Show an amendment beside the text to which it was made."""
    found = queries.amendment_or_404(amendment)
    proposal, who = found.version.proposal, request.who
    waits = found.waits and proposal.is_open
    context = {
        "amendment": found,
        "proposal": proposal,
        "version": found.version,
        "text": _beside(found),
        "may_answer": waits and rules.is_author(who, proposal),
        "is_mine": bool(who) and found.by_id == who.subject.id,
        "is_newest": found.version.number == proposal.latest,
    }
    return render(request, "design/proposals/amendment.html", context)


def _beside(found: Amendment) -> comparing.Compared | None:
    """Return the words as they were beside what is proposed; None for what was taken back."""
    if found.state == "WITHDRAWN":
        return None
    old = found.version.words("what", found.language)
    new = amending.amended(found, found.version)
    return comparing.text("what", old, new or old)


@members_only
def accept(request: HubRequest, amendment: UUID) -> HttpResponse:
    """Take the words over."""
    words = _("Accepted: the next version is published, and names whose words they are.")
    return _answer(request, amendment, amending.accept, words, "design/proposals/accept.html")


@members_only
def decline(request: HubRequest, amendment: UUID) -> HttpResponse:
    """Leave the words as they are."""
    words = _("Declined. Who proposed it reads your reasons.")
    return _answer(request, amendment, amending.decline, words, "design/proposals/decline.html")


def _answer(
    request: HubRequest, amendment: UUID, act: Callable[..., Any], words: str, template: str
) -> HttpResponse:
    found = queries.amendment_or_404(amendment)
    if not (found.waits and rules.is_author(request.who, found.version.proposal)):
        raise Http404
    form = AnswerForm(request.POST or None)
    if attempt(form, lambda: act(who=request.who, amendment_id=found.id, answer=form.said())):
        return go(request, words, "design:amendment", found.id)
    context = {
        "form": form, "amendment": found, "text": _beside(found), "version": found.version
    }  # fmt: skip
    return render(request, template, context)


@require_POST
@members_only
def take_back(request: HubRequest, amendment: UUID) -> HttpResponse:
    """Take one's own back."""
    found = queries.amendment_or_404(amendment)
    return press(
        request,
        lambda: amending.take_back(who=request.who, amendment_id=found.id),
        _("Your amendment is taken back."),
        "design:amendment",
        found.id,
    )
