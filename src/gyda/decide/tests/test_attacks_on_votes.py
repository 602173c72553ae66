"""What somebody who looks after ballots, panels and scorings would try, to have it their way."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.utils import timezone

from gyda.decide.ballots import errors as ballot_errors
from gyda.decide.ballots.actions import announcing, closing, counting, opening, sheets
from gyda.decide.ballots.models import Ballot, Paper, Sheet
from gyda.decide.decisions.actions.publish import publish
from gyda.decide.decisions.models import Decision
from gyda.decide.panels import errors
from gyda.decide.panels.actions import hearing, lot, meetings, seats, voting
from gyda.decide.panels.models import PanelSeat, PoolPerson, Sits
from gyda.decide.scoring import errors as scoring_errors
from gyda.decide.scoring.actions import deciding, setting_up
from gyda.decide.scoring.models import ScoringSession
from gyda.decide.tests.ballot_builders import a_ballot, a_vote
from gyda.decide.tests.decision_builders import a_draft
from gyda.decide.tests.panels_for_tests import a_drawn_panel, a_panel, lots_of, people_in
from gyda.decide.tests.scoring_builders import begun, scored, with_standards
from gyda.decide.tests.test_panels_sitting import CAFE, WHY, _votes, a_sitting_panel
from gyda.initiatives.tests.builders import a_right
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who

pytestmark = pytest.mark.django_db


def a_typed_paper(cast: Cast, *said: str) -> tuple[Ballot, Sheet]:
    """Bryn votes on paper, Dafydd here; Alys and then Carys type what the paper says."""
    ballot = a_ballot(cast.alys)
    (sheet,) = sheets.print_sheets(who=who(cast.alys), ballot_id=ballot.id, count=1)
    sheets.mark(who=who(cast.carys), ballot_id=ballot.id, member=cast.bryn)
    a_vote(ballot, cast.dafydd, "4")
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    for typist, marks in zip((cast.alys, cast.carys), said, strict=True):
        sheets.type_in(who=who(typist), ballot_id=ballot.id, code=sheet.code, said=marks)
    return ballot, sheet


def test_nobody_alone_puts_a_paper_aside_that_two_people_read_alike(cast: Cast) -> None:
    ballot, sheet = a_typed_paper(cast, "1", "1")
    with pytest.raises(ballot_errors.PaperUsed):
        sheets.put_aside(who=who(cast.alys), sheet_id=sheet.id)
    counting.count(who=who(cast.alys), ballot_id=ballot.id)
    assert Paper.objects.filter(code=sheet.code, marks="1").exists()


def test_where_papers_are_too_many_one_is_still_put_aside(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    (sheet,) = sheets.print_sheets(who=who(cast.alys), ballot_id=ballot.id, count=1)
    a_vote(ballot, cast.bryn, "1")
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    for typist in (cast.alys, cast.carys):
        sheets.type_in(who=who(typist), ballot_id=ballot.id, code=sheet.code, said="1")
    sheets.put_aside(who=who(cast.alys), sheet_id=sheet.id)
    counting.count(who=who(cast.alys), ballot_id=ballot.id)


def test_who_typed_a_paper_does_not_settle_it(cast: Cast) -> None:
    _ballot, sheet = a_typed_paper(cast, "1", "2")
    with pytest.raises(ballot_errors.TypedBefore):
        sheets.settle(who=who(cast.alys), sheet_id=sheet.id, said="3")
    elin = a_member(cast.hub, "Elin", role="CONNECTOR")
    assert sheets.settle(who=who(elin), sheet_id=sheet.id, said="2").marks == "2"


def test_no_vote_is_closed_by_hand_while_somebody_can_still_vote(cast: Cast) -> None:
    plain: dict[str, Any] = {"kind": "MOTION", "method": "MAJORITY", "pence": None}
    ballot = a_ballot(cast.alys, **plain)
    a_vote(ballot, cast.alys, "YES")
    with pytest.raises(ballot_errors.NotAllVoted):
        closing.close_early(who=who(cast.alys), ballot_id=ballot.id)
    for member in Member.objects.active().exclude(id=cast.alys.id):
        a_vote(ballot, member, "NO")
    assert closing.close_early(who=who(cast.alys), ballot_id=ballot.id).state == "CLOSED"


def test_the_reason_of_a_ballot_called_off_is_not_written_anew(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    told: dict[str, Any] = {"because_cy": "Collwyd yr allwedd", "because_en": "The key is lost"}
    opening.call_off(who=who(cast.alys), ballot_id=ballot.id, **told)
    with pytest.raises(ballot_errors.NoDraft):
        opening.call_off(who=who(cast.alys), ballot_id=ballot.id, because_cy="x", because_en="y")


def test_an_election_from_elsewhere_decides_nothing_here(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    a_vote(ballot, cast.bryn, "1")
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    counting.count(who=who(cast.alys), ballot_id=ballot.id)
    Ballot.objects.filter(id=ballot.id).update(is_import=True)
    words: dict[str, Any] = {
        f"{name}_{lang}": "x" for name in ("what", "reasons") for lang in ("cy", "en")
    }
    with pytest.raises(ballot_errors.BallotError):
        announcing.announce(
            who=who(cast.alys), ballot_id=ballot.id, effective_on=timezone.localdate(), **words
        )
    assert not Decision.objects.exists()


def test_no_decision_is_slipped_under_a_panels_vote_by_its_key(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast)
    a_right(cast.carys, panel.initiative, "DECIDE")
    motion = voting.move(who=who(members[0]), panel_id=panel.id, proposal=CAFE)
    slipped = publish(
        who=who(cast.bryn), initiative=panel.initiative, draft=a_draft(), key=motion.id
    )
    _votes(panel, motion, dict.fromkeys(members, "FOR"))
    voting.close(who=who(members[0]), panel_id=panel.id, motion_id=motion.id)
    decision = voting.publish(
        who=who(cast.carys), panel_id=panel.id, motion_id=motion.id, reasons=WHY
    )
    assert (decision.kind, decision.about_id) == ("PANEL", motion.id)
    assert decision.id != slipped.id


def a_seat_of_nobody(cast: Cast) -> PanelSeat:
    panel = a_drawn_panel(cast)
    PanelSeat.objects.filter(panel=panel).update(member=None)
    seat = PanelSeat.objects.filter(panel=panel).order_by("number").first()
    assert seat is not None
    return seat


def test_the_clerk_links_no_professional_and_not_themselves_to_a_seat(cast: Cast) -> None:
    seat = a_seat_of_nobody(cast)
    told: dict[str, Any] = {"who": who(cast.carys), "panel_id": seat.panel.id, "seat_id": seat.id}
    with pytest.raises(errors.ProfessionalsStayOut):
        seats.link_member(member=cast.dafydd, **told)
    with pytest.raises(errors.ClerkStaysOut):
        seats.link_member(member=cast.carys, **told)
    with pytest.raises(errors.ProfessionalsStayOut):
        seats.answered(member=cast.dafydd, takes=True, **told)


def test_an_adviser_who_is_drawn_later_takes_no_seat(cast: Cast) -> None:
    panel = a_drawn_panel(cast)
    drawn = PanelSeat.objects.filter(panel=panel).values("person_id")
    person = PoolPerson.objects.filter(panel=panel).exclude(id__in=drawn).first()
    assert person is not None
    assert person.member is not None
    interest = hearing.Interest("Bwyd", "Food", "Dim", "None")
    hearing.name_adviser(
        who=who(cast.carys), panel_id=panel.id, member=person.member, interest=interest
    )
    PanelSeat.objects.create(
        panel=panel, person=person, member=person.member, number=person.number or 0,
        answers=person.answers, state=Sits.OFFERED, offered_at=timezone.now(),
    )  # fmt: skip
    with pytest.raises(errors.AdvisersStayOut):
        seats.answer(who=who(person.member), panel_id=panel.id, takes=True)
    seats.answer(who=who(person.member), panel_id=panel.id, takes=False)


def test_a_clerk_who_sits_does_not_settle_their_own_costs(cast: Cast) -> None:
    panel, _members = a_sitting_panel(cast)
    PanelSeat.objects.filter(panel=panel, is_chair=False).update(member=None)
    seat = PanelSeat.objects.filter(panel=panel).order_by("-number").first()
    assert seat is not None
    PanelSeat.objects.filter(id=seat.id).update(member=cast.carys)
    claim = meetings.claim_costs(
        who=who(cast.carys), panel_id=panel.id, pence=900, words="Bws", language="cy"
    )
    told: dict[str, Any] = {"who": who(cast.carys), "panel_id": panel.id, "claim_id": claim.id}
    with pytest.raises(errors.OwnClaim):
        meetings.settle(paid=True, **told)
    meetings.settle(paid=False, **told)


@pytest.mark.parametrize("said", ["Loto: 3 11 20", "3 11 20!", "drand 8f3a"])
def test_no_words_are_put_around_what_a_public_source_gave(cast: Cast, said: str) -> None:
    panel = a_panel(cast, way="SOURCE", source_cy="Loto", source_en="Lottery")
    people_in(cast, panel)
    lots_of(cast, panel)
    with pytest.raises(errors.OnlyNumbers):
        lot.draw_lot(who=who(cast.carys), panel_id=panel.id, said=said)


def test_how_the_numbers_of_a_source_are_set_apart_changes_no_lot() -> None:
    told = {lot.given(said) for said in ("3 11 20 8F3A", "3, 11, 20, 8f3a", " 3-11-20-8f3a ")}
    assert told == {"3 11 20 8f3a"}


def test_no_professional_scores_among_the_young(cast: Cast) -> None:
    found = begun(cast)
    colleague = a_member(cast.hub, "Gwyn", organisation=cast.dafydd.organisation)
    told: dict[str, Any] = {"who": who(cast.carys), "scoring_id": found.scoring.id, "pair": 1}
    with pytest.raises(scoring_errors.YoungPeopleOnly):
        setting_up.add_scorer(member=colleague, side="YOUNG", **told)
    setting_up.add_scorer(member=colleague, side="OFFICERS", **told)


def test_an_adult_who_was_there_does_not_score_among_the_young(cast: Cast) -> None:
    found = begun(cast)
    adults = [a_member(cast.hub) for _number in range(2)]
    ScoringSession.objects.create(
        scoring=found.scoring, kind="SCORING", adult=adults[0], other_adult=adults[1],
        on=timezone.localdate(),
    )  # fmt: skip
    with pytest.raises(scoring_errors.ScoresThemselves):
        setting_up.add_scorer(
            who=who(cast.carys), scoring_id=found.scoring.id, member=adults[0], side="YOUNG", pair=1
        )


def test_what_officers_scored_too_counts_as_decided_together(cast: Cast) -> None:
    found = with_standards(scored(cast))
    a_right(cast.bryn, found.scoring.initiative, "DECIDE", say="CITIZEN")
    words = deciding.Words("Y", "Y", "Gwrando", "They listen")
    made = deciding.decide(who=who(cast.carys), scoring_id=found.scoring.id, words=words)
    assert made.right == "JOINT"
