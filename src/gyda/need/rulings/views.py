"""What was taken down: the list for connectors, one with its appeal, the decision."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.need.rulings import actions, queries
from gyda.need.rulings.forms import AppealForm, DecideForm, TakeDownForm
from gyda.need.rulings.models import Ruling
from gyda.need.rulings.subjects import Subject
from gyda.people.access import HubRequest, connectors_only, members_only, stewards_only
from gyda.web.deeds import attempt, go
from gyda.web.links import hub_path
from gyda.web.paging import page_of


def take_down(request: HubRequest, subject: Subject, about: Any) -> HttpResponse:
    """Take something down that a view for connectors has found."""
    if request.who.is_acting:
        raise Http404
    form = TakeDownForm(request.POST or None)

    def act() -> Ruling:
        return actions.take_down(
            who=request.who, subject=subject, about_id=about.id,
            ground=form.cleaned_data["ground"], said=form.said(),
        )  # fmt: skip

    if done := attempt(form, act):
        said = _("It is taken down. Who wrote it is told why, and may appeal.")
        return go(request, said, "need:ruling", done.result.id)
    back = hub_path(request.hub.slug, *subject.page(about))
    context = {"form": form, "about": about, "subject": subject, "back": back}
    return render(request, "need/rulings/take_down.html", context)


@connectors_only
def rulings(request: HubRequest) -> HttpResponse:
    """List what was taken down, and what became of it."""
    context = {"page": page_of(queries.rulings(), request)}
    return render(request, "need/rulings/rulings.html", context)


def _is_author(request: HubRequest, found: Ruling) -> bool:
    return bool(found.subject.author(found.about) == request.who.subject)


@members_only
def ruling(request: HubRequest, ruling: UUID) -> HttpResponse:
    """Show one to who wrote it, and to connectors."""
    found = queries.ruling_or_404(ruling)
    who, is_author = request.who, _is_author(request, found)
    if not (is_author or who.actor.is_connector):
        raise Http404
    waits = bool(found.appealed_at) and found.decided_at is None
    context = {
        "ruling": found,
        "about": found.about,
        "may_appeal": is_author and found.appealed_at is None,
        "may_decide": waits and who.actor.is_steward and found.by_id != who.actor.id,
    }
    return render(request, "need/rulings/ruling.html", context)


@members_only
def appeal(request: HubRequest, ruling: UUID) -> HttpResponse:
    """Ask for a second look."""
    found = queries.ruling_or_404(ruling)
    if not _is_author(request, found) or found.appealed_at:
        raise Http404
    form = AppealForm(request.POST or None)

    def act() -> Ruling:
        return actions.appeal(who=request.who, ruling_id=found.id, said=form.said())

    if attempt(form, act):
        said = _("A steward who did not take it down looks at it again.")
        return go(request, said, "need:ruling", found.id)
    return render(request, "need/rulings/appeal.html", {"form": form, "ruling": found})


@stewards_only
def decide(request: HubRequest, ruling: UUID) -> HttpResponse:
    """Decide an appeal."""
    found = queries.ruling_or_404(ruling)
    if found.appealed_at is None or found.decided_at or found.by_id == request.who.actor.id:
        raise Http404
    form = DecideForm(request.POST or None)

    def act() -> Ruling:
        stands = form.cleaned_data["stands"]
        return actions.decide(who=request.who, ruling_id=found.id, stands=stands, said=form.said())

    if attempt(form, act):
        return go(request, _("Decided. Who wrote it is told."), "need:ruling", found.id)
    return render(request, "need/rulings/decide.html", {"form": form, "ruling": found})
