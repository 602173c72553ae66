"""Proposals as people meet them: by forms, in both languages, signed in or not."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gyda.design.proposals import queries
from gyda.design.proposals.actions import authors, stages
from gyda.design.proposals.models import Amendment, Point, Proposal
from gyda.design.tests.builders import a_draft, an_open_one, one_ready
from gyda.initiatives.tests.builders import a_team
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who


class Site:
    """The hub's pages in one language, for one reader."""

    def __init__(self, cast: Cast, member: Member | None, language: str = "en") -> None:
        self.client, self.start = Client(), f"/{language}/hubs/{cast.hub.slug}/"
        if member is not None and member.person is not None:
            self.client.force_login(member.person)

    def reads(self, path: str) -> str:
        response = self.client.get(self.start + path)
        assert response.status_code == 200, (path, response.status_code)
        return response.content.decode()

    def misses(self, path: str) -> bool:
        return self.client.get(self.start + path).status_code == 404

    def sends(self, path: str, **typed: object) -> str:
        response = self.client.post(self.start + path, typed)
        return "" if response.status_code == 302 else response.content.decode()


def test_a_proposal_goes_from_the_first_words_to_a_decision_by_forms_alone(cast: Cast) -> None:
    initiative = a_team(cast)
    bryn, carys, dafydd = (Site(cast, one) for one in (cast.bryn, cast.carys, cast.dafydd))
    words = {"title": "A valley bus", "what": "A bus twice a day.", "language": "en"}
    begun = {"initiative": str(initiative.id), "side": "CITIZEN", "key": str(uuid4())}
    assert bryn.sends("proposals/new/", **words, **begun) == ""
    proposal = Proposal.objects.get()
    page = f"proposals/{proposal.id}/"
    assert carys.misses(page)
    cost = {"what": "Fuel", "purpose": "DOING", "rhythm": "YEARLY", "pence": "£1200"}
    assert "Say who pays." in bryn.sends(f"{page}draft/cost/", **cost)
    assert bryn.sends(f"{page}draft/cost/", **cost, payer="FUND") == ""
    hours = {"minutes": "10", "hours_of": "UNPAID", "replaces_paid": "no", "payer": "FUND"}
    assert bryn.sends(f"{page}draft/cost/0/", **cost, **hours) == ""
    group = {"group": "Those without a car", "gains": "The surgery", "loses": "Nothing"}
    assert bryn.sends(f"{page}draft/group/", **group) == ""
    assert bryn.sends(f"{page}invite/", member="Dafydd") == ""
    assert dafydd.sends(f"{page}join/", side="PROFESSIONAL") == ""
    assert bryn.sends(f"{page}draft/open/") == ""
    assert "Nobody is paid for this work today" in Site(cast, None).reads(page)
    change = {"extent": "PASSAGE", "language": "en", "passage": "twice", "text": "three times",
              "why": "Too few", "key": str(uuid4())}  # fmt: skip
    assert carys.sends(f"{page}amend/", **change) == ""
    amendment = Amendment.objects.get()
    beside = carys.reads(f"proposals/amendments/{amendment.id}/")
    assert "<del" in beside
    assert "(taken out:" in beside
    answer = {"answer": "Gladly", "language": "en"}
    assert carys.misses(f"proposals/amendments/{amendment.id}/accept/")
    assert bryn.sends(f"proposals/amendments/{amendment.id}/accept/", **answer) == ""
    assert "Welsh and English" in bryn.reads(f"{page}draft/")
    fields = {"title": "Bws y cwm", "what": "Bws deirgwaith y dydd.", "cost-0-what": "Tanwydd",
              "effect-0-group": "Rhai heb gar", "effect-0-gains": "Y feddygfa",
              "effect-0-loses": "Dim"}  # fmt: skip
    assert bryn.sends(f"{page}draft/translation/", **fields) == ""
    said = {"verdict": "IF", "because": "With a driver", "language": "en"}
    assert dafydd.sends(f"{page}feasibility/", **said) == ""
    assert "Put it forward" in bryn.reads(f"{page}draft/")
    assert bryn.sends(f"{page}forward/") == ""
    proposal.refresh_from_db()
    assert (proposal.state, proposal.latest) == ("FORWARD", 2)
    welsh = Site(cast, None, "cy").reads(page)
    assert "Bws deirgwaith y dydd." in welsh
    assert "Cyfieithwyd gan berson." in welsh
    assert "Bryn" not in welsh


def test_two_versions_stand_side_by_side(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    bryn, page = Site(cast, cast.bryn), f"proposals/{proposal.id}/"
    words = {"title": "A bus for the valley", "what": "A bus goes round the valley each hour."}
    assert bryn.sends(f"{page}draft/words/", **words, language="en") == ""
    assert bryn.sends(f"{page}draft/cost/0/remove/") == ""
    why = {"why": "More people asked", "why_language": "en"}
    assert bryn.sends(f"{page}draft/publish/", **why) == ""
    text = Site(cast, None).reads(f"{page}compare/?from=1&to=2")
    assert "Instead of:" in text
    assert "twice a day" in text
    assert "Fuel" in text
    assert "More people asked" in Site(cast, None).reads(f"{page}versions/")
    assert "A newer version holds" in Site(cast, None).reads(f"{page}versions/1/")
    assert Site(cast, None).misses(f"{page}versions/3/")


def test_points_and_support_by_buttons(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    carys, page = Site(cast, cast.carys), f"proposals/{proposal.id}/"
    assert carys.sends(f"{page}support/") == ""
    assert carys.sends(f"{page}point/", side="FOR", text="No car", language="en") == ""
    point = Point.objects.get()
    assert Site(cast, cast.dafydd).sends(f"proposals/points/{point.id}/agree/") == ""
    text = Site(cast, cast.bryn).reads(page)
    assert "1 supporter." in text
    assert "1 agrees." in text
    assert "Fewer than five" in Site(cast, None).reads(page)
    reason = {"because": "It names a neighbour", "language": "en"}
    assert Site(cast, cast.bryn).misses(f"proposals/points/{point.id}/take-down/")
    assert carys.sends(f"proposals/points/{point.id}/take-down/", **reason) == ""
    assert "No car" not in carys.reads(page)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_every_page_opens_within_twelve_queries(cast: Cast, language: str) -> None:
    proposal = one_ready(cast)
    page = f"proposals/{proposal.id}/"
    paths = ["", "versions/", "versions/1/", "compare/", "amend/", "point/", "feasibility/",
             "draft/", "draft/words/", "draft/translation/", "draft/cost/", "draft/cost/0/",
             "draft/group/0/", "draft/publish/", "invite/", "withdraw/", "merge/"]  # fmt: skip
    site = Site(cast, cast.dafydd, language)
    heavy = {}
    for path in [*(page + one for one in paths), "proposals/", "proposals/new/"]:
        site.reads(path)
        with CaptureQueriesContext(connection) as captured:
            site.reads(path)
        said = [one["sql"] for one in captured.captured_queries]
        number = sum("SAVEPOINT" not in sql and not sql.startswith("BEGIN") for sql in said)
        if number > 12:
            heavy[path] = number
    assert heavy == {}


def test_a_stranger_finds_nothing_to_work_on(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    page = f"proposals/{proposal.id}/"
    eira, carys = Site(cast, cast.eira), Site(cast, cast.carys)
    for path in ("draft/", "draft/words/", "draft/cost/", "invite/", "withdraw/", "amend/"):
        assert eira.misses(page + path)
    for path in ("draft/", "draft/words/", "draft/cost/", "invite/", "withdraw/", "join/"):
        assert carys.misses(page + path)
    assert Site(cast, cast.bryn).misses(f"{page}feasibility/")


def test_it_comes_on_paper_and_as_open_data_without_names(cast: Cast) -> None:
    proposal = one_ready(cast)
    stages.put_forward(who=who(cast.bryn), proposal_id=proposal.id)
    nobody = Site(cast, None)
    paper = nobody.client.get(f"{nobody.start}proposals/{proposal.id}/sheet.pdf")
    assert paper.content.startswith(b"%PDF")
    (line,) = json.loads(nobody.reads("proposals/data.json"))["proposals"]
    assert (line["state"], line["pence_yearly"]) == ("FORWARD", 120_000)
    assert line["written_by"] == "TOGETHER"
    assert line["effects"][0]["loses_en"] == "Nothing"
    assert "Bryn" not in json.dumps(line)
    assert "A bus for the valley" in nobody.reads("proposals/file.csv")


def test_one_who_is_asked_reads_the_draft_and_says_no(cast: Cast) -> None:
    proposal = a_draft(cast.bryn, a_team(cast))
    authors.invite(who=who(cast.bryn), proposal_id=proposal.id, member=cast.carys)
    carys, page = Site(cast, cast.carys), f"proposals/{proposal.id}/"
    assert "You are asked to write this proposal" in carys.reads(page)
    assert "Your drafts" in carys.reads("proposals/")
    assert carys.sends(f"{page}decline/") == ""
    assert carys.misses(page)
    assert [author.member for author in queries.authors_of(proposal)] == [cast.bryn]
