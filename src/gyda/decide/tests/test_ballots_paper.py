"""Paper: a ward's own paper, what became of each, and a letter to whose vote another brought."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from hashlib import sha256

import pytest
from django.test import Client

from gyda.decide.ballots import errors
from gyda.decide.ballots.actions import casting, closing, counting, opening, options, sheets
from gyda.decide.ballots.bundle import count_files
from gyda.decide.ballots.models import Ballot, Option, Roll, Sheet, Standing, Tally
from gyda.decide.ballots.paper_trail import trail_of
from gyda.decide.tests.ballot_builders import a_ballot, a_draft, a_vote, plan
from gyda.decide.tests.test_ballots_views import path, signed_in, text
from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.people.models.area import SmallArea, Whereabouts
from gyda.people.models.consent import Scope
from gyda.people.tests.builders import Cast, a_member, who
from gyda.people.who import Who

pytestmark = pytest.mark.django_db


def a_ballot_of_wards(cast: Cast) -> Ballot:
    """Options 1 and 2 are for all, 3 is the north's, 4 the south's; Bryn lives in the north."""
    ballot = a_draft(cast.alys, costs=(600, 700), pence=100_000)
    for number, (code, name) in enumerate((("SA10 8", "North"), ("SA10 9", "South")), 1):
        SmallArea.objects.create(code=code, easting=number, northing=number)
        ward = options.keep_ward(
            who=who(cast.alys), ballot_id=ballot.id, name_cy=name, name_en=name, pence=50_000,
            areas=[code],
        )  # fmt: skip
        options.put(who=who(cast.alys), ballot_id=ballot.id, plan=plan(name, 300, ward=ward))
    Option.objects.filter(ballot=ballot).update(state=Standing.FEASIBLE)
    Whereabouts.objects.create(member=cast.bryn, area_id="SA10 8")
    return opening.open_ballot(who=who(cast.alys), ballot_id=ballot.id)


def test_a_ward_in_which_nobody_voted_leaves_its_money_to_all(cast: Cast) -> None:
    ballot = a_ballot_of_wards(cast)
    a_vote(ballot, cast.bryn, "1,3")
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    answer = signed_in(cast.alys).post(path(cast, f"{ballot.id}/count/"), follow=True)
    assert "Nobody voted here: its £500 went to the options that all share." in text(answer)
    north, shared = Tally.objects.get(ballot=ballot).records("en")
    assert (north["ward"], shared["budget"]) == (1, 1000 + 200 + 500)
    ballot.refresh_from_db()
    hashes = {name: sha256(content).hexdigest() for name, content in
              count_files(ballot, Tally.objects.get(ballot=ballot)).items()}  # fmt: skip
    assert hashes == Tally.objects.get(ballot=ballot).files


def test_no_ward_with_money_and_no_option_opens(cast: Cast) -> None:
    ballot = a_draft(cast.alys, costs=(600, 700), pence=100_000)
    SmallArea.objects.create(code="SA10 8", easting=1, northing=1)
    options.keep_ward(who=who(cast.alys), ballot_id=ballot.id, name_cy="G", name_en="N",
                      pence=50_000, areas=["SA10 8"])  # fmt: skip
    with pytest.raises(errors.MoneyForNothing):
        opening.open_ballot(who=who(cast.alys), ballot_id=ballot.id)


def test_a_paper_of_a_ward_is_printed_typed_and_counted_as_one(cast: Cast) -> None:
    ballot, carys = a_ballot_of_wards(cast), signed_in(cast.carys)
    printing = path(cast, f"{ballot.id}/papers/")
    assert "For which ward?" in text(carys.get(printing))
    pdf = carys.post(printing, {"count": "1", "ward": "1"})
    assert pdf.content.startswith(b"%PDF")
    assert carys.post(printing, {"count": "1", "ward": "7"}).status_code == 200
    sheet = Sheet.objects.get()
    assert sheet.ward == 1
    marked = carys.post(
        path(cast, f"{ballot.id}/papers/mark/"), {"member": cast.bryn.name}, follow=True
    )
    assert "It is a paper of the ward: North." in text(marked)
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    here = path(cast, f"{ballot.id}/papers/type/")
    assert "3. Option North" in text(carys.get(here))
    south = text(carys.post(here, {"code": sheet.code, "chosen": ["1", "4"]}))
    assert str(errors.NoSuchOption()) in south
    for member in (cast.carys, cast.alys):
        signed_in(member).post(here, {"code": sheet.code, "chosen": ["1", "3"]})
    tally = counting.count(who=who(cast.alys), ballot_id=ballot.id)
    assert tally.records("en")[0]["selected"] == ["3"]


def test_a_paper_is_of_no_ward_that_the_ballot_does_not_have(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    with pytest.raises(errors.NoSuchPaper):
        sheets.print_sheets(who=who(cast.alys), ballot_id=ballot.id, count=1, ward=1)


def test_papers_are_printed_once_what_they_ask_can_no_longer_change(cast: Cast) -> None:
    ballot = a_draft(cast.alys)
    with pytest.raises(errors.NotOpen):
        sheets.print_sheets(who=who(cast.alys), ballot_id=ballot.id, count=1)


def typed(ballot: Ballot, sheet: Sheet, *said: tuple[Member, str]) -> None:
    for typist, marks in said:
        sheets.type_in(who=who(typist), ballot_id=ballot.id, code=sheet.code, said=marks)


def handed_in(cast: Cast, printed: int, voters: int) -> tuple[Ballot, list[Sheet]]:
    """A closed ballot: so many papers printed, so many people marked."""
    ballot = a_ballot(cast.alys)
    papers = sheets.print_sheets(who=who(cast.alys), ballot_id=ballot.id, count=printed)
    for _number in range(voters):
        sheets.mark(who=who(cast.carys), ballot_id=ballot.id, member=a_member(cast.hub))
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    return ballot, papers


def test_it_is_said_how_many_papers_were_printed_typed_and_put_aside(cast: Cast) -> None:
    ballot, papers = handed_in(cast, printed=9, voters=7)
    alike, differs, spoilt, once = papers[:4], papers[4], papers[5], papers[6]
    for sheet in alike:
        typed(ballot, sheet, (cast.alys, "1"), (cast.carys, "1"))
    typed(ballot, differs, (cast.alys, "1"), (cast.carys, "2"))
    typed(ballot, spoilt, (cast.alys, "1"))
    sheets.put_aside(who=who(cast.alys), sheet_id=spoilt.id)
    typed(ballot, once, (cast.alys, "3"))
    trail = trail_of(ballot)
    assert trail is not None
    assert (trail.printed, trail.marked, trail.alike, trail.differ) == (9, 7, 4, 1)
    assert (trail.once, trail.aside, trail.not_typed, trail.settled) == (1, 1, 2, 0)
    shown = text(signed_in(cast.alys).get(path(cast, f"{ballot.id}/papers/differ/")))
    assert "Read differently, not settled yet" in shown
    elin = a_member(cast.hub, "Elin", role="CONNECTOR")
    sheets.settle(who=who(elin), sheet_id=differs.id, said="2")
    typed(ballot, once, (cast.carys, "3"))
    counting.count(who=who(cast.alys), ballot_id=ballot.id)
    result = text(Client().get(path(cast, f"{ballot.id}/result/")))
    assert "Read differently, settled by a third person" in result
    assert "One person is marked as voting on paper whose paper is not among those" in result


def test_a_paper_put_aside_and_typed_anew_is_no_longer_aside(cast: Cast) -> None:
    ballot, (sheet,) = handed_in(cast, printed=1, voters=1)
    typed(ballot, sheet, (cast.alys, "1"))
    sheets.put_aside(who=who(cast.alys), sheet_id=sheet.id)
    typed(ballot, sheet, (cast.alys, "2"), (cast.carys, "2"))
    trail = trail_of(ballot)
    assert trail is not None
    assert (trail.aside, trail.alike) == (0, 1)


def test_the_public_is_not_told_how_few_voted_on_paper(cast: Cast) -> None:
    ballot, (sheet,) = handed_in(cast, printed=1, voters=1)
    typed(ballot, sheet, (cast.alys, "2"), (cast.carys, "2"))
    counting.count(who=who(cast.alys), ballot_id=ballot.id)
    here, few = path(cast, f"{ballot.id}/result/"), "Fewer than five people voted on paper"
    assert few in text(Client().get(here))
    assert few not in text(signed_in(cast.alys).get(here))


def told() -> list[str]:
    return [one.body for one in Letter.objects.filter(kind="ballot_voted").order_by("id")]


def test_whose_vote_another_hand_brought_hears_of_it_and_the_letter_says_no_vote(
    cast: Cast,
) -> None:
    ballot = a_ballot(cast.alys)
    casting.cast(who=who(cast.carys), ballot_id=ballot.id, said="4", caller=cast.bryn)
    sheets.mark(who=who(cast.carys), ballot_id=ballot.id, member=cast.dafydd)
    acting = Who(cast.carys, a_member(cast.hub, "Gwen"), Scope.EVERYTHING)
    casting.cast(who=acting, ballot_id=ballot.id, said="3")
    phone, paper, acted = told()
    assert "Teipiodd Carys y bleidlais a roesoch dros y ffôn." in phone
    assert "Nododd Carys eich bod wedi pleidleisio ar bapur." in paper
    assert "Pleidleisiodd Carys, sy'n gweithredu ar eich rhan, drosoch chi." in acted
    assert all(
        "dywedwch wrth stiward" in one and "Dewis" not in one for one in (phone, paper, acted)
    )
    mine = text(signed_in(cast.bryn).get(path(cast, f"{ballot.id}/")))
    assert "Told a connector, who typed it in." in mine


def test_who_votes_by_their_own_hand_gets_no_letter(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    a_vote(ballot, cast.bryn, "4")
    casting.cast(who=who(cast.carys), ballot_id=ballot.id, said="4", caller=cast.carys)
    assert (Roll.objects.count(), told()) == (2, [])
