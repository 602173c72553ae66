"""Payments: asked for, approved by somebody else, refused, taken back; and their files."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.decide.funds.actions import payments as actions
from gyda.decide.funds.forms.funds import RefusalForm
from gyda.decide.funds.models import Payment, Receipt
from gyda.decide.funds.models.movement import ReceiptKind
from gyda.decide.funds.queries import book
from gyda.decide.funds.views.holding import kept_promise, moved
from gyda.people.access import HubRequest, members_only, oneself_only
from gyda.web.deeds import attempt, go, press
from gyda.web.pictures import kept


@oneself_only
@members_only
def pay(request: HubRequest, promise: UUID) -> HttpResponse:
    """Pay, or ask a second person to say yes."""
    found = kept_promise(request, promise)
    words = {
        "title": _("Pay"),
        "lead": str(found.title),
        "submit": _("Pay it"),
        "done": _("It is in the book; where a second yes is needed, the others have been asked."),
    }
    return moved(
        request,
        lambda pence, proof, key: actions.pay(
            who=request.who, commitment_id=found.id, pence=pence, proof=proof, key=key
        ),
        words,
        "decide:promise",
        found.id,
    )


@oneself_only
@members_only
def waiting(request: HubRequest) -> HttpResponse:
    """List what waits for a second yes."""
    rows = book.payments_for(request.who)
    return render(request, "decide/funds/waiting.html", {"rows": rows, "me": request.who.actor})


@require_POST
@oneself_only
@members_only
def approve(request: HubRequest, payment: UUID) -> HttpResponse:
    """Say the second yes."""
    found = _kept(request, payment)
    said = _("Paid. It is in the book.")
    act = actions.approve
    return press(
        request,
        lambda: act(who=request.who, payment_id=found.id),
        said,
        "decide:promise",
        found.commitment_id,
    )


@oneself_only
@members_only
def refuse(request: HubRequest, payment: UUID) -> HttpResponse:
    """Say no, and why."""
    found = _kept(request, payment)
    form = RefusalForm(request.POST or None)

    def act() -> Payment:
        return actions.refuse(who=request.who, payment_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        said = _("Refused. The others are told.")
        return go(request, said, "decide:promise", found.commitment_id)
    return render(request, "decide/funds/refuse.html", {"form": form, "payment": found})


@require_POST
@oneself_only
@members_only
def take_back(request: HubRequest, payment: UUID) -> HttpResponse:
    """Take one's own asking back."""
    found = _kept(request, payment)
    act = actions.take_back
    return press(
        request,
        lambda: act(who=request.who, payment_id=found.id),
        _("Taken back. Nothing was paid."),
        "decide:promise",
        found.commitment_id,
    )


@members_only
def receipt(request: HubRequest, receipt: UUID) -> HttpResponse:
    """Hand out a file that shows it: a picture to look at, a PDF to keep."""
    found = book.receipt_or_404(receipt, request.who)
    if found.kind == ReceiptKind.PICTURE:
        return kept.shown(found, "large")
    return _pdf(found)


def _pdf(found: Receipt) -> HttpResponse:
    try:
        with default_storage.open(found.file("large")) as file:
            content = file.read()
    except FileNotFoundError:
        raise Http404 from None
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="receipt-{found.id}.pdf"'
    response["Cache-Control"] = "private, max-age=3600"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _kept(request: HubRequest, payment_id: UUID) -> Payment:
    payment = book.payment_or_404(payment_id)
    kept_promise(request, payment.commitment_id)
    return payment
