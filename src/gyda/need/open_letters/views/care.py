"""Writing a letter, mending it, paper sheets, delivering it, taking it down; the rules."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from gyda.initiatives.models import Initiative
from gyda.need.open_letters import queries
from gyda.need.open_letters.actions import setup, signing, writing
from gyda.need.open_letters.forms import DeliverForm, OpenForm, RulesForm, SheetForm, WordsForm
from gyda.need.open_letters.models import LetterPolicy, OpenLetter
from gyda.need.open_letters.subjects import LETTERS, NAMES
from gyda.need.rulings import views as rulings
from gyda.people.access import HubRequest, connectors_only, members_only, stewards_only
from gyda.web.deeds import attempt, go, press

COLUMNS = (
    "title_cy", "title_en", "text_cy", "text_en", "original", "translated", "organisation",
    "recipient_cy", "recipient_en",
)  # fmt: skip


def _initiative(request: HubRequest) -> Initiative | None:
    try:
        asked = UUID(request.GET.get("initiative", ""))
    except ValueError:
        return None
    return Initiative.objects.under_way().filter(id=asked).first()


@members_only
def new(request: HubRequest) -> HttpResponse:
    """Write a letter for others to sign."""
    form, initiative = OpenForm(request.POST or None), _initiative(request)

    def act() -> OpenLetter:
        return writing.open_letter(
            who=request.who, words=form.letter(), initiative=initiative,
            key=form.cleaned_data["key"],
        )  # fmt: skip

    if done := attempt(form, act):
        said = _("The letter is open for signatures. Sign it too.")
        return go(request, said, "need:letter", done.result.id)
    context = {"form": form, "initiative": initiative}
    return render(request, "need/open_letters/new.html", context)


def _kept_or_404(request: HubRequest, letter_id: UUID) -> OpenLetter:
    found = queries.letter_or_404(letter_id)
    if not (found.is_open and writing.may_keep(request.who, found)):
        raise Http404
    return found


@members_only
def change(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """Put it in other words, before others sign."""
    found = _kept_or_404(request, open_letter)
    form = WordsForm(request.POST or None, initial={n: getattr(found, n) for n in COLUMNS})

    def act() -> OpenLetter:
        return writing.change(who=request.who, letter_id=found.id, words=form.letter())

    if attempt(form, act):
        return go(request, _("The new words are published."), "need:letter", found.id)
    return render(request, "need/open_letters/change.html", {"form": form, "letter": found})


@connectors_only
def sheet(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """Type in a paper sheet."""
    found = _kept_or_404(request, open_letter)
    form = SheetForm(request.POST or None)

    def act() -> signing.Sheet:
        return signing.type_sheet(who=request.who, letter_id=found.id, **form.cleaned_data)

    done = attempt(form, act)
    if done and not done.result.doubtful:
        return go(request, _counted(done.result), "need:letter", found.id)
    doubtful = done.result.doubtful if done else ()
    context = {"form": form, "letter": found, "doubtful": doubtful}
    return render(request, "need/open_letters/sheet.html", context)


def _counted(typed: signing.Sheet) -> str:
    new = ngettext("%(n)s person counted.", "%(n)s people counted.", typed.counted)
    again = ngettext("%(n)s stood there already.", "%(n)s stood there already.", typed.again)
    said = new % {"n": typed.counted}
    return f"{said} {again % {'n': typed.again}}" if typed.again else said


@members_only
def deliver(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """Note that it was handed over; the clock of the answer starts."""
    found = _kept_or_404(request, open_letter)
    form = DeliverForm(request.POST or None)

    def act() -> OpenLetter:
        return writing.deliver(who=request.who, letter_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        said = _("Noted. The clock of the answer runs, and everyone who signed is told.")
        return go(request, said, "need:letter", found.id)
    return render(request, "need/open_letters/deliver.html", {"form": form, "letter": found})


@require_POST
@members_only
def close(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """End it without delivering it."""
    found = _kept_or_404(request, open_letter)
    return press(
        request,
        lambda: writing.close(who=request.who, letter_id=found.id),
        _("The letter is closed."),
        "need:letter",
        found.id,
    )


@connectors_only
def take_down(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """Take a letter down."""
    return rulings.take_down(request, LETTERS, queries.shown_or_404(open_letter))


@connectors_only
def take_name_down(request: HubRequest, signature: UUID) -> HttpResponse:
    """Take a name down that stands under a letter."""
    return rulings.take_down(request, NAMES, queries.name_or_404(signature))


@stewards_only
def rules(request: HubRequest) -> HttpResponse:
    """Set who may sign, and how long a signature waits."""
    now = signing.policy()
    initial = {"non_members": now.non_members, "forget_days": now.forget_days}
    form = RulesForm(request.POST or None, initial=initial)

    def act() -> LetterPolicy:
        return setup.set_rules(who=request.who, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The rules are set."), "need:letter_rules")
    return render(request, "need/open_letters/rules.html", {"form": form})
