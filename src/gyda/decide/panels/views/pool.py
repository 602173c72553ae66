"""Into the pool: oneself, with the code of a letter, or by the clerk, whose list it is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.decide.panels import faults, queries
from gyda.decide.panels.actions import files
from gyda.decide.panels.actions import pool as actions
from gyda.decide.panels.forms.pool import (
    AnswersForm,
    FileForm,
    HomesForm,
    InviteForm,
    ReplyForm,
    WriteDownForm,
)
from gyda.decide.panels.models import PoolPerson
from gyda.decide.panels.quotas import features_of
from gyda.decide.panels.template import header_of
from gyda.decide.panels.views.asking import Asked, ask
from gyda.decide.panels.views.setup import counted
from gyda.heard.queries.about import answers_of
from gyda.people.access import HubRequest, members_only, own_affairs
from gyda.web.deeds import attempt, go, press
from gyda.web.download import csv_response
from gyda.web.paging import page_of


@never_cache
@own_affairs
def join(request: HubRequest, panel: UUID) -> HttpResponse:
    """Put oneself forward; what one has said of oneself already is filled in."""
    found, who = queries.panel_or_404(panel), request.who
    if not found.is_gathering or who.subject.organisation_id:
        raise Http404
    mine, features = queries.in_pool(who, found), features_of(found)
    said = mine.answers if mine else answers_of(who.subject)
    form = AnswersForm(
        request.POST or None, features=features, homes=found.one_per_household, said=said
    )
    asked = Asked(
        _("Put yourself forward"),
        _("Put me forward"),
        _("You are in the pool. You read here what your chance is once the lots are made."),
    )

    def act() -> PoolPerson:
        return actions.put_forward(who=who, panel_id=found.id, told=form.told())

    return ask(request, found, form, act, asked, joins=True)


@require_POST
@own_affairs
def take_back(request: HubRequest, panel: UUID) -> HttpResponse:
    """Leave the pool."""
    found = queries.panel_or_404(panel)

    def act() -> None:
        actions.take_back(who=request.who, panel_id=found.id)

    said = _("You are no longer in the pool, and your answers are deleted.")
    return press(request, act, said, "decide:panel", found.id)


@never_cache
def reply(request: HubRequest, panel_code: str) -> HttpResponse:
    """Put oneself forward with the code of a letter: no account is needed."""
    invitation = queries.invitation_or_404(panel_code)
    found = invitation.panel
    if not found.is_gathering:
        return render(request, "decide/panels/too_late.html", {"panel": found})
    features = features_of(found)
    form = ReplyForm(request.POST or None, features=features, homes=found.one_per_household)

    def act() -> PoolPerson:
        words = {name: form.cleaned_data[name] for name in ("name", "contact")}
        return actions.reply(code=invitation.code, told=form.told(), **words)

    if attempt(form, act):
        thanks = _(
            "Thank you. The clerk tells you whether the lot falls on you. Until the pool closes "
            "you can change your answers with the same code."
        )
        return go(request, thanks, "decide:panel", found.id)
    return render(request, "decide/panels/reply.html", {"panel": found, "form": form})


@never_cache
@members_only
def pool(request: HubRequest, panel: UUID) -> HttpResponse:
    """List the pool by name, to the clerk alone."""
    found = queries.clerks_panel_or_404(request, panel)
    context = {"panel": found, "page": page_of(queries.pool_of(found), request, size=50)}
    return render(request, "decide/panels/pool.html", context)


@members_only
def write_down(request: HubRequest, panel: UUID) -> HttpResponse:
    """Write someone down who told the clerk."""
    found = queries.clerks_panel_or_404(request, panel)
    features = features_of(found)
    form = WriteDownForm(request.POST or None, features=features, homes=found.one_per_household)
    asked = Asked(
        _("Write someone down"), _("Put them into the pool"), _("Done."), to="decide:panel_pool"
    )

    def act() -> PoolPerson:
        words = {name: form.cleaned_data[name] for name in ("name", "contact", "member")}
        return actions.write_down(who=request.who, panel_id=found.id, told=form.told(), **words)

    return ask(request, found, form, act, asked)


@require_POST
@members_only
def take_out(request: HubRequest, panel: UUID, person: UUID) -> HttpResponse:
    """Take someone out who asked for it."""
    found = queries.clerks_panel_or_404(request, panel)
    row = get_object_or_404(queries.pool_of(found), id=person)

    def act() -> None:
        actions.take_out(who=request.who, panel_id=found.id, person_id=row.id)

    return press(request, act, _("They are taken out."), "decide:panel_pool", found.id)


@members_only
def file(request: HubRequest, panel: UUID) -> HttpResponse:
    """Bring a pool in from a file: all of it, or every fault with its line."""
    found = queries.clerks_panel_or_404(request, panel)
    form = FileForm(request.POST or None, request.FILES or None)

    def act() -> int | None:
        try:
            return files.bring_file(who=request.who, panel_id=found.id, brought=form.brought())
        except files.Unreadable as error:
            faults.put(form, error)
            return None

    done = attempt(form, act)
    if done and done.result is not None:
        return go(request, counted(done.result), "decide:panel_pool", found.id)
    return render(request, "decide/panels/file.html", {"panel": found, "form": form})


@members_only
def template(request: HubRequest, panel: UUID) -> HttpResponse:
    """Give the first line of the file, and a line that shows what can be said."""
    found = queries.clerks_panel_or_404(request, panel)
    header, rows = header_of(features_of(found))
    return csv_response("pool", header, rows)


@members_only
def homes(request: HubRequest, panel: UUID) -> HttpResponse:
    """Make letters with codes for a list of addresses."""
    found = queries.clerks_panel_or_404(request, panel)
    form = HomesForm(request.POST or None)
    asked = Asked(
        _("Invite homes by post"),
        _("Make the letters"),
        _("The letters are made. Print them, and post them."),
        to="decide:panel_letters",
    )

    def act() -> object:
        lines = form.lines()
        return actions.invite_homes(who=request.who, panel_id=found.id, addresses=lines)

    return ask(request, found, form, act, asked)


@members_only
def letters(request: HubRequest, panel: UUID) -> HttpResponse:
    """Show the letters, to be printed."""
    found = queries.clerks_panel_or_404(request, panel)
    page = page_of(queries.invitations_of(found), request, size=100)
    return render(request, "decide/panels/letters.html", {"panel": found, "page": page})


@members_only
def invite(request: HubRequest, panel: UUID) -> HttpResponse:
    """Invite a member of the hub."""
    found = queries.clerks_panel_or_404(request, panel)
    form = InviteForm(request.POST or None)
    asked = Asked(_("Invite a member"), _("Invite them"), _("They are written to."))

    def act() -> None:
        member = form.cleaned_data["member"]
        actions.invite_member(who=request.who, panel_id=found.id, member=member)

    return ask(request, found, form, act, asked)
