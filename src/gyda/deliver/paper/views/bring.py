"""Notes redeemed: one by a member, a pile by a connector or at a venue."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gyda.deliver.paper.actions.many import Answer
from gyda.deliver.paper.actions.redeem import redeem_note
from gyda.deliver.paper.forms.many import PileForm
from gyda.deliver.paper.forms.notes import BringForm
from gyda.deliver.paper.queries.notes import brought_by, places_for
from gyda.people import limits
from gyda.people.access import HubRequest, members_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.units import hours


@never_cache
@members_only
@require_http_methods(["GET", "POST"])
def bring(request: HubRequest, note_code: str = "") -> HttpResponse:
    """Turn a note into hours in one's account; the camera brings the code along."""
    form = BringForm(request.POST or None, initial={"code": note_code})
    if form.is_valid():
        try:
            limits.count(request, "try_note", key=str(request.who.actor.id))
            note = redeem_note(who=request.who, **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            said = _("Note %(number)s is redeemed: %(hours)s are in your account.")
            messages.success(request, said % {"number": note.number, "hours": hours(note.minutes)})
            return redirect(hub_path(request.hub.slug, "deliver:bring_note"))
    context = {
        "form": form,
        "code": note_code,
        "brought": list(brought_by(request.who.subject)[:10]),
        "place": request.who.actor.organisation,
        "has_place": bool(places_for(request.who)),
    }
    return render(request, "deliver/paper/bring.html", context)


@never_cache
@members_only
@require_http_methods(["GET", "POST"])
def pile(request: HubRequest) -> HttpResponse:
    """Redeem many at once, for connectors and for who comes for an organisation."""
    if not places_for(request.who) and not request.who.actor.is_connector:
        raise Http404
    form = PileForm(request.POST or None, request.FILES or None, who=request.who)
    if form.is_valid():
        try:
            limits.count(request, "try_pile", key=str(request.who.actor.id))
            answers = form.pile().redeem(form.cleaned_data["all"])
        except DomainError as error:
            add_domain_error(form, error)
        else:
            return _answered(request, answers)
    return render(request, "deliver/paper/pile.html", {"form": form})


def _answered(request: HubRequest, answers: list[Answer]) -> HttpResponse:
    """Show what became of each line; what did not work stands ready to be mended."""
    left = [answer.line for answer in answers if not answer.is_done]
    context = {
        "answers": answers,
        "done": len(answers) - len(left),
        "minutes": sum(answer.minutes for answer in answers),
        "form": PileForm(who=request.who, initial={"lines": "\n".join(map(str, left))}),
        "has_left": bool(left),
    }
    return render(request, "deliver/paper/pile_done.html", context)
