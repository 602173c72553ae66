"""A member's letters and choices, and the connector's printer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gyda.letters import actions, pdf, queries, unsubscribing
from gyda.letters.forms import ChoicesForm
from gyda.web.access import HubRequest, connectors_only, only
from gyda.web.links import hub_path
from gyda.web.paging import page_of
from gyda.web.pdf import pdf_response

own_letters_only = only(lambda who: who.reaches_everything)  # a time-bank supporter may not
SHEETS = 50  # letters in one print-out


@own_letters_only
def mine(request: HubRequest) -> HttpResponse:
    """List the letters to the reader, or to the person for whom they act."""
    letters = queries.letters_to(request.who.subject.id)
    context = {"page": page_of(letters, request), "subject": request.who.subject}
    return render(request, "letters/mine.html", context)


@own_letters_only
def letter(request: HubRequest, letter: UUID) -> HttpResponse:
    """Show one letter."""
    found = get_object_or_404(queries.letters_to(request.who.subject.id), id=letter)
    return render(request, "letters/letter.html", {"letter": found})


@own_letters_only
def choices(request: HubRequest) -> HttpResponse:
    """Let the reader choose how often each kind of letter comes."""
    subject = request.who.subject
    form = ChoicesForm(request.POST or None, chosen=queries.cadences_of(subject.id))
    if form.is_valid():
        actions.choose_all(member_id=subject.id, cadences=form.cleaned_data)
        messages.success(request, _("Kept. Letters will come as you chose."))
        return redirect(hub_path(request.hub.slug, "letters:mine"))
    return render(request, "letters/choices.html", {"form": form, "subject": subject})


@connectors_only
def queue(request: HubRequest) -> HttpResponse:
    """List what waits for the printer."""
    page = page_of(queries.letters_to_print(), request, by="id")
    return render(request, "letters/queue.html", {"page": page, "size": SHEETS})


@connectors_only
def sheets(request: HubRequest) -> HttpResponse:
    """Show the next letters, each on a sheet of its own, for the browser to print."""
    letters = list(queries.letters_to_print()[:SHEETS])
    left_out = [letter for letter in letters if not pdf.fits(letter)]
    context = {"letters": letters, "left_out": left_out}
    return render(request, "letters/sheets.html", context)


@connectors_only
def sheets_as_pdf(request: HubRequest) -> HttpResponse:
    """Give the same letters as one PDF, but for those that our typeface cannot write."""
    letters = [letter for letter in queries.letters_to_print()[:SHEETS] if pdf.fits(letter)]
    content = pdf.letters_as_pdf(request.hub, letters)
    return pdf_response(f"gyda-{request.hub.slug}-letters", content)


@connectors_only
@require_POST
def printed(request: HubRequest) -> HttpResponse:
    """Note that the letters of a print-out are on paper."""
    ids = _ids(request.POST.getlist("letter"))
    count = actions.mark_printed(who=request.who, letter_ids=ids)
    said = ngettext(
        "%(count)s letter noted as printed.", "%(count)s letters noted as printed.", count
    )
    messages.success(request, said % {"count": count})
    return redirect(hub_path(request.hub.slug, "letters:queue"))


@connectors_only
@require_POST
def again(request: HubRequest, letter: UUID) -> HttpResponse:
    """Send a letter once more that could not be sent."""
    found = get_object_or_404(queries.letters_to_print(), id=letter)
    if actions.send_again(letter_id=found.id):
        messages.success(request, _("The letter will be sent again."))
    return redirect(hub_path(request.hub.slug, "letters:queue"))


@csrf_exempt  # RFC 8058: the mail program posts here, and the token is proof enough
def stop(request: HubRequest, token: str) -> HttpResponse:
    """Stop letters of a kind, without signing in; looking at the page changes nothing."""
    wish = unsubscribing.wish_of(token, request.hub.id)
    if wish is None:
        raise Http404
    if request.method == "POST":
        unsubscribing.stop(wish)
    context = {"kinds": wish.kinds, "done": request.method == "POST"}
    return render(request, "letters/stop.html", context)


def _ids(texts: list[str]) -> list[UUID]:
    try:
        return [UUID(text) for text in texts]
    except ValueError:
        raise Http404 from None
