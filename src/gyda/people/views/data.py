"""What is held on me: to read, to take away, to have erased; and leaving."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gyda.people import labels, moments
from gyda.people.access import HubRequest, oneself_only, row_of
from gyda.people.actions import erasing, leaving
from gyda.people.data import registered
from gyda.people.entrance import signed_in
from gyda.people.export import everything_on
from gyda.people.forms.data import EraseForm
from gyda.people.models import Person
from gyda.people.who import Who
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error

View = Callable[[HubRequest, Who], HttpResponse]


def own_row(view: View) -> Callable[..., HttpResponse]:
    """Let in whoever has a row here, also after leaving; a supporter only with the whole scope."""

    @wraps(view)
    def guarded(request: HubRequest) -> HttpResponse:
        who = row_of(request)
        if not who or not who.reaches_everything:
            raise Http404
        return view(request, who)

    return never_cache(signed_in(guarded))


@own_row
@require_safe
def held(request: HubRequest, who: Who) -> HttpResponse:
    """Show everything that is held on me here, table by table."""
    holdings = {holding.name: holding for holding in registered().values()}
    chosen = holdings.get(request.GET.get("table", ""))
    words = {
        "tables": [(name, labels.title_of(one)) for name, one in holdings.items()],
        "row": who,
        "chosen": labels.title_of(chosen) if chosen else None,
        "rows": labels.readable(chosen, chosen.export(who.subject)) if chosen else [],
        "most": labels.MOST,
    }
    return render(request, "people/data.html", words)


@own_row
@require_safe
def file(request: HubRequest, who: Who) -> HttpResponse:
    """Give the same as one file."""
    everything = everything_on(who.subject, request.hub)
    response = JsonResponse(everything, json_dumps_params={"ensure_ascii": False, "indent": 1})
    name = f"gyda-{request.hub.slug}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@oneself_only
@require_http_methods(["GET", "POST"])
def leave(request: HubRequest) -> HttpResponse:
    """Leave the hub, knowing what becomes of hours and promises."""
    member = request.who.actor
    if request.method == "POST":
        try:
            leaving.leave(who=request.who, member=member)
            messages.success(request, _("You have left this hub. You are welcome back any time."))
            return redirect("front")
        except DomainError as error:
            messages.error(request, str(error))
    words = {"member": member, "farewells": moments.farewells(member)}
    return render(request, "people/leave.html", words)


@own_row
@require_http_methods(["GET", "POST"])
def erase(request: HubRequest, who: Who) -> HttpResponse:
    """Erase me here, after asking once more."""
    if who.is_acting:
        raise Http404
    form = EraseForm(request.POST or ({} if request.method == "POST" else None))
    if form.is_valid():
        try:
            return _erased(request, who)
        except DomainError as error:
            add_domain_error(form, error)
    farewells = moments.farewells(who.actor) if who.actor.is_active else []
    words = {"member": who.actor, "form": form, "farewells": farewells}
    return render(request, "people/erase.html", words)


def _erased(request: HubRequest, who: Who) -> HttpResponse:
    person = who.actor.present_person.id
    erasing.erase(who=who)
    if not Person.objects.filter(id=person).exists():
        logout(request)
    messages.success(request, _("You are erased from this hub."))
    return redirect("front")
