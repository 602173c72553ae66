"""What connectors do: paper lists, joining two ideas, taking something down; and the appeal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gyda.need.ideas import queries
from gyda.need.ideas.actions import joining, judging, supporting
from gyda.need.ideas.forms import AppealForm, DecideForm, IntoForm, PaperForm, TakeDownForm
from gyda.need.ideas.models import Idea, Point, Ruling
from gyda.people.access import HubRequest, connectors_only, members_only, stewards_only
from gyda.web.deeds import attempt, go
from gyda.web.paging import page_of


@connectors_only
def paper(request: HubRequest, idea: UUID) -> HttpResponse:
    """Type in a list that came on paper."""
    found = queries.shown_or_404(idea)
    form = PaperForm(request.POST or None)

    def act() -> supporting.Typed:
        return supporting.support_on_paper(who=request.who, idea_id=found.id, **form.cleaned_data)

    done = attempt(form, act)
    if done and not done.result.doubtful:
        return go(request, _counted(done.result), "need:idea", found.id)
    doubtful = done.result.doubtful if done else ()
    context = {"form": form, "idea": found, "doubtful": doubtful}
    return render(request, "need/ideas/paper.html", context)


def _counted(typed: supporting.Typed) -> str:
    new = ngettext("%(n)s person counted.", "%(n)s people counted.", typed.counted)
    again = ngettext("%(n)s stood there already.", "%(n)s stood there already.", typed.again)
    said = new % {"n": typed.counted}
    return f"{said} {again % {'n': typed.again}}" if typed.again else said


@connectors_only
def merge(request: HubRequest, idea: UUID) -> HttpResponse:
    """Join it with another one."""
    found = queries.shown_or_404(idea)
    form = IntoForm(request.POST or None, idea=found)

    def act() -> Idea:
        into = form.cleaned_data["into"]
        return joining.merge(who=request.who, idea_id=found.id, into_id=into.id)

    if done := attempt(form, act):
        said = _("Joined. Everyone who supported it is told.")
        return go(request, said, "need:idea", done.result.id)
    near = queries.alike(found.title, found.what, found.language, but=found.id)
    context = {"form": form, "idea": found, "near": near}
    return render(request, "need/ideas/merge.html", context)


@connectors_only
def take_down(request: HubRequest, idea: UUID) -> HttpResponse:
    """Take an idea down."""
    found = queries.shown_or_404(idea)
    return _take_down(request, found, None)


@connectors_only
def take_point_down(request: HubRequest, point: UUID) -> HttpResponse:
    """Take a point down."""
    found = get_object_or_404(Point.objects.shown().select_related("idea"), id=point)
    return _take_down(request, found.idea, found)


def _take_down(request: HubRequest, idea: Idea, point: Point | None) -> HttpResponse:
    if request.who.is_acting:
        raise Http404
    form = TakeDownForm(request.POST or None)
    what = {"point_id": point.id} if point else {"idea_id": idea.id}

    def act() -> Ruling:
        ground = form.cleaned_data["ground"]
        return judging.take_down(who=request.who, ground=ground, said=form.said(), **what)

    if done := attempt(form, act):
        said = _("It is taken down. Who wrote it is told why, and may appeal.")
        return go(request, said, "need:ruling", done.result.id)
    context = {"form": form, "idea": idea, "point": point}
    return render(request, "need/ideas/take_down.html", context)


@connectors_only
def rulings(request: HubRequest) -> HttpResponse:
    """List what was taken down, and what became of it."""
    context = {"page": page_of(queries.rulings(), request)}
    return render(request, "need/ideas/rulings.html", context)


@members_only
def ruling(request: HubRequest, ruling: UUID) -> HttpResponse:
    """Show one to who wrote it, and to connectors."""
    found = queries.ruling_or_404(ruling)
    who, is_author = request.who, judging.author_of(found) == request.who.subject
    if not (is_author or who.actor.is_connector):
        raise Http404
    waits = bool(found.appealed_at) and found.decided_at is None
    context = {
        "ruling": found,
        "idea": judging.idea_of(found),
        "may_appeal": is_author and found.appealed_at is None,
        "may_decide": waits and who.actor.is_steward and found.by_id != who.actor.id,
    }
    return render(request, "need/ideas/ruling.html", context)


@members_only
def appeal(request: HubRequest, ruling: UUID) -> HttpResponse:
    """Ask for a second look."""
    found = queries.ruling_or_404(ruling)
    if judging.author_of(found) != request.who.subject or found.appealed_at:
        raise Http404
    form = AppealForm(request.POST or None)

    def act() -> Ruling:
        return judging.appeal(who=request.who, ruling_id=found.id, said=form.said())

    if attempt(form, act):
        said = _("A steward who did not take it down looks at it again.")
        return go(request, said, "need:ruling", found.id)
    return render(request, "need/ideas/appeal.html", {"form": form, "ruling": found})


@stewards_only
def decide(request: HubRequest, ruling: UUID) -> HttpResponse:
    """Decide an appeal."""
    found = queries.ruling_or_404(ruling)
    if found.appealed_at is None or found.decided_at or found.by_id == request.who.actor.id:
        raise Http404
    form = DecideForm(request.POST or None)

    def act() -> Ruling:
        stands = form.cleaned_data["stands"]
        return judging.decide(who=request.who, ruling_id=found.id, stands=stands, said=form.said())

    if attempt(form, act):
        return go(request, _("Decided. Who wrote it is told."), "need:ruling", found.id)
    return render(request, "need/ideas/decide.html", {"form": form, "ruling": found})
