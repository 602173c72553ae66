"""Story C, its first half: of 160 people 16 are drawn, by a seed that was promised in public."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import hashlib
import json
from uuid import uuid4

from django.utils import timezone

from gyda.decide.ballots.electorates import electorate_of
from gyda.decide.ballots.models import Ballot, Roll, Sealed
from gyda.decide.panels.actions import features, files, hearing, lot, promises, seats, setup
from gyda.decide.panels.actions.hearing import Interest
from gyda.decide.panels.electorate import PANEL
from gyda.decide.panels.material import lots_of as listed
from gyda.decide.panels.models import Panel, PanelAdviser, PanelDraw, PanelSeat
from gyda.decide.panels.quotas import apart, features_of
from gyda.decide.tests.ballot_builders import a_ballot, a_draft
from gyda.decide.tests.panels_for_tests import a_drawn_panel, a_plan, everyone_sits, lots_of
from gyda.decide.tests.test_panels_pages import Reader
from gyda.initiatives.tests.builders import a_team
from gyda.methods import lottery
from gyda.people.tests.builders import Cast, who

BETHAN = Interest("Arian", "Money", "Gweithio i'r cyngor", "Works for the council")
GWYNEDD = (427, 2958, 3444, 2400, 772)
QUESTIONS = {
    "wimd": ("Pumed", "Fifth", GWYNEDD),
    "age": ("Oed", "Age", (30, 40, 30)),
    "language": ("Iaith", "Language", (66, 34)),
}


def _registrants() -> str:
    rows = ["id,name,wimd,age,language"]
    for n in range(160):
        rows.append(f"r{n:03},Person {n},{n * 7 % 5 + 1},{n * 11 % 3 + 1},{n % 2 + 1}")
    return "\n".join(rows)


def _a_panel(cast: Cast) -> Panel:
    plan = a_plan(seats=16, reserves=4, way="SEED", lots=1000)
    panel = setup.open_panel(who=who(cast.carys), initiative=a_team(cast), plan=plan)
    for code, (name_cy, name_en, people) in QUESTIONS.items():
        groups = [
            features.Group(f"{name_cy} {n}", f"{name_en} {n}", str(n), people=p)
            for n, p in enumerate(people, start=1)
        ]
        features.add_feature(panel, code, name_cy, name_en, groups)
    return panel


def _drawn(cast: Cast) -> tuple[Panel, PanelDraw]:
    panel = _a_panel(cast)
    sha256 = hashlib.sha256("Môr a mynydd".encode()).hexdigest()
    promises.promise(who=who(cast.dafydd), panel_id=panel.id, sha256=sha256)
    brought = files.Brought(people=_registrants())
    files.bring_file(who=who(cast.carys), panel_id=panel.id, brought=brought)
    lots_of(cast, panel)
    promises.reveal(who=who(cast.dafydd), panel_id=panel.id, secret="Môr a mynydd")
    return panel, lot.draw_lot(who=who(cast.carys), panel_id=panel.id)


def test_of_160_who_put_themselves_forward_16_are_drawn_and_anyone_can_repeat_it(
    cast: Cast,
) -> None:
    panel, draw = _drawn(cast)
    number = lottery.drawn_by_seed(["Môr a mynydd".encode()], 1000)
    seated = PanelSeat.objects.filter(panel=panel, state="OFFERED").order_by("number")
    assert draw.lot == number
    assert [f"{seat.number:06d}" for seat in seated] == listed(draw)[number]
    assert lottery.check(draw.proof()).fine
    assert PanelSeat.objects.filter(panel=panel, state="RESERVE").count() == 4
    answers = [seat.answers for seat in seated]
    found = [apart(feature, answers) for feature in features_of(panel)]
    assert all(one is not None and not one.is_too_far for one in found)
    again = lottery.fair_lottery(*_published(draw), 16)
    assert list(map(list, lottery.rounded(again, 1000).lots)) == listed(draw)


def _published(draw: PanelDraw) -> tuple[lottery.Pool, tuple[lottery.Quota, ...]]:
    """Read the published files as a stranger does, and nothing else."""
    from gyda.decide.panels.material import pool_csv, quotas_csv

    proof = json.loads(json.dumps(draw.proof()))
    quotas = lottery.read_quotas(quotas_csv(proof).decode())
    return lottery.read_pool(pool_csv(proof).decode(), quotas), quotas


def test_the_seats_vote_in_a_ballot_of_the_panel_and_advisers_never(cast: Cast) -> None:
    panel = a_drawn_panel(cast)
    members = everyone_sits(panel)
    ballot = Ballot(electorate=PANEL, body=panel.id)
    kind = electorate_of(ballot)
    assert set(kind.members(ballot)) == set(members)
    words = {f"{name}_{lang}": "-" for name in ("knows", "interest") for lang in ("cy", "en")}
    PanelAdviser.objects.create(
        panel=panel, member=members[0], since_at=panel.opened_at, **words
    )  # what the pages refuse: someone who sits and advises
    assert not kind.may_vote(ballot, members[0])
    assert kind.may_vote(ballot, members[1])
    assert not kind.may_vote(ballot, cast.dafydd)
    seats.leave(who=who(members[1]), panel_id=panel.id)
    assert not kind.may_vote(ballot, members[1])


def test_an_adviser_s_vote_in_the_panel_s_ballot_is_refused_by_request(cast: Cast) -> None:
    panel = a_drawn_panel(cast)
    members = everyone_sits(panel)
    hearing.name_adviser(
        who=who(cast.carys), panel_id=panel.id, member=cast.dafydd, interest=BETHAN
    )
    ballot = a_ballot(cast.alys, electorate=PANEL, body=panel.id)
    here, sent = f"ballots/{ballot.id}/vote/", {"said": "1", "sure": "1"}
    for member in (cast.dafydd, cast.bryn, cast.alys):
        Reader(cast, member).get(here)
        assert Reader(cast, member).post(here, **sent).status_code == 403
        connector = Reader(cast, cast.carys)
        connector.post(f"ballots/{ballot.id}/phone/{member.id}/", **sent)
    assert not Roll.objects.exists()
    assert not Sealed.objects.exists()
    assert f"ballots/{ballot.id}/" in Reader(cast, members[0]).reads(f"panels/{panel.id}/votes/")
    Reader(cast, members[0]).post(here, **sent)
    assert [one.member for one in Roll.objects.all()] == [members[0]]
    assert Sealed.objects.count() == 1


def test_the_team_is_shown_no_way_that_is_a_connector_s_alone(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    Ballot.objects.filter(id=ballot.id).update(initiative=a_team(cast))
    pages = [Reader(cast, one).reads(f"ballots/{ballot.id}/") for one in (cast.bryn, cast.carys)]
    assert all("Looking after this ballot" in page for page in pages)
    assert ["papers/mark/" in page for page in pages] == [False, True]
    assert Reader(cast, cast.bryn).get(f"ballots/{ballot.id}/papers/mark/").status_code == 404


def test_a_ballot_of_the_panel_stays_the_panel_s_when_its_words_change(cast: Cast) -> None:
    panel = a_drawn_panel(cast)
    everyone_sits(panel)
    draft = a_draft(cast.carys, electorate=PANEL, body=panel.id)
    clerk, here = Reader(cast, cast.carys), f"ballots/{draft.id}/change/"
    assert 'name="electorate"' not in clerk.reads(here)
    closes = timezone.localdate() + datetime.timedelta(days=9)
    sent = {f"{name}_{lang}": "Newydd" for name in ("title", "question") for lang in ("cy", "en")}
    sent |= {"kind": "APPROVE", "method": "GREEDY", "say": "CITIZEN", "pence": "500"}
    sent |= {"electorate": "ALL", "key": str(uuid4())}
    sent |= {f"closes_on_{part}": str(getattr(closes, part)) for part in ("day", "month", "year")}
    clerk.post(here, **sent)
    draft.refresh_from_db()
    assert (draft.title_cy, draft.electorate, draft.body) == ("Newydd", PANEL, panel.id)
