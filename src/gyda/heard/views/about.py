"""About me, and the passport: the person's own pages."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.heard.actions import about as actions
from gyda.heard.actions.passport import keep_passport
from gyda.heard.forms.about import AboutForm
from gyda.heard.forms.meetings import PassportForm
from gyda.heard.queries.about import answers_of, place_told
from gyda.heard.queries.meetings import my_meetings
from gyda.heard.queries.passport import needs_to_share, passport_of
from gyda.heard.views.sent import sent
from gyda.people.access import HubRequest, own_affairs
from gyda.people.queries.needs import needs_of
from gyda.web.deeds import attempt, go, press


@never_cache
@own_affairs
def about(request: HubRequest) -> HttpResponse:
    """Say who I am, as far as I like."""
    member = request.who.subject
    answers = answers_of(member)
    form = AboutForm(sent(request), answers=answers, place=place_told(member))
    if attempt(form, lambda: actions.tell(who=request.who, answers=form.answers())):
        return go(request, _("Kept. Only you can see it, and you can delete it."), "heard:about")
    return render(request, "heard/about.html", {"form": form, "has_answers": bool(answers)})


@require_POST
@own_affairs
def forget(request: HubRequest) -> HttpResponse:
    """Delete what I said of myself."""
    said = _("All of it is deleted.")
    return press(request, lambda: actions.forget(who=request.who), said, "heard:about")


@never_cache
@own_affairs
def passport(request: HubRequest) -> HttpResponse:
    """Say what I need to take part."""
    member = request.who.subject
    form = PassportForm(sent(request), initial=PassportForm.filled(passport_of(member)))
    if attempt(form, lambda: keep_passport(who=request.who, **form.cleaned_data)):
        return go(request, _("Your passport is kept."), "heard:passport")
    context = {"form": form, "needs": needs_of(member), "meetings": my_meetings(member)}
    return render(request, "heard/passport.html", context)


@never_cache
@own_affairs
def card(request: HubRequest) -> HttpResponse:
    """Show the passport as a card to print."""
    member = request.who.subject
    context = {"member": member, "needs": needs_to_share(member)}
    return render(request, "heard/card.html", context)
