"""The stewards' page: the clock, and who answers for which organisation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.answers import queries
from gyda.answers.actions import setup
from gyda.answers.forms import ClockForm, ContactForm
from gyda.answers.models import Contact, Policy
from gyda.people.access import HubRequest, stewards_only
from gyda.web.deeds import attempt, go


@stewards_only
def rules(request: HubRequest) -> HttpResponse:
    """Set the clock; see who answers."""
    form = ClockForm(request.POST or None, initial=vars(queries.clock()))

    def act() -> Policy:
        return setup.set_clock(who=request.who, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The clock is set."), "answers:rules")
    context = {"form": form, "contacts": queries.contacts()}
    return render(request, "answers/rules.html", context)


@stewards_only
def contact(request: HubRequest) -> HttpResponse:
    """Name who answers for an organisation."""
    form = ContactForm(request.POST or None)

    def act() -> Contact:
        return setup.name_contact(who=request.who, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("They answer for it from now on."), "answers:rules")
    return render(request, "answers/contact.html", {"form": form})
