"""The public register: what was asked, of whom, by when, and what was answered."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.answers import export, queries, rules
from gyda.answers.actions.ask import OWN
from gyda.answers.kinds import kind_of
from gyda.answers.models import Question
from gyda.initiatives.queries import initiative_or_404
from gyda.people.access import HubRequest
from gyda.web.download import csv_response
from gyda.web.links import hub_path
from gyda.web.paging import page_of


def register(request: HubRequest) -> HttpResponse:
    """List what was asked, all of it or what waits, is late, is answered, is promised."""
    show = request.GET.get("show", "")
    rows, by = queries.register(show)
    names = [_("All"), _("Waiting"), _("Late"), _("Answered"), _("Promised"), _("Promises late")]
    context = {
        "page": page_of(rows, request, by=by),
        "show": show,
        "filters": list(zip(("", *queries.SHOWN), names, strict=True)),
    }
    return render(request, "answers/register.html", context)


def question(request: HubRequest, question: UUID) -> HttpResponse:
    """Show one with every answer and what became of it."""
    found = queries.question_or_404(question)
    if found.hidden:
        context = {"kind": kind_of(found.kind), "about_href": _about(request, found)}
        return render(request, "answers/hidden.html", context)
    who, answers = request.who, queries.answers_to(found)
    contact = queries.contact_of(found.organisation_id) if who else None
    is_own = found.kind == OWN and found.initiative is not None
    context = {
        "question": found,
        "kind": kind_of(found.kind),
        "about_href": _about(request, found),
        "answers": answers,
        "contact": contact,
        "may_answer": found.state != "WITHDRAWN" and rules.may_answer(who, found),
        "may_take_back": is_own and found.is_waiting and rules.may_ask(who, found.initiative),
        "promise": next((one for one in answers if not one.replaced_at and one.promises), None),
    }
    return render(request, "answers/question.html", context)


def _about(request: HubRequest, found: Question) -> str:
    page = kind_of(found.kind).page
    return hub_path(request.hub.slug, page, found.about_id) if page else ""


def of_initiative(request: HubRequest, initiative: UUID) -> HttpResponse:
    """List what was asked on the thread of an initiative."""
    found = initiative_or_404(initiative)
    context = {
        "initiative": found,
        "questions": queries.of_initiative(found),
        "may_ask": found.is_open and rules.may_ask(request.who, found),
    }
    return render(request, "answers/of_initiative.html", context)


def file(request: HubRequest) -> HttpResponse:
    """Give it all as a table."""
    return csv_response(f"answers-{request.hub.slug}", export.HEADER, export.rows())


def data(request: HubRequest) -> HttpResponse:
    """Give it all for machines."""
    found = {"answers": [export.as_data(question) for question in export.questions()]}
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
