"""Seats: taking one, saying no, leaving; and what the clerk writes down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.decide.panels import hearing_queries, queries
from gyda.decide.panels.actions import seats
from gyda.decide.panels.forms.seats import (
    AnsweredForm,
    ChairForm,
    ExplainForm,
    LinkForm,
    TrainedForm,
    named,
)
from gyda.decide.panels.models import Panel, PanelSeat, Sits
from gyda.decide.panels.views.asking import Asked, ask
from gyda.decide.panels.views.refused import seats_only
from gyda.people.access import HubRequest, members_only, own_affairs
from gyda.web.deeds import press


@require_POST
@own_affairs
def take(request: HubRequest, panel: UUID) -> HttpResponse:
    """Take the seat that was offered."""
    return _answer(request, panel, True, _("The seat is yours. Thank you."))


@require_POST
@own_affairs
def decline(request: HubRequest, panel: UUID) -> HttpResponse:
    """Say no; nobody asks why."""
    return _answer(request, panel, False, _("You have said no. Nobody asks you why."))


def _answer(request: HubRequest, panel: UUID, takes: bool, said: str) -> HttpResponse:
    found = queries.panel_or_404(panel)
    if queries.offered(request.who, found) is None:
        raise Http404

    def act() -> None:
        seats.answer(who=request.who, panel_id=found.id, takes=takes)

    return press(request, act, said, "decide:panel", found.id)


@require_POST
@own_affairs
def leave(request: HubRequest, panel: UUID) -> HttpResponse:
    """Leave the panel."""
    found = queries.panel_or_404(panel)
    if queries.offered(request.who, found) is None:
        raise Http404

    def act() -> None:
        seats.leave(who=request.who, panel_id=found.id)

    said = _("You have left the panel. Thank you for your time on it.")
    return press(request, act, said, "decide:panel", found.id)


def _seat(request: HubRequest, panel: UUID, seat: UUID) -> tuple[Panel, PanelSeat]:
    """Return a seat to the clerk."""
    found = queries.clerks_panel_or_404(request, panel)
    rows = PanelSeat.objects.filter(panel=found).select_related("member", "person")
    return found, get_object_or_404(rows, id=seat)


@never_cache
@members_only
def answered(request: HubRequest, panel: UUID, seat: UUID) -> HttpResponse:
    """Write down what someone said by telephone or on paper."""
    found, row = _seat(request, panel, seat)
    if row.state != Sits.OFFERED:
        raise Http404
    form = AnsweredForm(request.POST or None)
    if row.member_id:
        del form.fields["member"]
    title = _("What did they say? %(name)s") % {"name": named(row)}
    asked = Asked(title, _("Write it down"), _("Written down."), to="decide:panel_seats")

    def act() -> None:
        seats.answered(who=request.who, panel_id=found.id, seat_id=row.id, **form.cleaned_data)

    return ask(request, found, form, act, asked)


@never_cache
@members_only
def link(request: HubRequest, panel: UUID, seat: UUID) -> HttpResponse:
    """Say which member someone is who was drawn from a file or a letter."""
    found, row = _seat(request, panel, seat)
    if row.member_id:
        raise Http404
    form = LinkForm(request.POST or None)
    title = _("Who in the hub is this? %(name)s") % {"name": named(row)}
    words = _("Whoever is to ask and vote on these pages needs to be a member of the hub.")
    asked = Asked(title, _("This is them"), _("Written down."), words, to="decide:panel_seats")

    def act() -> None:
        member = form.cleaned_data["member"]
        seats.link_member(who=request.who, panel_id=found.id, seat_id=row.id, member=member)

    return ask(request, found, form, act, asked)


@require_POST
@members_only
def gone(request: HubRequest, panel: UUID, seat: UUID) -> HttpResponse:
    """Write down that someone has left, or has not answered in time."""
    found, row = _seat(request, panel, seat)

    def act() -> None:
        seats.gone(who=request.who, panel_id=found.id, seat_id=row.id)

    return press(request, act, _("The seat is empty."), "decide:panel_seats", found.id)


@require_POST
@members_only
def fill(request: HubRequest, panel: UUID) -> HttpResponse:
    """Ask those who stand by."""
    found = queries.clerks_panel_or_404(request, panel)

    def act() -> None:
        seats.fill(who=request.who, panel_id=found.id)

    said = _("Those who keep the balance best are asked.")
    return press(request, act, said, "decide:panel_seats", found.id)


@require_POST
@members_only
def draw_again(request: HubRequest, panel: UUID) -> HttpResponse:
    """Draw for the empty seats from the pool."""
    found = queries.clerks_panel_or_404(request, panel)

    def act() -> None:
        seats.draw_again(who=request.who, panel_id=found.id)

    said = _("Lots for the empty seats are being made.")
    return press(request, act, said, "decide:panel_drawing", found.id)


@members_only
def trained(request: HubRequest, panel: UUID) -> HttpResponse:
    """Write down who has had the training."""
    found = queries.clerks_panel_or_404(request, panel)
    seated = [seat for seat in queries.seats_of(found) if seat.sits and not seat.trained_on]
    form = TrainedForm(request.POST or None, seated=seated)
    words = _("The panel votes once everyone who sits has had the training.")
    asked = Asked(_("Training"), _("Write it down"), _("Written down."), words)

    def act() -> None:
        ids, on = [UUID(one) for one in form.cleaned_data["seats"]], form.cleaned_data["on"]
        seats.trained(who=request.who, panel_id=found.id, seat_ids=ids, on=on)

    return ask(request, found, form, act, asked)


@seats_only
def chair(request: HubRequest, panel: Panel, seat: PanelSeat) -> HttpResponse:
    """Say whom one wants as chair."""
    seated = [one for one in queries.seats_of(panel) if one.sits]
    voices = hearing_queries.voices_for_chair(panel)
    form = ChairForm(
        request.POST or None, seated=seated, voices=voices.for_each, initial={"seat": seat.wants_id}
    )
    words = _(
        "Each of you says it here, and may say otherwise later. Whoever has more than half of "
        "you is the chair: %(needed)s voices."
    ) % {"needed": voices.needed}
    asked = Asked(_("The chair"), _("This is whom I want"), _("Your voice counts."), words)

    def act() -> None:
        seat_id = UUID(form.cleaned_data["seat"])
        seats.choose_chair(who=request.who, panel_id=panel.id, seat_id=seat_id)

    return ask(request, panel, form, act, asked)


@seats_only
def explain(request: HubRequest, panel: Panel, seat: PanelSeat) -> HttpResponse:
    """Let the chair explain why the panel is unlike the people who live here."""
    if not seat.is_chair:
        raise Http404
    words = {name: getattr(panel, name) for name in ("explained_cy", "explained_en")}
    form = ExplainForm(request.POST or None, initial=words)
    asked = Asked(
        _("Explain the panel"), _("Publish this"), _("Published."), to="decide:panel_seats"
    )

    def act() -> None:
        seats.explain(who=request.who, panel_id=panel.id, **form.cleaned_data)

    return ask(request, panel, form, act, asked)


@require_POST
@members_only
def end(request: HubRequest, panel: UUID) -> HttpResponse:
    """End the panel when its term is over."""
    found = queries.clerks_panel_or_404(request, panel)

    def act() -> None:
        seats.end_panel(who=request.who, panel_id=found.id)

    said = _("The panel has ended. Those who stood by are thanked.")
    return press(request, act, said, "decide:panel", found.id)
