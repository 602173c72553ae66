"""Where the authors work: words, translation, costs, who gains and loses, the next version."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.design.proposals import queries, rules
from gyda.design.proposals.actions import beginning, translating, working
from gyda.design.proposals.forms import (
    BeginForm,
    CostForm,
    EffectForm,
    PublishForm,
    TranslateForm,
    WordsForm,
)
from gyda.design.proposals.models import CostLine, Effect, Proposal, Version
from gyda.design.proposals.models.effect import TEXTS
from gyda.design.proposals.views.finding import written_or_404
from gyda.design.proposals.views.lists import asked_initiative
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


@members_only
def new(request: HubRequest) -> HttpResponse:
    """Begin a draft."""
    initial = {"initiative": asked_initiative(request)}
    form = BeginForm(request.POST or None, initial=initial, member=request.who.subject)

    def act() -> Proposal:
        asked = form.cleaned_data
        return beginning.begin(
            who=request.who, initiative=asked["initiative"], words=form.words(),
            side=asked["side"], key=asked["key"],
        )  # fmt: skip

    if done := attempt(form, act):
        said = _("Your draft is kept. Only its authors read it.")
        return go(request, said, "design:work", done.result.id)
    return render(request, "design/proposals/new.html", {"form": form})


@members_only
def work(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Show what is worked on, and what is missing before it can be put forward."""
    found = written_or_404(request, proposal)
    facts = queries.facts(found)
    context = {
        "proposal": found,
        "version": facts.version,
        "costs": facts.costs,
        "effects": facts.effects,
        "in_work": facts.in_work,
        "missing": rules.missing(facts, found.initiative),
        "together": rules.together(facts.sides),
    }
    return render(request, "design/proposals/work.html", context)


def _working(request: HubRequest, proposal_id: UUID) -> tuple[Proposal, Version]:
    """Return the proposal and what is worked on, or holds."""
    found = written_or_404(request, proposal_id)
    return found, queries.in_work_of(found) or queries.newest_of(found)


@members_only
def words(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Put it in other words."""
    found, version = _working(request, proposal)
    language = version.language
    initial = {name: version.words(name, language) for name in ("title", "what")}
    form = WordsForm(request.POST or None, initial=initial | {"language": language})

    def act() -> Version:
        return working.write(who=request.who, proposal_id=found.id, words=form.words())

    if attempt(form, act):
        return go(request, _("Your words are kept."), "design:work", found.id)
    context = {"form": form, "proposal": found, "version": version}
    return render(request, "design/proposals/words.html", context)


@members_only
def translation(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Put it into the other language: its authors, and connectors once it is published."""
    reading = queries.reading_or_404(proposal, request.who)
    found = reading.proposal
    helps = reading.is_author or request.who.actor.is_connector
    if not (helps and found.can_be_worked_on):
        raise Http404
    version, pieces = translating.to_translate(found)
    form = TranslateForm(
        request.POST or None, version=version, pieces=pieces,
        before=translating.before(found, pieces),
    )  # fmt: skip

    def act() -> Version:
        return translating.translate(who=request.who, proposal_id=found.id, texts=form.cleaned_data)

    if attempt(form, act):
        page = "design:work" if reading.is_author else "design:proposal"
        return go(request, _("The translation is kept."), page, found.id)
    context = {"form": form, "proposal": found, "version": version}
    return render(request, "design/proposals/translate.html", context)


@members_only
def cost(request: HubRequest, proposal: UUID, place: int | None = None) -> HttpResponse:
    """Add a line to what it costs, or change one."""
    found, version = _working(request, proposal)
    line = _at(queries.costs_in(version), place)
    language = version.language
    form = CostForm(request.POST or None, initial=_asked_again(line))

    def act() -> CostLine:
        return working.keep_cost(
            who=request.who, proposal_id=found.id, cost=form.cost(), language=language, place=place
        )

    if attempt(form, act):
        return go(request, _("The line is kept."), "design:work", found.id)
    context = {"form": form, "proposal": found, "version": version, "line": line}
    return render(request, "design/proposals/cost.html", context)


def _at(rows: list[Any], place: int | None) -> Any:
    """Return the row at a place; None for a new one."""
    if place is None:
        return None
    if place >= len(rows):
        raise Http404
    return rows[place]


def _asked_again(line: CostLine | None) -> dict[str, Any]:
    if line is None:
        return {}
    names = ("purpose", "rhythm", "pence", "payer", "organisation", "minutes", "hours_of")
    known: dict[str, Any] = {name: getattr(line, name) for name in names}
    known["minutes"] = line.minutes or None
    known["what"] = str(line.what)
    known["replaces_paid"] = ("yes" if line.replaces_paid else "no") if line.is_citizens else ""
    return known


@members_only
def effect(request: HubRequest, proposal: UUID, place: int | None = None) -> HttpResponse:
    """Add a group with what it gains and loses, or change one."""
    found, version = _working(request, proposal)
    row = _at(queries.effects_in(version), place)
    initial = {name: str(getattr(row, name)) for name in TEXTS} if row else {}
    form = EffectForm(request.POST or None, initial=initial)

    def act() -> Effect:
        return working.keep_effect(
            who=request.who, proposal_id=found.id, texts=form.texts(),
            language=version.language, place=place,
        )  # fmt: skip

    if attempt(form, act):
        return go(request, _("The group is kept."), "design:work", found.id)
    context = {"form": form, "proposal": found, "version": version, "effect": row}
    return render(request, "design/proposals/effect.html", context)


@require_POST
@members_only
def remove_cost(request: HubRequest, proposal: UUID, place: int) -> HttpResponse:
    """Take a line out."""
    return _remove(request, proposal, CostLine, place)


@require_POST
@members_only
def remove_effect(request: HubRequest, proposal: UUID, place: int) -> HttpResponse:
    """Take a group out."""
    return _remove(request, proposal, Effect, place)


def _remove(
    request: HubRequest, proposal: UUID, model: type[CostLine | Effect], place: int
) -> HttpResponse:
    found = written_or_404(request, proposal)
    return press(
        request,
        lambda: working.remove(who=request.who, proposal_id=found.id, model=model, place=place),
        _("It is taken out of what you work on."),
        "design:work",
        found.id,
    )


@require_POST
@members_only
def open_it(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Open a draft for amendments: its first version."""
    found = written_or_404(request, proposal)
    return press(
        request,
        lambda: working.publish(who=request.who, proposal_id=found.id),
        _("It is open for amendments. Everyone can read it."),
        "design:proposal",
        found.id,
    )


@members_only
def publish(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Publish the next version, with a word on why."""
    found = written_or_404(request, proposal)
    form = PublishForm(request.POST or None)

    def act() -> Version:
        return working.publish(who=request.who, proposal_id=found.id, **form.cleaned_data)

    if found.is_draft:
        raise Http404
    if attempt(form, act):
        return go(request, _("The new version is published."), "design:proposal", found.id)
    context = {"form": form, "proposal": found, "version": queries.newest_of(found)}
    return render(request, "design/proposals/publish.html", context)


@require_POST
@members_only
def throw_away(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Throw away what is worked on."""
    found = written_or_404(request, proposal)
    return press(
        request,
        lambda: working.throw_away(who=request.who, proposal_id=found.id),
        _("It is thrown away. What is published holds."),
        "design:proposal",
        found.id,
    )
