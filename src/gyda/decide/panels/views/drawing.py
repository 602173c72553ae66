"""The drawing: promises, closing the pool, how far the lots are, what clashes, the lot itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import secrets
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.decide.panels import queries
from gyda.decide.panels.actions import closing, lot, promises
from gyda.decide.panels.actions.features import take_way_out
from gyda.decide.panels.clashes import clashes_of
from gyda.decide.panels.forms.drawing import LotForm, PromiseForm, SecretForm
from gyda.decide.panels.models import Way
from gyda.decide.panels.rules import is_clerk
from gyda.decide.panels.views.asking import Asked, ask
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


@never_cache
@members_only
def promise(request: HubRequest, panel: UUID) -> HttpResponse:
    """Promise a secret; one can be made here, shown this once and kept nowhere."""
    found = queries.panel_or_404(panel)
    if found.way != Way.SEED or not found.is_gathering:
        raise Http404
    fresh = "" if request.POST else "-".join(secrets.token_hex(3) for _part in range(4))
    ready = {"sha256": promises.promise_of(fresh)} if fresh else {}
    form = PromiseForm(request.POST or None, initial=ready)

    def act() -> object:
        sha256 = form.cleaned_data["sha256"]
        return promises.promise(who=request.who, panel_id=found.id, sha256=sha256)

    if attempt(form, act):
        said = _("Your promise is published. Tell the secret once the lots are there.")
        return go(request, said, "decide:panel", found.id)
    return render(
        request, "decide/panels/promise.html", {"panel": found, "form": form, "fresh": fresh}
    )


@never_cache
@members_only
def reveal(request: HubRequest, panel: UUID) -> HttpResponse:
    """Tell a secret that was promised."""
    found = queries.panel_or_404(panel)
    draw = queries.latest_draw(found)
    if found.way != Way.SEED or draw is None or not draw.is_listed:
        raise Http404
    form = SecretForm(request.POST or None)
    asked = Asked(
        _("Tell your secret"), _("Tell it"), _("Told. It is just what was promised."),
        to="decide:panel_drawing",
    )  # fmt: skip

    def act() -> object:
        secret = form.cleaned_data["secret"]
        return promises.reveal(who=request.who, panel_id=found.id, secret=secret)

    return ask(request, found, form, act, asked)


@never_cache
def drawing(request: HubRequest, panel: UUID) -> HttpResponse:
    """Show how far the drawing is; where no panel keeps the quotas, what clashes and what helps."""
    found = queries.panel_or_404(panel)
    draw = queries.latest_draw(found)
    if draw is None:
        raise Http404
    context: dict[str, Any] = {
        "panel": found,
        "draw": draw,
        "clerk": is_clerk(request.who, found),
        "promises": queries.promises_of(found) if found.way == Way.SEED else [],
        "clashes": clashes_of(found, draw) if draw.fault else None,
        "missed": f"{draw.missed / 1_000_000:.4f}",
    }
    return render(request, "decide/panels/drawing.html", context)


def _clerk_presses(
    request: HubRequest, panel: UUID, act: Any, words: str, to: str = "decide:panel_drawing"
) -> HttpResponse:
    found = queries.clerks_panel_or_404(request, panel)
    return press(request, lambda: act(who=request.who, panel_id=found.id), words, to, found.id)


@require_POST
@members_only
def close(request: HubRequest, panel: UUID) -> HttpResponse:
    """Close the pool, and have the lots made."""
    said = _("The pool is closed, and the lots are being made.")
    return _clerk_presses(request, panel, closing.close_pool, said, "decide:panel")


@require_POST
@members_only
def open_again(request: HubRequest, panel: UUID) -> HttpResponse:
    """Open the pool again."""
    said = _("The pool is open again.")
    return _clerk_presses(request, panel, closing.open_again, said, "decide:panel")


@require_POST
@members_only
def stop(request: HubRequest, panel: UUID) -> HttpResponse:
    """Stop the work on the lots."""
    return _clerk_presses(request, panel, closing.stop, _("Stopped."))


@require_POST
@members_only
def try_again(request: HubRequest, panel: UUID) -> HttpResponse:
    """Have the lots made once more."""
    return _clerk_presses(request, panel, closing.try_again, _("The lots are being made."))


@require_POST
@members_only
def way_out(request: HubRequest, panel: UUID, way: int) -> HttpResponse:
    """Change the quotas as was offered, and have the lots made."""
    found = queries.clerks_panel_or_404(request, panel)
    draw = queries.latest_draw(found)
    if draw is None:
        raise Http404

    def act() -> None:
        ids = {"panel_id": found.id, "draw_id": draw.id}
        take_way_out(who=request.who, number=way - 1, **ids)
        closing.try_again(who=request.who, panel_id=found.id)

    said = _("The quotas are changed, and the lots are being made.")
    return press(request, act, said, "decide:panel_drawing", found.id)


@members_only
def draw_lot(request: HubRequest, panel: UUID) -> HttpResponse:
    """Draw one of the published lots, in public."""
    found = queries.clerks_panel_or_404(request, panel)
    draw = queries.latest_draw(found)
    if draw is None or not draw.is_listed:
        raise Http404
    form = LotForm(request.POST or None, panel=found, again=draw.again)
    asked = Asked(
        _("Draw the lot"),
        _("This is the lot"),
        _("The lot is drawn. Everyone is told what became of them."),
        _("This cannot be undone. Do it in public, where everyone can see it."),
        to="decide:panel_seats",
    )

    def act() -> object:
        return lot.draw_lot(who=request.who, panel_id=found.id, said=form.said())

    return ask(request, found, form, act, asked)
