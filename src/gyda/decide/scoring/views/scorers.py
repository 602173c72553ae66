"""For those who score: taking part, questions, points, agreeing, the seven standards."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.decide.scoring import queries, rules
from gyda.decide.scoring.actions import points, setting_up
from gyda.decide.scoring.forms import PointsForm, QuestionForm, StandardsForm
from gyda.decide.scoring.models import ScoreQuestion, Scorer, Scoring, Side
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


def _mine_or_404(request: HubRequest, scoring_id: UUID, side: str = "") -> tuple[Scoring, Scorer]:
    """Return the scoring and one's own place in it; who is on the other side finds nothing."""
    found = queries.scoring_or_404(scoring_id)
    scorer = rules.scorer_of(request.who, found)
    if scorer is None or (side and scorer.side != side):
        raise Http404
    return found, scorer


def _side_or_404(name: str) -> str:
    sides: dict[str, str] = {one.value.lower(): one.value for one in Side}
    if name not in sides:
        raise Http404
    return sides[name]


@require_POST
@members_only
def consent(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Say yes to taking part."""
    found, _scorer = _mine_or_404(request, scoring)
    return press(
        request,
        lambda: setting_up.consent(who=request.who, scoring_id=found.id),
        _("You take part. You can stop whenever you want."),
        "decide:scoring",
        found.id,
    )


@require_POST
@members_only
def leave(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Stop."""
    found, _scorer = _mine_or_404(request, scoring)
    return press(
        request,
        lambda: setting_up.leave(who=request.who, scoring_id=found.id),
        _("You take part no more. Thank you for what you did."),
        "decide:scoring",
        found.id,
    )


@members_only
def question(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Write a question of one's own side."""
    found, scorer = _mine_or_404(request, scoring)
    form = QuestionForm(request.POST or None)

    def act() -> ScoreQuestion:
        return points.ask(
            who=request.who, scoring_id=found.id, side=scorer.side, **form.cleaned_data
        )

    if attempt(form, act):
        return go(request, _("The question is there."), "decide:scoring", found.id)
    context = {"form": form, "scoring": found, "is_young": scorer.side == Side.YOUNG}
    return render(request, "decide/scoring/question.html", context)


@require_POST
@members_only
def take_out(request: HubRequest, score_question: UUID) -> HttpResponse:
    """Take a question of one's own side out."""
    asked = queries.question_or_404(score_question)
    found, _scorer = _mine_or_404(request, asked.scoring.id, asked.side)
    return press(
        request,
        lambda: points.take_out(who=request.who, question_id=asked.id),
        _("The question is gone."),
        "decide:scoring",
        found.id,
    )


def _points_form(
    request: HubRequest, found: Scoring, side: str, given: queries.Points
) -> PointsForm:
    initial = {f"{question}-{bidder}": number for (question, bidder), number in given.items()}
    return PointsForm(
        request.POST or None, questions=queries.questions_of(found)[side],
        bidders=queries.bidders_of(found), initial=initial,
    )  # fmt: skip


@members_only
def score(request: HubRequest, scoring: UUID, side: str) -> HttpResponse:
    """Give the points of one's own pair; the other side finds nothing here."""
    wanted = _side_or_404(side)
    found, scorer = _mine_or_404(request, scoring, wanted)
    form = _points_form(request, found, wanted, queries.pair_points(found, wanted, scorer.pair))

    def act() -> Scorer:
        who = request.who
        return points.score(who=who, scoring_id=found.id, side=wanted, points=form.points())

    if attempt(form, act):
        return go(request, _("Your pair's points are kept."), "decide:scoring", found.id)
    context = {"form": form, "scoring": found, "pair": scorer.pair}
    return render(request, "decide/scoring/score.html", context)


@members_only
def moderate(request: HubRequest, scoring: UUID, side: str) -> HttpResponse:
    """Write down what all of one's own side agreed on."""
    wanted = _side_or_404(side)
    found, _scorer = _mine_or_404(request, scoring, wanted)
    form = _points_form(request, found, wanted, queries.agreed_points(found, wanted))

    def act() -> Scorer:
        who = request.who
        return points.moderate(who=who, scoring_id=found.id, side=wanted, points=form.points())

    if attempt(form, act):
        return go(request, _("What you agreed on is kept."), "decide:scoring", found.id)
    context = {"form": form, "scoring": found, "table": _table(found, wanted)}
    return render(request, "decide/scoring/moderate.html", context)


def _table(found: Scoring, side: str) -> list[dict[str, Any]]:
    """Return what each pair gave, question by question."""
    given = queries.means_of_pairs(found, side)
    bidders = queries.bidders_of(found)
    return [
        {"question": one, "bidders": [(b, given.get((one.id, b.id), [])) for b in bidders]}
        for one in queries.questions_of(found)[side]
    ]


@members_only
def standards(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Say how it was, by the seven standards."""
    found, _scorer = _mine_or_404(request, scoring, Side.YOUNG)
    rows = queries.standards_of(found)
    initial = {name: row.met for name, row in rows.items()}
    initial |= {f"{name}_words": row.words for name, row in rows.items()}
    form = StandardsForm(request.POST or None, initial=initial)

    def act() -> None:
        points.answer_standard(
            who=request.who, scoring_id=found.id, answers=form.answers(),
            language=form.cleaned_data["language"],
        )  # fmt: skip

    if attempt(form, act):
        return go(request, _("Thank you for saying how it was."), "decide:scoring", found.id)
    return render(request, "decide/scoring/standards.html", {"form": form, "scoring": found})
