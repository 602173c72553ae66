"""Looking after a conversation: what waits, decisions, joining what says the same, translations."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.need.conversations.actions import judging, merging, saying
from gyda.need.conversations.forms.saying import JudgeForm, MergeForm, TranslateForm
from gyda.need.conversations.models import Conversation, Judgement, Outcome, Statement
from gyda.need.conversations.queries import alike, lists
from gyda.need.conversations.views.finding import held, readable
from gyda.need.conversations.views.showing import as_shown
from gyda.people.access import HubRequest
from gyda.web.deeds import attempt, go, press
from gyda.web.download import csv_response
from gyda.web.paging import page_of


@held
def queue(request: HubRequest, found: Conversation) -> HttpResponse:
    """Show what waits to be read, to be translated, and appeals."""
    page = page_of(lists.to_read(found), request, by="number")
    context = {
        "conversation": found,
        "page": page,
        "rows": [as_shown(one) for one in page.rows],
        "untranslated": lists.untranslated(found),
        "appeals": lists.open_appeals(found),
        "policy": lists.policy(),
    }
    return render(request, "need/conversations/queue.html", context)


@held
def judge(request: HubRequest, found: Conversation, number: int) -> HttpResponse:
    """Decide whether a statement is shown."""
    one = lists.any_statement_or_404(found, number)
    form = JudgeForm(request.POST or None)

    def act() -> Judgement:
        return judging.judge(
            who=request.who,
            statement_id=one.id,
            outcome=form.cleaned_data["outcome"],
            because=form.because(),
        )

    if attempt(form, act):
        return go(request, _("Decided. The author is told."), "need:queue", found.id)
    context = {
        "conversation": found,
        "form": form,
        "shown": as_shown(one),
        "alike": _others_like(found, one),
        "policy": lists.policy(),
    }
    return render(request, "need/conversations/judge.html", context)


def _others_like(found: Conversation, one: Statement) -> list[Statement]:
    rows = alike.like(found, one.text, one.language)
    return [other for other in rows if other.id != one.id]


@require_POST
@held
def show(request: HubRequest, found: Conversation, number: int) -> HttpResponse:
    """Show it, with one press."""
    one = lists.any_statement_or_404(found, number)
    return press(
        request,
        lambda: judging.judge(
            who=request.who, statement_id=one.id, outcome=Outcome.SHOWN, because=judging.Because()
        ),
        _("Decided. The author is told."),
        "need:queue",
        found.id,
    )


@held
def appeal_answer(request: HubRequest, found: Conversation, appeal: UUID) -> HttpResponse:
    """Decide about an appeal: somebody else than who decided first."""
    asked = lists.appeal_or_404(found, appeal)
    form = JudgeForm(request.POST or None)

    def act() -> Judgement:
        return judging.decide_appeal(
            who=request.who,
            appeal_id=asked.id,
            outcome=form.cleaned_data["outcome"],
            because=form.because(),
        )

    if attempt(form, act):
        return go(request, _("Decided. The author is told."), "need:queue", found.id)
    context = {
        "conversation": found,
        "form": form,
        "appeal": asked,
        "shown": as_shown(asked.statement),
    }
    return render(request, "need/conversations/appeal_answer.html", context)


@held
def duplicates(request: HubRequest, found: Conversation) -> HttpResponse:
    """Offer pairs that nearly say the same, and join two."""
    form = MergeForm(request.POST or None)

    def act() -> Statement:
        keep, drop = (
            lists.any_statement_or_404(found, form.cleaned_data[name]) for name in ("keep", "drop")
        )
        because = judging.Because()
        return merging.merge(who=request.who, keep_id=keep.id, drop_id=drop.id, because=because)

    if attempt(form, act):
        said = _("Joined. Each person's answer counts once.")
        return go(request, said, "need:duplicates", found.id)
    pairs = [(pair, as_shown(pair.keep), as_shown(pair.drop)) for pair in alike.pairs(found)]
    context = {"conversation": found, "form": form, "pairs": pairs}
    return render(request, "need/conversations/duplicates.html", context)


@require_POST
@held
def part(request: HubRequest, found: Conversation, number: int) -> HttpResponse:
    """Let a statement stand by itself again."""
    one = lists.any_statement_or_404(found, number)
    because = judging.Because()
    return press(
        request,
        lambda: merging.part(who=request.who, statement_id=one.id, because=because),
        _("Both stand by themselves again."),
        "need:judgements",
        found.id,
    )


@held
def translate(request: HubRequest, found: Conversation, number: int) -> HttpResponse:
    """Type a statement in the other language."""
    one = lists.any_statement_or_404(found, number)
    form = TranslateForm(request.POST or None)

    def act() -> Statement:
        words = " ".join(form.cleaned_data["translation"].split())
        return saying.translate(who=request.who, statement_id=one.id, translation=words)

    if attempt(form, act):
        return go(request, _("The translation is published."), "need:queue", found.id)
    context = {"conversation": found, "form": form, "shown": as_shown(one)}
    return render(request, "need/conversations/translate.html", context)


@readable
def judgements(request: HubRequest, found: Conversation) -> HttpResponse:
    """Show in public what was decided about statements, and why."""
    page = page_of(lists.judgements_of(found), request)
    context = {"conversation": found, "page": page, "holds": lists.holds(request.who, found)}
    return render(request, "need/conversations/judgements.html", context)


HEADER = ("day", "statement", "outcome", "reason", "on_appeal", "joined_with")


@readable
def judgements_csv(request: HubRequest, found: Conversation) -> HttpResponse:
    """Give the same as a table."""
    rows = lists.judgements_of(found).order_by("id")[:10_000]
    return csv_response("decisions", HEADER, (_row(one) for one in rows))


def _row(one: Judgement) -> tuple[object, ...]:
    statement = one.statement
    into = statement.merged_into.number if statement.merged_into else ""
    day = timezone.localdate(one.at).isoformat()
    return day, statement.number, one.outcome, one.reason, int(one.on_appeal), into
