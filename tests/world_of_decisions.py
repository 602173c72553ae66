"""The decisions of the world: one advised, one overruled, one corrected; one scored together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils import timezone

from gyda.decide.decisions.actions import after
from gyda.decide.decisions.actions.publish import Correction, correct, publish
from gyda.decide.decisions.draft import Advice, Draft, Evidence
from gyda.decide.decisions.models import Decision
from gyda.decide.scoring.actions import deciding, points, setting_up
from gyda.decide.scoring.models import Scorer, Scoring, Standard
from gyda.decide.scoring.queries import bidders_of, questions_of
from gyda.initiatives.actions.stages import set_right
from gyda.initiatives.actions.thread import Reason
from gyda.initiatives.models import Initiative
from gyda.people.models import Member, Organisation
from gyda.people.who import Who

DAY = datetime.timedelta(days=1)
KNOWN = {"YOUNG": (58, 70), "OFFICERS": (72, 66)}


@dataclass
class Decided:
    """What there is, each by what it is called in the tables."""

    decisions: dict[str, UUID] = field(default_factory=dict)
    scorings: dict[str, UUID] = field(default_factory=dict)
    others: dict[str, UUID] = field(default_factory=dict)


def decisions_in(
    alys: Member, bryn: Member, carys: Member, dafydd: Member, young: list[Member], meals: UUID
) -> Decided:
    """Bryn's team decides; the surgery overrules once; Gwen, Olwen and Dafydd score for the hub."""
    gwen = young[0]
    thread = Initiative.objects.get(id=meals)
    surgery = Organisation.objects.get(id=dafydd.organisation_id)
    today = timezone.localdate()
    evidence = Evidence(
        "Mae 16 yn unig", "16 live alone", "Arolwg", today, words="Do", language="cy"
    )
    advice = Advice("Bethan", "Dim", "None", "Iawn", "Fine")
    made = {
        "decided": _decided(bryn, thread, "Dwy waith", "Twice", organisation=surgery,
                            pence=40_000, evidence=(evidence,), advice=(advice,)),
        "advised": _decided(bryn, thread, "Mwy o le", "More room", right="CONSULTED",
                            organisation=surgery),
        "overruled": _decided(bryn, thread, "Bob dydd", "Every day", organisation=surgery,
                              pence=90_000),
        "corrected": _decided(bryn, thread, "Gwall", "A mistake"),
    }  # fmt: skip
    signed = after.Signed("Mair Rees", "Rheolwr", "Manager", "Dim arian", "No money", "Unwaith",
                          "Once", today)  # fmt: skip
    after.overrule(who=Who(carys), decision_id=made["overruled"].id, signed=signed)
    correct(who=Who(bryn), decision_id=made["corrected"].id, draft=_draft("Cywir", "Right"),
            why=Correction("Gwall", "A mistake"))  # fmt: skip
    news = after.News("UNDER_WAY", "Ar y gweill", "Under way", today + 90 * DAY)
    after.look_back(who=Who(bryn), decision_id=made["decided"].id, news=news)
    one = after.appeal(who=Who(gwen), decision_id=made["decided"].id, words="Pam?", language="cy")
    set_right(who=Who(bryn), initiative_id=thread.id, stage="DECIDE", say="JOINT",
              lead="TOGETHER", why=Reason("Gyda'n gilydd", "Together"))  # fmt: skip
    scored = {name: _scored(bryn, carys, dafydd, young, thread, name) for name in ("open", "done")}
    words = deciding.Words("Y", "Y", "Gwrando", "They listen")
    deciding.decide(who=Who(carys), scoring_id=scored["done"].id, words=words)
    scorer = Scorer.objects.young().get(scoring=scored["open"], member=gwen)
    question = questions_of(scored["open"])["YOUNG"][0]
    return Decided(
        {name: decision.id for name, decision in made.items()},
        {name: scoring.id for name, scoring in scored.items()},
        {"appeal": one.id, "scorer": scorer.id, "question": question.id},
    )


def _draft(cy: str, en: str, **fields: Any) -> Draft:
    texts = {f"{name}_{lang}": text for name in ("title", "what", "reasons", "minority")
             for lang, text in (("cy", cy), ("en", en))}  # fmt: skip
    wanted = {"right": "CITIZEN", "in_favour": 9, "against": 2, "abstained": 1} | fields
    return Draft(
        kind="MEETING", method="MAJORITY", effective_on=timezone.localdate(), **texts, **wanted
    )


def _decided(by: Member, thread: Initiative, cy: str, en: str, **fields: Any) -> Decision:
    return publish(who=Who(by), initiative=thread, draft=_draft(cy, en, **fields))


def _scored(
    bryn: Member,
    worker: Member,
    officer: Member,
    young: list[Member],
    thread: Initiative,
    name: str,
) -> Scoring:
    """Both sides have scored and agreed."""
    today = timezone.localdate()
    brief = setting_up.Brief(
        "Cwnsela", "Counselling", "Rhywun i siarad ag ef", "Someone to talk to",
        Organisation.objects.get(id=officer.organisation_id), worker, 4_000_000, today + 60 * DAY,
        today + 400 * DAY, today + 30 * DAY,
    )  # fmt: skip
    scoring = setting_up.begin(who=Who(bryn), initiative=thread, brief=brief)
    for bidder in ("X", "Y"):
        setting_up.add_bidder(who=Who(worker), scoring_id=scoring.id, name=f"{bidder} {name}")
    for kind in ("TRAINING", "SCORING", "MODERATION"):
        setting_up.note_session(
            who=Who(worker), scoring_id=scoring.id, kind=kind, on=today - DAY, adult=worker,
            other_adult=bryn,
        )  # fmt: skip
    for side, members in (("YOUNG", young), ("OFFICERS", [officer])):
        _scores(scoring, worker, side, members)
    answers = {standard.value: ("YES", "Do") for standard in Standard}
    points.answer_standard(who=Who(young[0]), scoring_id=scoring.id, answers=answers, language="cy")
    return scoring


def _scores(scoring: Scoring, worker: Member, side: str, pair: list[Member]) -> None:
    for one in pair:
        setting_up.add_scorer(who=Who(worker), scoring_id=scoring.id, member=one, side=side, pair=1)
        setting_up.consent(who=Who(one), scoring_id=scoring.id)
    member = pair[0]
    asked = points.ask(
        who=Who(member), scoring_id=scoring.id, side=side, text="Pam chi?", language="cy", most=100
    )
    given = dict(zip(((asked.id, one.id) for one in bidders_of(scoring)), KNOWN[side], strict=True))
    for deed in (points.score, points.moderate):
        deed(who=Who(member), scoring_id=scoring.id, side=side, points=given)


def decisions_elsewhere(steward: Member, marker: str) -> None:
    """A decision, marked, in the other hub."""
    publish(who=Who(steward), initiative=None, draft=_draft(marker, marker))
