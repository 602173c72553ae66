"""Paper: printing, marking who hands one in, typing twice, settling what differs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.decide.ballots import electorates, queries
from gyda.decide.ballots.actions import sheets
from gyda.decide.ballots.forms.voting import CodeForm, MarkForm, PrintForm, VoteForm
from gyda.decide.ballots.models import Ballot, Option, Sheet, Standing
from gyda.decide.ballots.paper import papers_as_pdf
from gyda.decide.ballots.paper_trail import trail_of
from gyda.decide.ballots.receipts import plain
from gyda.decide.ballots.views.voting import in_words
from gyda.people.access import HubRequest, connectors_only
from gyda.web.deeds import attempt, go, press
from gyda.web.pdf import pdf_response
from gyda.web.templatetags.gyda import page_language


@never_cache
@connectors_only
def printing(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Make papers, and hand them over at once as a file to print."""
    found = queries.held_or_404(request.who, ballot)
    wards = queries.wards_of(_options(found))
    form = PrintForm(request.POST or None, wards=wards)

    def act() -> list[Sheet]:
        return sheets.print_sheets(who=request.who, ballot_id=found.id, **form.cleaned_data)

    if done := attempt(form, act):
        ward = form.cleaned_data.get("ward")
        options = queries.on_paper(_options(found), ward)
        name = next((str(one.name) for one in wards if one.number == ward), "")
        content = papers_as_pdf(found, done.result, options, page_language(), name)
        return pdf_response("ballot-papers", content)
    return render(request, "decide/ballots/papers.html", {"ballot": found, "form": form})


def _options(ballot: Ballot) -> list[Option]:
    return [one for one in queries.options_of(ballot) if one.state == Standing.FEASIBLE]


@never_cache
@connectors_only
def marking(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Note that somebody votes on paper, before the paper goes into the box."""
    found = queries.held_or_404(request.who, ballot)
    form = MarkForm(request.POST or None)

    def act() -> None:
        sheets.mark(who=request.who, ballot_id=found.id, member=form.cleaned_data["member"])

    if attempt(form, act):
        said = _("Marked. Now the paper goes into the box, folded.")
        if ward := electorates.ward_of(found, form.cleaned_data["member"]):
            theirs = _("It is a paper of the ward: %(name)s.") % {"name": ward.name}
            said = f"{said} {theirs}"
        return go(request, said, "decide:mark_paper", found.id)
    return render(request, "decide/ballots/mark.html", {"ballot": found, "form": form})


@never_cache
@connectors_only
def typing(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Type one paper: its number and its marks."""
    found = queries.held_or_404(request.who, ballot)
    code = CodeForm(request.POST or None)
    options = _options(found)  # of all wards: the action knows what stands on this paper
    form = VoteForm(request.POST or None, ballot=found, options=options)
    if request.method == "POST" and code.is_valid() and form.is_valid():

        def act() -> Sheet:
            words = plain(code.cleaned_data["code"])
            return sheets.type_in(who=request.who, ballot_id=found.id, code=words, said=form.said)

        if attempt(code, act):
            return go(request, _("The paper is typed. Here is the next one."),
                      "decide:type_paper", found.id)  # fmt: skip
    context = {"ballot": found, "code": code, "form": form}
    return render(request, "decide/ballots/type.html", context)


@never_cache
@connectors_only
def differing(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Show papers that wait for a second look, and those that two people read differently."""
    found = queries.held_or_404(request.who, ballot)
    options = queries.options_of(found)
    rows = [
        (sheet, [in_words(found, options, one) for one in said])
        for sheet, said in queries.typed(found).items()
    ]
    once = [(sheet, said) for sheet, said in rows if len(said) == 1]
    twice = [(sheet, said) for sheet, said in rows if len(said) > 1]
    context = {
        "ballot": found, "once": once, "twice": twice, "trail": trail_of(found), "holds": True
    }  # fmt: skip
    return render(request, "decide/ballots/differing.html", context)


@never_cache
@connectors_only
def settling(request: HubRequest, sheet: UUID) -> HttpResponse:
    """Say what stands on a paper that was read differently."""
    entries = list(queries.entries_of(sheet))
    if len(entries) != 2:
        raise Http404
    paper = entries[0].sheet
    found = queries.held_or_404(request.who, paper.ballot_id)
    options = queries.on_paper(_options(found), paper.ward)
    form = VoteForm(request.POST or None, ballot=found, options=options)

    def act() -> Sheet:
        return sheets.settle(who=request.who, sheet_id=paper.id, said=form.said)

    if attempt(form, act):
        return go(request, _("That is settled."), "decide:papers_that_differ", found.id)
    said = [in_words(found, options, one.marks) for one in entries]
    context = {"ballot": found, "form": form, "sheet": paper, "said": said}
    return render(request, "decide/ballots/settle.html", context)


@require_POST
@connectors_only
def put_aside(request: HubRequest, sheet: UUID) -> HttpResponse:
    """Leave a paper out."""
    paper = get_object_or_404(Sheet, id=sheet)
    found = queries.held_or_404(request.who, paper.ballot_id)
    return press(
        request,
        lambda: sheets.put_aside(who=request.who, sheet_id=paper.id),
        _("The paper is put aside."),
        "decide:papers_that_differ",
        found.id,
    )
