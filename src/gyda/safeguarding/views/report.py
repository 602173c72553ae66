"""Telling of a concern: for anyone, signed in or not; and reading the answer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gyda.people import codes, limits
from gyda.people.access import HubRequest, oneself_only
from gyda.people.models import Member, Organisation
from gyda.people.queries import member_or_404
from gyda.safeguarding.actions.concerns import Told, tell_concern
from gyda.safeguarding.errors import CodeUnknown
from gyda.safeguarding.forms.concerns import AnswerCodeForm, ConcernForm
from gyda.safeguarding.models.concern import About
from gyda.safeguarding.queries.concerns import answers_to, concern_by_code, told_by
from gyda.safeguarding.queries.context import exchange_or_404
from gyda.safeguarding.rules import leads
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.paging import page_of


@never_cache
@require_http_methods(["GET", "POST"])
def report(request: HubRequest) -> HttpResponse:
    """Take a concern in; the answer shows a code once."""
    about, people = _about(request), leads()
    form = ConcernForm(
        request.POST or None, leads=people, is_member=bool(request.who), fixed=bool(about)
    )
    if form.is_valid():
        try:
            limits.count(request, "tell_concern")
            return _told(request, form, about)
        except DomainError as error:
            add_domain_error(form, error)
    words = {"form": form, "leads": people, "about": about.get("shown")}
    return render(request, "safeguarding/report.html", words)


def _about(request: HubRequest) -> dict[str, Any]:
    """Return what the link that led here is about: only what the reader may know of."""
    asked = request.GET
    try:
        if not request.who:
            return {}
        if "member" in asked:
            member = member_or_404(UUID(asked["member"]))
            return {"about": About.PERSON, "about_member": member, "shown": member.name}
        if "exchange" in asked:
            found = exchange_or_404(request.who, UUID(asked["exchange"]))
            return {"about": About.EXCHANGE, "exchange_id": found.id, "shown": found.what}
        if "organisation" in asked:
            place = get_object_or_404(Organisation, id=UUID(asked["organisation"]))
            return {"about": About.PLACE, "organisation": place, "shown": str(place)}
    except ValueError:
        raise Http404 from None
    return {}


def _told(request: HubRequest, form: ConcernForm, about: dict[str, Any]) -> HttpResponse:
    data = form.cleaned_data
    columns = {name: value for name, value in about.items() if name != "shown"}
    typed = {name: data[name] for name in ("about", "about_words", "contact") if name in data}
    _concern, code = tell_concern(
        told=Told(words=data["words"], language=data["language"], **typed, **columns),
        told_by=_teller(request, data),
        withheld=form.kept_from(),
    )
    due = {"due": _concern.due_at, "code": codes.shown(code)}
    return render(request, "safeguarding/told.html", due)


def _teller(request: HubRequest, data: dict[str, Any]) -> Member | None:
    return request.who.actor if request.who and not data.get("nameless") else None


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HubRequest) -> HttpResponse:
    """Show the answer to whoever has the code; it never stands in an address."""
    form = AnswerCodeForm(request.POST or None)
    words: dict[str, Any] = {"form": form}
    if form.is_valid():
        try:
            limits.count(request, "try_answer")
            concern = concern_by_code(form.cleaned_data["code"])
            if concern is None:
                raise CodeUnknown
            words |= {"concern": concern, "answers": answers_to(concern)}
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "safeguarding/answer.html", words)


@never_cache
@oneself_only
@require_safe
def mine(request: HubRequest) -> HttpResponse:
    """Show a member what they told with their name, and the answers."""
    page = page_of(told_by(request.who.actor), request, size=10)
    told = [(concern, list(answers_to(concern))) for concern in page.rows[:3]]
    return render(request, "safeguarding/mine.html", {"page": page, "told": told})
