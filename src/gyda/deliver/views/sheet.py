"""Quick entry: a sheet of hours from paper, all of it or nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gyda.deliver.actions.entry import SomeLinesWrong, enter_sheet
from gyda.deliver.forms.sheet import LINES, MOST_LINES, LineForm, SheetForm, as_typed, filled
from gyda.deliver.models import Exchange
from gyda.people.access import HubRequest, connectors_only
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


@connectors_only
def sheet(request: HubRequest) -> HttpResponse:
    """Take a sheet; what is wrong is said line by line, and every line stays as typed."""
    count = _count(request)
    if "more" in request.POST:
        return _more(request, count)
    form = SheetForm(request.POST or None, initial={"day": timezone.localdate()})
    lines = _lines(request, count)
    if request.method == "POST" and _is_valid(form, lines):
        stored = _store(request, form, lines)
        if stored is not None:
            return _done(request, len(stored))
    return _page(request, form, lines, checked=request.method == "POST")


def _count(request: HubRequest) -> int:
    typed = request.POST.get("count", "")
    count = int(typed) if typed.isdigit() and len(typed) < 4 else LINES
    more = LINES if "more" in request.POST else 0
    return min(max(count + more, LINES), MOST_LINES)


def _more(request: HubRequest, count: int) -> HttpResponse:
    """Show the sheet as typed, with more lines."""
    initial = as_typed(SheetForm(), request.POST) | {"count": count}
    blank = [LineForm(prefix=f"line{number}") for number in range(count)]
    lines = [LineForm(prefix=line.prefix, initial=as_typed(line, request.POST)) for line in blank]
    return _page(request, SheetForm(initial=initial), lines, checked=False)


def _lines(request: HubRequest, count: int) -> list[LineForm]:
    data = request.POST if request.method == "POST" else None
    return [LineForm(data, prefix=f"line{number}") for number in range(count)]


def _is_valid(form: SheetForm, lines: list[LineForm]) -> bool:
    good = all([form.is_valid(), *[line.is_valid() for line in lines]])
    if good and not filled(lines):
        form.add_error(None, _("Fill in at least one line."))
        return False
    return good


def _store(request: HubRequest, form: SheetForm, lines: list[LineForm]) -> list[Exchange] | None:
    numbered = filled(lines)
    try:
        entries = [line.line(number, form.cleaned_data) for number, line in numbered]
        return enter_sheet(who=request.who, lines=entries)
    except SomeLinesWrong as wrong:
        for position, error in wrong.errors.items():
            add_domain_error(numbered[position][1], error)
        return None


def _done(request: HubRequest, count: int) -> HttpResponse:
    said = ngettext("%(count)s line is stored.", "%(count)s lines are stored.", count)
    messages.success(request, said % {"count": count})
    return redirect(hub_path(request.hub.slug, "deliver:sheet"))


def _page(
    request: HubRequest, form: SheetForm, lines: list[LineForm], *, checked: bool
) -> HttpResponse:
    context = {
        "form": form,
        "lines": lines,
        "errors": [one for one in [form, *lines] if checked and one.errors],
        "checked": checked,
        "may_add": len(lines) < MOST_LINES,
    }
    return render(request, "deliver/desk/sheet.html", context)
