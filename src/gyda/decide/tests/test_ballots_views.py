"""The pages of ballots: voting, what is refused, preparing, paper, the result."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from typing import Any

import pytest
from django.test import Client

from gyda.decide.ballots.actions import closing, sheets
from gyda.decide.ballots.models import Ballot, Option, Paper, Roll, Sealed, Sheet, Standing, Tally
from gyda.decide.decisions.models import Decision
from gyda.decide.tests.ballot_builders import a_ballot, a_draft, a_vote, counted, story_c
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who

CODE = re.compile(r"([a-z]{4}-){3}[a-z]{4}")


def signed_in(member: Member) -> Client:
    client = Client()
    assert member.person is not None
    client.force_login(member.person)
    return client


def path(cast: Cast, rest: str = "", language: str = "en") -> str:
    return f"/{language}/hubs/{cast.hub.slug}/ballots/{rest}"


def text(response: Any) -> str:
    return str(response.content.decode())


def vote(client: Client, cast: Cast, ballot: Ballot, said: str) -> Any:
    return client.post(path(cast, f"{ballot.id}/vote/"), {"said": said, "sure": "1"})


def test_one_votes_looks_over_it_and_gets_a_receipt_once(cast: Cast) -> None:
    ballot, bryn = a_ballot(cast.alys), signed_in(cast.bryn)
    here = path(cast, f"{ballot.id}/vote/")
    assert "Which of these do you want?" in text(bryn.get(here))
    looked = text(bryn.post(here, {"chosen": ["4", "2"]}))
    assert "One vote, and final" in looked
    assert 'value="2,4"' in looked
    assert "checked" in text(bryn.post(here, {"said": "2,4", "back": "1"}))
    assert not Roll.objects.exists()
    done = vote(bryn, cast, ballot, "2,4")
    receipt = CODE.search(text(done))
    assert receipt
    assert "no-store" in done["Cache-Control"]
    again = bryn.get(path(cast, f"{ballot.id}/"))
    assert receipt[0] not in text(again)
    assert "Your vote is in" in text(again)
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    assert Paper.objects.get(code=receipt[0]).marks == "2,4"


def test_an_empty_paper_is_asked_again_and_keeps_what_was_typed(cast: Cast) -> None:
    ballot = a_ballot(cast.alys, most=2)
    bryn, here = signed_in(cast.bryn), path(cast, f"{ballot.id}/vote/")
    assert "Choose at least one option" in text(bryn.post(here, {"x": "1"}))
    too_many = text(bryn.post(here, {"chosen": ["1", "2", "3"]}))
    assert "choose at most 2" in too_many
    assert too_many.count("checked") == 3


@pytest.mark.parametrize(
    ("kind", "sent", "kept"),
    [
        ("RANK", {"option_1": "2", "option_4": "1"}, "4,1"),
        ("POINTS", {"option_1": "2", "option_4": "8"}, "1:2,4:8"),
    ],
)
def test_ranks_and_points_are_read(cast: Cast, kind: str, sent: dict[str, str], kept: str) -> None:
    ballot = a_ballot(cast.alys, kind=kind, points=10 if kind == "POINTS" else None)
    bryn, here = signed_in(cast.bryn), path(cast, f"{ballot.id}/vote/")
    assert f'value="{kept}"' in text(bryn.post(here, sent))
    assert CODE.search(text(vote(bryn, cast, ballot, kept)))
    tally = counted(ballot, cast.alys)
    assert {"1", "4"} & set(tally.records("en")[0]["selected"])


@pytest.mark.parametrize("said", ["9", "1,1", "1:5", "x", "1,2,3,4,5", "YES", "٣"])
def test_a_made_up_paper_is_refused(cast: Cast, said: str) -> None:
    ballot = a_ballot(cast.alys)
    assert vote(signed_in(cast.bryn), cast, ballot, said).status_code == 302
    assert not Roll.objects.exists()


def test_who_may_not_vote_is_refused_by_request(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    stranger = signed_in(cast.eira)
    assert vote(stranger, cast, ballot, "1").status_code == 404
    assert vote(Client(), cast, ballot, "1").status_code == 302
    vote(signed_in(cast.bryn), cast, ballot, "1")
    vote(signed_in(cast.bryn), cast, ballot, "2")
    assert Roll.objects.count() == 1
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    vote(signed_in(cast.carys), cast, ballot, "1")
    assert Roll.objects.count() == 1


def test_only_the_named_vote(cast: Cast) -> None:
    from gyda.decide.ballots.models import Elector

    ballot = a_draft(cast.alys, electorate="NAMED")
    Elector.objects.create(ballot=ballot, member=cast.bryn)
    from gyda.decide.ballots.actions.opening import open_ballot

    open_ballot(who=who(cast.alys), ballot_id=ballot.id)
    for member in (cast.bryn, cast.carys, cast.alys):
        vote(signed_in(member), cast, ballot, "1")
    assert [one.member_id for one in Roll.objects.all()] == [cast.bryn.id]


def test_no_steward_sees_a_paper_before_the_count(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    receipt = a_vote(ballot, cast.bryn, "1")
    alys = signed_in(cast.alys)
    for rest in ("result/papers/", "result/ballot.pb", "result/another-count/", "papers/differ/"):
        answer = alys.get(path(cast, f"{ballot.id}/{rest}"))
        assert receipt not in text(answer)
        assert answer.status_code == (200 if rest == "papers/differ/" else 404)


def test_the_result_says_who_won_and_why_in_both_languages(cast: Cast) -> None:
    ballot, _voters = story_c(cast.alys)
    counted(ballot, cast.alys)
    english = text(Client().get(path(cast, f"{ballot.id}/result/")))
    assert "2 won; together they cost £7,300 of £10,000." in english
    assert "Counted by most votes alone it would be 40 %" in english
    assert "By most votes alone it would have won." in english
    welsh = text(Client().get(path(cast, f"{ballot.id}/result/", "cy")))
    assert "Enillodd 2; gyda" in welsh
    file = Client().get(path(cast, f"{ballot.id}/result/ballot.pb"))
    assert file.content.startswith(b"META\n")
    assert Client().get(path(cast, f"{ballot.id}/result/nothing")).status_code == 404


def test_another_count_is_marked_as_no_result_and_kept_nowhere(cast: Cast) -> None:
    ballot, _voters = story_c(cast.alys)
    counted(ballot, cast.alys)
    asked = {"method": "GREEDY", "completion": "none", "pence": "6600"}
    shown = signed_in(cast.bryn).get(path(cast, f"{ballot.id}/result/another-count/"), asked)
    assert "This is not the result" in text(shown)
    assert "2 won; together they cost £6,600 of £6,600." in text(shown)
    ballot.refresh_from_db()
    assert ballot.pence == 1_000_000
    assert Tally.objects.count() == 1


def test_a_receipt_is_looked_for_by_post(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    receipt = a_vote(ballot, cast.bryn, "2")
    counted(ballot, cast.alys)
    here = path(cast, f"{ballot.id}/result/papers/")
    assert "2. Option B" in text(Client().post(here, {"code": receipt.upper()}))
    assert "There is no paper" in text(Client().post(here, {"code": "bado-bado-bado-bado"}))


def test_a_ballot_is_prepared_checked_and_opened(cast: Cast) -> None:
    alys, dafydd = signed_in(cast.alys), signed_in(cast.dafydd)
    words = {f"{name}_{lang}": name for name in ("title", "question") for lang in ("cy", "en")}
    sent = words | {
        "kind": "APPROVE", "method": "EQUAL_SHARES", "say": "CITIZEN",
        "pence": "£10000", "electorate": "ALL",
        "closes_on_day": "1", "closes_on_month": "3", "closes_on_year": "2099",
        "key": "0199d3f0-0000-7000-8000-000000000001",
    }  # fmt: skip
    answer = alys.post(path(cast, "new/"), sent)
    assert answer.status_code == 302, text(answer)
    ballot = Ballot.objects.get()
    names = ("title", "summary", "gains", "loses")
    option = {f"{name}_{lang}": name for name in names for lang in ("cy", "en")}
    for pounds in ("3000", "4000", "5000"):
        made = alys.post(path(cast, f"{ballot.id}/options/new/"), option | {"pence": pounds})
        assert made.status_code == 302, text(made)
    without = {name: said for name, said in option.items() if not name.startswith("loses")}
    refused = text(alys.post(path(cast, f"{ballot.id}/options/new/"), without | {"pence": "1"}))
    assert "Who loses by it?" in refused
    alys.post(path(cast, f"{ballot.id}/open/"))
    assert Ballot.objects.get().state == "DRAFT"
    first, second, third = Option.objects.order_by("number")
    assert alys.get(path(cast, f"options/{first.id}/check/")).status_code == 404
    dafydd.post(path(cast, f"options/{first.id}/check/"), {"can_be_done": "yes"})
    no = {"can_be_done": "no", "because_cy": "Dim lle", "because_en": "No room"}
    dafydd.post(path(cast, f"options/{second.id}/check/"), no)
    alys.post(path(cast, f"options/{third.id}/join/"), {"into": str(first.id)})
    third.refresh_from_db()
    assert third.state == Standing.MERGED
    alys.post(path(cast, f"{ballot.id}/open/"))
    assert Ballot.objects.get().state == "DRAFT"  # one option alone is no choice
    dafydd.post(path(cast, f"options/{second.id}/check/"), {"can_be_done": "yes"})
    alys.post(path(cast, f"{ballot.id}/open/"))
    assert Ballot.objects.get().state == "OPEN"
    assert alys.post(path(cast, f"{ballot.id}/change/"), sent).status_code == 404


def test_papers_are_typed_twice_and_settled(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    alys, carys = signed_in(cast.alys), signed_in(cast.carys)
    pdf = carys.post(path(cast, f"{ballot.id}/papers/"), {"count": "3"})
    assert pdf.content.startswith(b"%PDF")
    one, two, _three = Sheet.objects.order_by("id")
    for member in (cast.bryn, cast.dafydd):
        carys.post(path(cast, f"{ballot.id}/papers/mark/"), {"member": str(member.name)})
    assert Roll.objects.filter(way="PAPER").count() == 2
    here = path(cast, f"{ballot.id}/papers/type/")
    assert "taken out of their box" in text(carys.post(here, {"code": one.code, "chosen": ["1"]}))
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    for sheet, said, again in ((one, ["1"], ["1"]), (two, ["2"], ["3"])):
        carys.post(here, {"code": sheet.code, "chosen": said})
        refused = carys.post(here, {"code": sheet.code, "chosen": said})
        assert "second time" in text(refused)
        alys.post(here, {"code": sheet.code, "chosen": again})
    assert "already" in text(alys.post(here, {"code": one.code, "chosen": ["1"]}))
    differ = text(alys.get(path(cast, f"{ballot.id}/papers/differ/")))
    assert two.code in differ
    assert one.code not in differ
    alys.post(path(cast, f"{ballot.id}/count/"))
    assert not Tally.objects.exists()
    assert "second time" in text(
        alys.post(path(cast, f"papers/{two.id}/settle/"), {"chosen": ["3"]})
    )
    elin = a_member(cast.hub, "Elin", role="CONNECTOR")
    signed_in(elin).post(path(cast, f"papers/{two.id}/settle/"), {"chosen": ["2"]})
    alys.post(path(cast, f"{ballot.id}/count/"))
    assert Tally.objects.exists()
    assert {paper.code for paper in Paper.objects.all()} == {one.code, two.code}


def test_more_papers_than_marks_are_not_counted(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    (sheet,) = sheets.print_sheets(who=who(cast.alys), ballot_id=ballot.id, count=1)
    a_vote(ballot, cast.bryn, "1")
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    for typist in (cast.alys, cast.carys):
        sheets.type_in(who=who(typist), ballot_id=ballot.id, code=sheet.code, said="1")
    signed_in(cast.alys).post(path(cast, f"{ballot.id}/count/"))
    assert not Tally.objects.exists()


def test_a_connector_types_in_a_vote_on_the_phone_and_the_caller_is_told(cast: Cast) -> None:
    ballot, carys = a_ballot(cast.alys), signed_in(cast.carys)
    led = carys.post(path(cast, f"{ballot.id}/phone/"), {"member": cast.bryn.name})
    assert led.status_code == 302
    done = carys.post(led["Location"], {"said": "1", "sure": "1"})
    assert CODE.search(text(done))
    assert Roll.objects.get().way == "PHONE"
    assert signed_in(cast.bryn).post(led["Location"], {"said": "1", "sure": "1"}).status_code == 404


def test_a_meeting_says_yes_no_or_abstains(cast: Cast) -> None:
    ballot = a_ballot(cast.alys, kind="CONSENT", method="CONSENT", pence=None)
    vote(signed_in(cast.bryn), cast, ballot, "YES")
    vote(signed_in(cast.carys), cast, ballot, "ABSTAIN")
    alys = signed_in(cast.alys)
    assert "everybody has voted" in text(alys.post(path(cast, f"{ballot.id}/close/"), follow=True))
    for member in (cast.alys, cast.dafydd):
        vote(signed_in(member), cast, ballot, "ABSTAIN")
    alys.post(path(cast, f"{ballot.id}/close/"))
    alys.post(path(cast, f"{ballot.id}/count/"))
    assert "Carried." in text(alys.get(path(cast, f"{ballot.id}/result/")))
    assert not Sealed.objects.exists()


def test_an_open_vote_keeps_names_and_a_secret_one_never(cast: Cast) -> None:
    fields: dict[str, Any] = {"kind": "MOTION", "method": "MAJORITY", "pence": None}
    a_vote(a_ballot(cast.alys, is_secret=False, **fields), cast.bryn, "NO")
    assert Roll.objects.get().said == "NO"
    a_vote(a_ballot(cast.alys, **fields), cast.bryn, "NO")
    assert sorted(Roll.objects.values_list("said", flat=True)) == ["", "NO"]


def test_the_result_becomes_a_decision_with_its_files(cast: Cast) -> None:
    ballot, _voters = story_c(cast.alys)
    counted(ballot, cast.alys)
    alys, here = signed_in(cast.alys), path(cast, f"{ballot.id}/result/publish/")
    begun = text(alys.get(here))
    assert "Option A: £3,300" in begun
    assert "Dewis A: £3,300" in begun
    assert "Voted for too, and not won: Option B (6), Option C (6)." in begun
    assert "nad enillodd: Dewis B (6), Dewis C (6)." in begun
    words = {f"{name}_{lang}": "x" for name in ("what", "reasons") for lang in ("cy", "en")}
    days = {"effective_on_day": "1", "effective_on_month": "3", "effective_on_year": "2099"}
    answer = alys.post(here, words | days)
    assert answer.status_code == 302, text(answer)
    decision = Decision.objects.get()
    assert (decision.pence, decision.method) == (730_000, "EQUAL_SHARES")
    from gyda.decide.decisions.bundles import files_of

    assert list(files_of(decision)) == ["ballot.pb", "count.json"]
    assert alys.post(here, words | days).status_code == 404


def test_a_ballot_of_wards_gives_what_they_leave_to_all(cast: Cast) -> None:
    from gyda.decide.ballots.actions import opening, options
    from gyda.decide.tests.ballot_builders import plan
    from gyda.people.models.area import SmallArea, Whereabouts

    ballot = a_draft(cast.alys, costs=(600, 700), pence=50_000)
    SmallArea.objects.create(code="SA10 8", easting=1, northing=1)
    ward = options.keep_ward(
        who=who(cast.alys), ballot_id=ballot.id, name_cy="Gogledd", name_en="North", pence=50_000,
        areas=["SA10 8"],
    )  # fmt: skip
    north = options.put(who=who(cast.alys), ballot_id=ballot.id, plan=plan("N", 300, ward=ward))
    Option.objects.filter(id=north.id).update(state=Standing.FEASIBLE)
    Option.objects.filter(ballot=ballot, ward=None, number=1).update(pence=60_000)
    Ballot.objects.filter(id=ballot.id).update(pence=70_000)
    opening.open_ballot(who=who(cast.alys), ballot_id=ballot.id)
    gwen = a_member(cast.hub)
    Whereabouts.objects.create(member=gwen, area_id="SA10 8")
    a_vote(ballot, gwen, "1,3")
    vote(signed_in(cast.bryn), cast, ballot, "3")
    assert Roll.objects.count() == 1  # the north's option is not on Bryn's paper
    a_vote(ballot, cast.bryn, "1")
    tally = counted(ballot, cast.alys)
    first, last = tally.records("en")
    assert (first["selected"], last["selected"]) == (["3"], ["1"])
    assert last["budget"] == 700 + 200
    assert "North" in text(Client().get(path(cast, f"{ballot.id}/result/")))
