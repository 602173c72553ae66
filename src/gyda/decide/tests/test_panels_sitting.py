"""The panel that sits: seats, balance, advisers who cannot vote, votes, decisions, pay."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from gyda.decide.decisions.bundle import bundle_of
from gyda.decide.decisions.bundles import files_of
from gyda.decide.decisions.models import Decision
from gyda.decide.panels import errors
from gyda.decide.panels.actions import features, hearing, lot, seats, setup, voting
from gyda.decide.panels.actions.hearing import Interest, Source
from gyda.decide.panels.actions.voting import Proposal, Reasons
from gyda.decide.panels.actions.watch import require_composition, watch
from gyda.decide.panels.models import (
    Panel,
    PanelAlert,
    PanelDraw,
    PanelGroup,
    PanelMotion,
    PanelSeat,
    PanelVote,
    PoolPerson,
    Rule,
    Sits,
)
from gyda.decide.panels.quotas import apart, features_of
from gyda.decide.panels.work import carry_out
from gyda.decide.tests.panels_for_tests import (
    a_drawn_panel,
    a_plan,
    everyone_sits,
    seat_ids,
)
from gyda.decide.tests.test_panels_pages import Reader
from gyda.initiatives.tests.builders import a_right, a_team
from gyda.journal.actions import seal
from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.methods import lottery
from gyda.people.actions.erasing import erase
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who
from gyda.terminal.decision import verify

TODAY = timezone.localdate
BETHAN = Interest("Arian", "Money", "Gweithio i'r cyngor", "Works for the council")
CAFE = Proposal("Caffi", "A café", "Agor caffi", "Open a café")
WHY = Reasons("Mae angen lle", "A place is needed", datetime.date(2027, 1, 1))


def a_sitting_panel(cast: Cast, **fields: object) -> tuple[Panel, list[Member]]:
    """All seats are taken, by people who have had the training."""
    panel = a_drawn_panel(cast, **fields)
    members = everyone_sits(panel)
    on = TODAY()
    seats.trained(who=who(cast.carys), panel_id=panel.id, seat_ids=seat_ids(panel), on=on)
    return panel, members


def a_panel_of(cast: Cast, fifths: list[int], people: tuple[int, ...]) -> Panel:
    """So many of each group sit, beside so many who live here."""
    panel = setup.open_panel(
        who=who(cast.carys), initiative=a_team(cast), plan=a_plan(seats=sum(fifths))
    )
    groups = [features.Group(f"P{n}", f"G{n}", str(n), people=p) for n, p in enumerate(people)]
    features.ask_own(
        who=who(cast.carys), panel_id=panel.id, name_cy="A", name_en="Fifth", groups=groups
    )
    number = 0
    for group, count in enumerate(fifths):
        for _one in range(count):
            number += 1
            PanelSeat.objects.create(
                panel=panel,
                number=number,
                state=Sits.TAKEN,
                answered_at=timezone.now(),
                answers={"fifth": str(group)},
            )
    Panel.objects.filter(id=panel.id).update(state="SITTING", drawn_at=timezone.now())
    panel.refresh_from_db()
    return panel


GWYNEDD = (427, 2958, 3444, 2400, 772)


def test_a_panel_like_the_people_goes_on_and_one_unlike_them_is_refused(cast: Cast) -> None:
    like = a_panel_of(cast, [1, 4, 6, 4, 1], GWYNEDD)
    require_composition(like)
    unlike = a_panel_of(cast, [0, 2, 5, 6, 3], GWYNEDD)
    found = [apart(features_of(one)[0], _answers(one)) for one in (like, unlike)]
    assert [one.shown for one in found if one] == ["0.0605", "0.2453"]
    with pytest.raises(errors.NotLikeThePeople, match=r"0\.2453"):
        require_composition(unlike)


def _answers(panel: Panel) -> list[dict[str, str]]:
    return list(PanelSeat.objects.filter(panel=panel).values_list("answers", flat=True))


def test_the_chair_explains_a_panel_unlike_the_people_and_it_goes_on(cast: Cast) -> None:
    panel = a_panel_of(cast, [0, 2, 5, 6, 3], GWYNEDD)
    row = PanelSeat.objects.filter(panel=panel).first()
    assert row is not None
    PanelSeat.objects.filter(panel=panel).update(trained_on=TODAY())
    PanelSeat.objects.filter(id=row.id).update(member=cast.bryn)
    with pytest.raises(errors.NotLikeThePeople):
        voting.move(who=who(cast.bryn), panel_id=panel.id, proposal=CAFE)
    words = {"explained_cy": "Dim ond un", "explained_en": "Only one came"}
    with pytest.raises(errors.NotASeat):
        seats.explain(who=who(cast.bryn), panel_id=panel.id, **words)
    seats.choose_chair(who=who(cast.bryn), panel_id=panel.id, seat_id=row.id)
    seats.explain(who=who(cast.bryn), panel_id=panel.id, **words)
    assert voting.move(who=who(cast.bryn), panel_id=panel.id, proposal=CAFE).is_open
    other = PanelSeat.objects.filter(panel=panel, answers={"fifth": "2"}).last()
    assert other is not None
    seats.gone(who=who(cast.carys), panel_id=panel.id, seat_id=other.id)
    with pytest.raises(errors.NotLikeThePeople):  # that explained another panel
        voting.move(who=who(cast.bryn), panel_id=panel.id, proposal=CAFE)


def test_a_board_below_half_lived_experience_raises_a_public_alert(cast: Cast) -> None:
    board = a_panel_of(cast, [5, 2], (1, 1))
    PanelGroup.objects.filter(feature__panel=board, code="0").update(over=50)
    watch(board, timezone.now())
    assert not PanelAlert.objects.exists()
    ids = seat_ids(board)
    seats.gone(who=who(cast.carys), panel_id=board.id, seat_id=ids[0])
    seats.gone(who=who(cast.carys), panel_id=board.id, seat_id=ids[1])
    PanelSeat.objects.filter(id__in=ids[:2]).update(
        state=Sits.TAKEN, left_at=None, answers={"fifth": "1"}
    )
    watch(board, timezone.now())
    alert = PanelAlert.objects.get(until_at__isnull=True)
    assert (alert.held, alert.seats) == (3, 7)
    assert Entry.objects.filter(verb="panel.rule_broken", public=True).count() == 1
    assert "breaks its own rule since" in Reader(cast, None).reads(f"panels/{board.id}/")
    with pytest.raises(errors.RuleBroken):
        require_composition(board)
    PanelSeat.objects.filter(id=ids[0]).update(answers={"fifth": "0"})
    watch(board, timezone.now())
    assert not PanelAlert.objects.filter(until_at__isnull=True).exists()


def test_an_adviser_reads_and_speaks_and_cannot_vote(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast)
    row = _adviser(cast, panel)
    motion = voting.move(who=who(members[0]), panel_id=panel.id, proposal=CAFE)
    bethan, at = Reader(cast, cast.dafydd), f"panels/{panel.id}/"
    assert bethan.get(f"{at}votes/{motion.id}/").status_code == 200
    for path in (f"votes/{motion.id}/vote/", f"votes/{motion.id}/close/", "votes/new/"):
        answer = bethan.post(at + path, choice="FOR")
        assert answer.status_code == 403, path
    assert "You have no vote here" in answer.content.decode()
    assert bethan.post(f"{at}hearing/question/", text="?").status_code == 403
    assert Reader(cast, cast.bryn).post(f"{at}votes/{motion.id}/vote/").status_code == 404
    assert not PanelVote.objects.exists()
    with pytest.raises(errors.NotASeat):
        voting.vote(who=who(cast.dafydd), panel_id=panel.id, motion_id=motion.id, choice="FOR")
    question = hearing.ask(
        who=who(members[0]), panel_id=panel.id, text="What does it cost?", language="en"
    )
    said = {"text": "£10,000 a year", "language": "en"}
    bethan.post(f"{at}hearing/{question.id}/answer/", **said)
    page = Reader(cast, None).reads(f"{at}hearing/")
    assert "£10,000 a year" in page
    assert "Works for the council" in page
    assert row.member == cast.dafydd


def _adviser(cast: Cast, panel: Panel) -> hearing.PanelAdviser:
    return hearing.name_adviser(
        who=who(cast.carys), panel_id=panel.id, member=cast.dafydd, interest=BETHAN
    )


def test_who_sits_does_not_advise_and_who_advises_is_not_drawn(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast)
    with pytest.raises(errors.SitsAlready):
        hearing.name_adviser(
            who=who(cast.carys), panel_id=panel.id, member=members[0], interest=BETHAN
        )
    _adviser(cast, panel)
    with pytest.raises(errors.AdvisesAlready):
        _adviser(cast, panel)


def test_nobody_votes_before_the_training(cast: Cast) -> None:
    panel = a_drawn_panel(cast)
    members = everyone_sits(panel)
    with pytest.raises(errors.TrainFirst):
        voting.move(who=who(members[0]), panel_id=panel.id, proposal=CAFE)


def test_what_is_carried_is_published_with_its_dissent_and_the_draw(
    cast: Cast, tmp_path: Path
) -> None:
    panel, members = a_sitting_panel(cast)
    a_right(cast.carys, panel.initiative, "DECIDE", say="CITIZEN")
    _adviser(cast, panel)
    read = Source("Adroddiad", "A report", "Y cyngor", TODAY(), url="https://example.org/a")
    hearing.give_evidence(who=who(members[0]), panel_id=panel.id, evidence=read)
    cafe = replace(CAFE, pence=1_000_000)
    motion = voting.move(who=who(members[0]), panel_id=panel.id, proposal=cafe)
    _votes(panel, motion, {members[0]: "FOR", members[1]: "ABSTAIN"})
    voting.close(who=who(members[0]), panel_id=panel.id, motion_id=motion.id)
    with pytest.raises(errors.ChairOrClerk):
        voting.publish(who=who(members[1]), panel_id=panel.id, motion_id=motion.id, reasons=WHY)
    _chooses(panel, members)
    dissent = Reasons("Mae angen lle", "A place is needed", TODAY(), "Rhy ddrud", "Too dear")
    decision = voting.publish(
        who=who(cast.carys), panel_id=panel.id, motion_id=motion.id, reasons=dissent
    )
    assert (decision.in_favour, decision.against, decision.abstained) == (1, 0, 1)
    assert (decision.kind, str(decision.minority)) == ("PANEL", "Rhy ddrud")
    assert decision.pence == 1_000_000
    assert decision.evidence.get().claim_en == "A report"
    files = files_of(decision)
    assert sorted(files) == ["draw.json", "pool.csv", "quotas.csv"]
    record = json.loads(files["draw.json"])
    assert lottery.check(record["proof"]).fine
    assert (record["lot"], record["dice"]) == (3, "3")
    quotas = lottery.read_quotas(files["quotas.csv"].decode())
    pool = lottery.read_pool(files["pool.csv"].decode(), quotas)
    assert [person.id for person in pool.people if person.id in record["panel"]] == record["panel"]
    assert files_of(Decision.objects.get()) == files
    seal(hub_id=cast.hub.id, now=timezone.now() + datetime.timedelta(minutes=5))
    bundle = tmp_path / "DECISION.zip"
    bundle.write_bytes(bundle_of(decision, cast.hub))
    assert verify(bundle).broken == []


def _chooses(panel: Panel, members: list[Member]) -> None:
    """More than half of them want the first of them as chair; until then there is none."""
    for member in members:
        assert not PanelSeat.objects.filter(panel=panel, is_chair=True).exists()
        seats.choose_chair(who=who(member), panel_id=panel.id, seat_id=seat_ids(panel)[0])
    assert PanelSeat.objects.get(panel=panel, is_chair=True).id == seat_ids(panel)[0]


def _votes(panel: Panel, motion: PanelMotion, said: dict[Member, str]) -> None:
    for member, choice in said.items():
        voting.vote(who=who(member), panel_id=panel.id, motion_id=motion.id, choice=choice)


def test_who_voted_against_is_heard_in_the_decision(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast, seats=4)
    a_right(cast.carys, panel.initiative, "DECIDE")
    by_two_thirds = replace(CAFE, rule=Rule.TWO_THIRDS)
    motion = voting.move(who=who(members[0]), panel_id=panel.id, proposal=by_two_thirds)
    _votes(panel, motion, dict.fromkeys(members, "FOR") | {members[0]: "AGAINST"})
    voting.close(who=who(members[0]), panel_id=panel.id, motion_id=motion.id)
    sent: dict[str, Any] = {"who": who(cast.carys), "panel_id": panel.id, "motion_id": motion.id}
    for minority in (("", ""), ("Rhy ddrud", " ")):
        reasons = replace(WHY, minority_cy=minority[0], minority_en=minority[1])
        with pytest.raises(errors.SayTheDissent):
            voting.publish(**sent, reasons=reasons)
    dissent = replace(WHY, minority_cy="Rhy ddrud", minority_en="Too dear")
    decision = voting.publish(**sent, reasons=dissent)
    assert (decision.minority_en, decision.method) == ("Too dear", "TWO_THIRDS")


def test_the_files_of_a_decision_outlive_the_pool(cast: Cast) -> None:
    from gyda.decide.panels.actions.watch import purge

    panel, members = a_sitting_panel(cast)
    a_right(cast.carys, panel.initiative, "DECIDE")
    motion = voting.move(who=who(members[0]), panel_id=panel.id, proposal=CAFE)
    _votes(panel, motion, dict.fromkeys(members, "FOR"))
    voting.close(who=who(members[0]), panel_id=panel.id, motion_id=motion.id)
    decision = voting.publish(
        who=who(cast.carys), panel_id=panel.id, motion_id=motion.id, reasons=WHY
    )
    before = files_of(decision)
    purge(panel_id=panel.id, now=timezone.now())
    assert not PoolPerson.objects.exists()
    assert files_of(decision) == before


def test_nobody_makes_themselves_the_chair(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast)
    ids, at = seat_ids(panel), f"panels/{panel.id}/seats/"
    reader = Reader(cast, members[1])
    assert reader.post(f"{at}chair/", seat=str(ids[1])).status_code == 302
    assert not PanelSeat.objects.filter(is_chair=True).exists()
    assert reader.get(f"{at}explain/").status_code == 404
    assert "(1)" in reader.reads(f"{at}chair/")
    _chooses(panel, members)


def test_a_vote_may_be_changed_until_it_is_closed_and_counts_once(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast)
    motion = voting.move(who=who(members[0]), panel_id=panel.id, proposal=CAFE)
    with pytest.raises(errors.TooFewVoted):
        voting.close(who=who(members[0]), panel_id=panel.id, motion_id=motion.id)
    _votes(panel, motion, {members[0]: "FOR"})
    _votes(panel, motion, {members[0]: "AGAINST", members[1]: "AGAINST"})
    closed = voting.close(who=who(members[0]), panel_id=panel.id, motion_id=motion.id)
    assert (closed.carried, closed.in_favour, closed.against) == (False, 0, 2)
    with pytest.raises(errors.VotedAlready):
        _votes(panel, motion, {members[0]: "FOR"})
    with pytest.raises(errors.NotCarried):
        voting.publish(who=who(cast.carys), panel_id=panel.id, motion_id=motion.id, reasons=WHY)


def test_whoever_says_no_gives_no_reason_and_a_reserve_keeps_the_balance(cast: Cast) -> None:
    panel = a_drawn_panel(cast, reserves=4)
    young = PanelSeat.objects.get(panel=panel, state=Sits.OFFERED, answers__age="young")
    assert young.member is not None
    seats.answer(who=who(young.member), panel_id=panel.id, takes=False)
    seats.fill(who=who(cast.carys), panel_id=panel.id)
    held = PanelSeat.objects.held().filter(panel=panel)
    assert sorted(seat.answers["age"] for seat in held) == ["old", "young"]
    with pytest.raises(errors.NoEmptySeat):
        seats.fill(who=who(cast.carys), panel_id=panel.id)


def test_empty_seats_are_drawn_again_from_the_pool(cast: Cast) -> None:
    panel = a_drawn_panel(cast)
    gone = PanelSeat.objects.get(panel=panel, answers__age="old")
    seats.gone(who=who(cast.carys), panel_id=panel.id, seat_id=gone.id)
    with pytest.raises(errors.NoReserve):
        seats.fill(who=who(cast.carys), panel_id=panel.id)
    draw = seats.draw_again(who=who(cast.carys), panel_id=panel.id)
    assert carry_out(draw.id)
    lot.draw_lot(who=who(cast.carys), panel_id=panel.id, said="5")
    held = PanelSeat.objects.held().filter(panel=panel)
    assert sorted(seat.answers["age"] for seat in held) == ["old", "young"]
    assert gone.number not in held.values_list("number", flat=True)
    assert PanelDraw.objects.filter(panel=panel, phase="DRAWN").count() == 2


def test_someone_from_a_file_takes_the_seat_once_they_are_a_member(cast: Cast) -> None:
    panel = a_drawn_panel(cast)
    row = PanelSeat.objects.filter(panel=panel).first()
    assert row is not None
    PoolPerson.objects.filter(id=row.person_id).update(member=None, name="Ann Puw")
    PanelSeat.objects.filter(id=row.id).update(member=None)
    ann = a_member(cast.hub, "Ann")
    seats.answered(who=who(cast.carys), panel_id=panel.id, seat_id=row.id, takes=True, member=ann)
    row.refresh_from_db()
    assert (row.state, row.member) == (Sits.TAKEN, ann)


def test_everything_a_panel_holds_on_someone_goes_with_them(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast)
    gone = members[0]
    seats.choose_chair(who=who(gone), panel_id=panel.id, seat_id=seat_ids(panel)[1])
    erase(who=who(gone))
    assert not PoolPerson.objects.filter(member=gone).exists()
    row = PanelSeat.objects.get(panel=panel, state=Sits.LEFT)
    assert (row.member, row.answers, row.person, row.wants) == (None, {}, None, None)
    assert not Letter.objects.filter(member=gone).exists()


def test_the_pages_of_a_sitting_panel_open_for_everyone_who_may(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast)
    motion = voting.move(who=who(members[0]), panel_id=panel.id, proposal=CAFE)
    at = f"panels/{panel.id}/"
    for path in (
        "",
        "seats/",
        "hearing/",
        "meetings/",
        "votes/",
        f"votes/{motion.id}/",
        "chances/",
    ):
        for member in (None, members[0], cast.carys):
            Reader(cast, member).reads(at + path)
    for path in ("votes/new/", "hearing/question/", "seats/chair/", "costs/claim/", "costs/"):
        Reader(cast, members[0]).reads(at + path)
        assert Reader(cast, cast.bryn).get(at + path).status_code == 404
    for path in ("hearing/adviser/", "meetings/plan/", "seats/training/", "hearing/evidence/"):
        Reader(cast, cast.carys).reads(at + path)
    answer = Reader(cast, members[0]).post(f"{at}votes/{motion.id}/vote/", choice="FOR")
    assert answer.status_code == 302
    assert PanelVote.objects.get().choice == "FOR"
