"""The page on which one chooses whom to be."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gyda.people.entrance import enter
from gyda.people.models import Person
from gyda.site.demo.access import is_open
from gyda.site.demo.doors import who_can_sign_in
from gyda.web.links import hub_path


def doors(request: HttpRequest) -> HttpResponse:
    """List whom one can be, or walk in as one of them."""
    if not is_open(request):
        raise Http404
    people = who_can_sign_in()
    if request.method != "POST":
        return render(request, "site/demo/doors.html", {"people": people})
    chosen = next((one for one in people if one.key == request.POST.get("who")), None)
    if chosen is None:
        raise Http404
    person = Person.objects.get(id=chosen.person_id)
    if request.user.is_authenticated:
        logout(request)
    home = hub_path(chosen.hub.slug, "hub:home")  # in the visitor's language, not the person's
    response = enter(request, person, going_to=home)
    response["Location"] = home
    return response
