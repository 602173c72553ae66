"""Opening a panel, by what it is balanced, its quotas, its clerk; calling it off."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from gyda.decide.panels import queries
from gyda.decide.panels.actions import features as balancing
from gyda.decide.panels.actions import setup
from gyda.decide.panels.forms.setup import (
    BecauseForm,
    ClerkForm,
    KnownForm,
    OwnForm,
    PlanForm,
    QuotasForm,
    plan_of,
)
from gyda.decide.panels.models import Panel
from gyda.decide.panels.quotas import features_of
from gyda.decide.panels.views.asking import Asked, ask
from gyda.initiatives.models import Initiative
from gyda.initiatives.rules import may_hold
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


@members_only
def new(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Open a panel for an initiative."""
    thread = get_object_or_404(Initiative, id=initiative)
    who = request.who
    if who.is_acting or not may_hold(who, thread):
        raise Http404
    form = PlanForm(request.POST or None)

    def act() -> Panel:
        key = form.cleaned_data["key"]
        return setup.open_panel(who=who, initiative=thread, plan=form.plan(), key=key)

    if done := attempt(form, act):
        said = _("The panel is open. Say now by what it is balanced.")
        return go(request, said, "decide:panel_balance", done.result.id)
    return render(request, "decide/panels/new.html", {"form": form, "initiative": thread})


@members_only
def change(request: HubRequest, panel: UUID) -> HttpResponse:
    """Change it while people put themselves forward."""
    found = queries.clerks_panel_or_404(request, panel)
    form = PlanForm(request.POST or None, initial=plan_of(found))
    asked = Asked(_("Change the panel"), _("Keep the changes"), _("Changed."))

    def act() -> Panel:
        return setup.change_panel(who=request.who, panel_id=found.id, plan=form.plan())

    return ask(request, found, form, act, asked)


@members_only
def clerk(request: HubRequest, panel: UUID) -> HttpResponse:
    """Make someone else the clerk."""
    found, who = queries.panel_or_404(panel), request.who
    if who.is_acting or not (who.actor.id == found.clerk_id or who.actor.is_steward):
        raise Http404
    form = ClerkForm(request.POST or None)
    words = _("The clerk alone reads the names of the pool. They are of the team, or a connector.")
    asked = Asked(_("Another clerk"), _("Hand it over"), _("Handed over."), words)

    def act() -> None:
        setup.hand_over(who=who, panel_id=found.id, clerk=form.cleaned_data["clerk"])

    return ask(request, found, form, act, asked)


@members_only
def call_off(request: HubRequest, panel: UUID) -> HttpResponse:
    """Call it off, with a reason."""
    found = queries.clerks_panel_or_404(request, panel)
    form = BecauseForm(request.POST or None)
    asked = Asked(
        _("Call the panel off"),
        _("Call it off"),
        _("It is called off. Everyone in the pool is told."),
        warning=True,
    )

    def act() -> None:
        setup.call_off(who=request.who, panel_id=found.id, **form.cleaned_data)

    return ask(request, found, form, act, asked)


@members_only
def balance(request: HubRequest, panel: UUID) -> HttpResponse:
    """Show by what it is balanced, with the quotas, and ways to change that."""
    found = queries.clerks_panel_or_404(request, panel)
    features = features_of(found)
    context = {
        "panel": found,
        "features": features,
        "draw": queries.latest_draw(found),
        "is_empty": not queries.pool_of(found).exists(),
        "figures": any(group.people for one in features for group in one.in_order),  # type: ignore[attr-defined]
    }
    return render(request, "decide/panels/balance.html", context)


@members_only
def ask_known(request: HubRequest, panel: UUID) -> HttpResponse:
    """Balance by a question that members answer of themselves."""
    found = queries.clerks_panel_or_404(request, panel)
    asked_already = {feature.known for feature in features_of(found)}
    form = KnownForm(request.POST or None, asked=asked_already)
    asked = Asked(
        _("Balance by a question of the census"),
        _("Ask this"),
        _("Everyone who puts themselves forward is asked this."),
        to="decide:panel_balance",
    )

    def act() -> object:
        question = form.cleaned_data["question"]
        return balancing.ask_known(who=request.who, panel_id=found.id, question=question)

    return ask(request, found, form, act, asked)


@members_only
def ask_own(request: HubRequest, panel: UUID) -> HttpResponse:
    """Balance by a question of the panel's own."""
    found = queries.clerks_panel_or_404(request, panel)
    form = OwnForm(request.POST or None)
    asked = Asked(
        _("Balance by a question of your own"),
        _("Ask this"),
        _("Everyone who puts themselves forward is asked this."),
        _("For example whether someone has lived through what the panel decides about."),
        to="decide:panel_balance",
    )

    def act() -> object:
        names = {name: form.cleaned_data[name] for name in ("name_cy", "name_en")}
        groups = form.groups()
        return balancing.ask_own(who=request.who, panel_id=found.id, groups=groups, **names)

    return ask(request, found, form, act, asked)


@require_POST
@members_only
def drop(request: HubRequest, panel: UUID, feature: UUID) -> HttpResponse:
    """Ask it no more."""
    found = queries.clerks_panel_or_404(request, panel)
    own = get_object_or_404(found.features, id=feature)

    def act() -> None:
        balancing.drop(who=request.who, panel_id=found.id, feature_id=own.id)

    return press(request, act, _("It is asked no more."), "decide:panel_balance", found.id)


@members_only
def quotas(request: HubRequest, panel: UUID) -> HttpResponse:
    """Set the seats of each group by hand, and the rule on who must outweigh."""
    found = queries.clerks_panel_or_404(request, panel)
    form = QuotasForm(request.POST or None, features=features_of(found), seats=found.seats)
    asked = Asked(_("Seats of each group"), _("Keep them"), _("Kept."), to="decide:panel_balance")

    def act() -> None:
        balancing.set_quotas(who=request.who, panel_id=found.id, bounds=form.bounds())

    return ask(request, found, form, act, asked)


@require_POST
@members_only
def work_out(request: HubRequest, panel: UUID) -> HttpResponse:
    """Work the quotas out from who lives here."""
    found = queries.clerks_panel_or_404(request, panel)

    def act() -> None:
        balancing.work_out(who=request.who, panel_id=found.id)

    said = _("Each group has as many seats as its share of who lives here.")
    return press(request, act, said, "decide:panel_balance", found.id)


def counted(number: int) -> str:
    """Say how many came into the pool."""
    words = ngettext("%(n)s person is in the pool.", "%(n)s people are in the pool.", number)
    return words % {"n": number}
