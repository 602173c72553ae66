"""Sharing an idea, mending it, its picture; taking it up in an initiative."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.initiatives.models import Initiative
from gyda.need.ideas import queries
from gyda.need.ideas.actions import picture as pictures
from gyda.need.ideas.actions import sharing, thread
from gyda.need.ideas.forms import BeginForm, IdeaForm, ShareForm, TakeUpForm
from gyda.need.ideas.models import Idea, IdeaPicture, State
from gyda.need.ideas.offering import offered
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press
from gyda.web.pictures.form import PictureForm


def _initiative(request: HubRequest) -> Initiative | None:
    try:
        asked = UUID(request.GET.get("initiative", ""))
    except ValueError:
        return None
    return Initiative.objects.under_way().filter(id=asked).first()


@members_only
def new(request: HubRequest) -> HttpResponse:
    """Share an idea; what is like it, and gentler words, are offered once before it is sent."""
    who, initiative = request.who, _initiative(request)
    form = ShareForm(request.POST or None, who=who)
    context = {"form": form, "initiative": initiative}
    if form.is_valid() and (offer := offered(form)):
        return render(request, "need/ideas/new.html", context | {"offer": offer})

    def act() -> Idea:
        asked = form.cleaned_data
        organisation = who.subject.organisation if asked.get("for_organisation") else None
        on_paper = bool(asked.get("on_paper"))
        return sharing.share(
            who=who, thought=form.thought(), initiative=initiative, organisation=organisation,
            on_paper=on_paper, key=asked["key"],
        )  # fmt: skip

    if done := attempt(form, act):
        return go(request, _("Your idea is there for everyone."), "need:idea", done.result.id)
    return render(request, "need/ideas/new.html", context)


def _own_or_404(request: HubRequest, idea_id: UUID) -> Idea:
    found = queries.shown_or_404(idea_id)
    no_members = found.author_id is None and request.who.actor.is_connector
    if found.author_id != request.who.subject.id and not no_members:
        raise Http404
    return found


@members_only
def change(request: HubRequest, idea: UUID) -> HttpResponse:
    """Put it in other words."""
    found = _own_or_404(request, idea)
    names = ("title", "what", "place", "language")
    initial = {name: getattr(found, name) for name in names} | {"category": found.category_id}
    form = IdeaForm(request.POST or None, initial=initial)

    def act() -> Idea:
        return sharing.change(who=request.who, idea_id=found.id, thought=form.thought())

    if attempt(form, act):
        return go(request, _("The new words are published."), "need:idea", found.id)
    return render(request, "need/ideas/change.html", {"form": form, "idea": found})


@require_POST
@members_only
def withdraw(request: HubRequest, idea: UUID) -> HttpResponse:
    """Take it back."""
    found = _own_or_404(request, idea)
    return press(
        request,
        lambda: sharing.withdraw(who=request.who, idea_id=found.id),
        _("Your idea is taken back."),
        "need:idea",
        found.id,
    )


@members_only
def picture(request: HubRequest, idea: UUID) -> HttpResponse:
    """Add a picture, and say what it shows."""
    found = _own_or_404(request, idea)
    form = PictureForm(request.POST or None, request.FILES or None)

    def act() -> IdeaPicture:
        asked = form.cleaned_data
        return pictures.add_picture(
            who=request.who, idea_id=found.id, file=asked["picture"], alt=asked["alt"],
            language=asked["language"],
        )  # fmt: skip

    if attempt(form, act):
        return go(request, _("The picture is there."), "need:idea", found.id)
    return render(request, "need/ideas/picture.html", {"form": form, "idea": found})


@require_POST
@members_only
def no_picture(request: HubRequest, idea: UUID) -> HttpResponse:
    """Take the picture away."""
    found = queries.shown_or_404(idea)
    return press(
        request,
        lambda: pictures.remove_picture(who=request.who, idea_id=found.id),
        _("The picture is gone."),
        "need:idea",
        found.id,
    )


def _free_or_404(idea_id: UUID) -> Idea:
    found = queries.shown_or_404(idea_id)
    if found.state == State.TAKEN_UP:
        raise Http404
    return found


@members_only
def take_up(request: HubRequest, idea: UUID) -> HttpResponse:
    """Take it up in an initiative that goes on already."""
    found = _free_or_404(idea)
    form = TakeUpForm(request.POST or None, who=request.who)

    def act() -> Idea:
        initiative = form.cleaned_data["initiative"]
        return thread.take_up(who=request.who, idea_id=found.id, initiative=initiative)

    if attempt(form, act):
        return go(request, _("Everyone near the idea is told."), "need:idea", found.id)
    return render(request, "need/ideas/take_up.html", {"form": form, "idea": found})


@members_only
def begin(request: HubRequest, idea: UUID) -> HttpResponse:
    """Start an initiative with it."""
    found = _free_or_404(idea)
    own = {f"{name}_{found.language}": text for name, text in
           (("title", found.title), ("purpose", found.what), ("place", found.place))}  # fmt: skip
    form = BeginForm(request.POST or None, initial=own, member=request.who.subject)

    def act() -> Initiative:
        asked = form.cleaned_data
        return thread.begin(
            who=request.who, idea_id=found.id, purpose=form.purpose(), why=form.why(),
            side=asked["side"], key=asked["key"],
        )  # fmt: skip

    if done := attempt(form, act):
        said = _("The initiative is open, and you are in its team.")
        return go(request, said, "initiatives:initiative", done.result.id)
    return render(request, "need/ideas/begin.html", {"form": form, "idea": found})
