"""Stories: read as far as their tellers consent, told, changed, taken back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.need.gifts import queries
from gyda.need.gifts.actions import stories as actions
from gyda.need.gifts.forms import STORY, StoryForm, initial_of
from gyda.need.gifts.models import Story
from gyda.people.access import HubRequest, connectors_only, own_affairs
from gyda.web.deeds import attempt, go, press
from gyda.web.paging import page_of


def stories(request: HubRequest) -> HttpResponse:
    """List the stories that this reader may read."""
    page = page_of(queries.stories(request.who), request)
    me = request.who.subject if request.who else None
    context = {"page": page, "gone": queries.gone(), "me": me}
    return render(request, "need/gifts/stories.html", context)


def story(request: HubRequest, story: UUID) -> HttpResponse:
    """Show one."""
    found, who = queries.story_or_404(story, request.who), request.who
    mine = bool(who) and found.member_id == who.subject.id and who.reaches_everything
    may_hush = bool(who) and who.actor.is_connector and not mine
    context = {"story": found, "is_mine": mine, "may_hush": may_hush}
    return render(request, "need/gifts/story.html", context)


@own_affairs
def tell(request: HubRequest) -> HttpResponse:
    """Tell a story of one's own."""
    form = StoryForm(request.POST or None, initial={"initiative": request.GET.get("initiative")})
    hints = form.hints()

    def act() -> Story:
        key = form.cleaned_data["key"]
        return actions.tell_story(who=request.who, telling=form.telling(), key=key)

    if not hints and (done := attempt(form, act)):
        return go(request, _("Your story is kept."), "need:story", done.result.id)
    return render(request, "need/gifts/tell.html", {"form": form, "hints": hints})


@own_affairs
def change(request: HubRequest, story: UUID) -> HttpResponse:
    """Change the words, or who may read them."""
    found = queries.story_or_404(story, request.who)
    if found.member_id != request.who.subject.id:
        raise Http404
    form = StoryForm(request.POST or None, initial=initial_of(found, STORY))
    hints = form.hints()

    def act() -> Story:
        return actions.change_story(who=request.who, story_id=found.id, telling=form.telling())

    if not hints and attempt(form, act):
        return go(request, _("Changed. It holds at once."), "need:story", found.id)
    context = {"form": form, "hints": hints, "story": found}
    return render(request, "need/gifts/change_story.html", context)


@require_POST
@own_affairs
def take_back(request: HubRequest, story: UUID) -> HttpResponse:
    """Take it back."""
    found, said = queries.story_or_404(story, request.who), _("Your story is gone.")
    act = actions.take_back
    return press(request, lambda: act(who=request.who, story_id=found.id), said, "need:stories")


@require_POST
@connectors_only
def hush(request: HubRequest, story: UUID) -> HttpResponse:
    """Have it read by its teller alone."""
    found = queries.story_or_404(story, request.who)
    said = _("Only its teller reads it now, and has been told.")
    return press(
        request,
        lambda: actions.hush(who=request.who, story_id=found.id),
        said,
        "need:stories",
    )
