"""Story C, the budget: equal shares beside most votes first, who is left out, the dissent."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import Path

import pytest
from django.test import Client

from gyda.decide.ballots.actions.closing import close as close_ballot
from gyda.decide.ballots.actions.counting import count
from gyda.decide.tests.ballot_builders import story_c
from gyda.journal.actions import seal
from gyda.keys.context import in_hub
from gyda.methods import budgets
from gyda.people.tests.builders import Cast, a_cast, who
from tests.journeys.conftest import Bring
from tests.journeys.proofs import verified

BOTH = ("cy", "en")


@pytest.fixture
def council(db: None) -> Cast:
    return a_cast()


def test_the_budget_is_shared_in_proportion(bring: Bring, council: Cast, tmp_path: Path) -> None:
    with in_hub(council.hub.id):
        ballot, _voters = story_c(council.alys)
        close_ballot(by=who(council.alys), ballot_id=ballot.id)
        count(who=who(council.alys), ballot_id=ballot.id)
    here = f"hubs/{council.hub.slug}/ballots/{ballot.id}/result/"
    alys = bring(council.alys)
    alys.go(here)
    alys.follow("Publish the decision")
    alys.fill("What did those want who lost? In Welsh", "Roedd chwech o blaid B ac C hefyd")
    alys.fill("What did those want who lost? In English", "Six were for B and C too")
    alys.press("Publish")
    for language in BOTH:
        reader = bring(language=language, js=False)
        reader.go(here)
        letters = [f"{'Dewis' if language == 'cy' else 'Option'} {one}" for one in "ABCD"]
        before_the_others = "section.gyda-card:not(h2 ~ h2 ~ section) h3"
        won = reader.page.locator(before_the_others).all_inner_texts()
        assert [one.split(". ")[1] for one in won] == [letters[0], letters[3]]
        greedy = reader.page.locator("ol.govuk-list--number li").all_inner_texts()
        assert [one[: len(letters[0])] for one in greedy] == letters[:3]
        reader.see(
            "Voters with none of their choices among the winners: %(without)s %%.", without="0"
        )
        reader.see("Counted by most votes alone it would be %(without)s %%.", without="40")
        reader.follow("The decision, with its reasons")
        reader.read("Six were for B and C too" if language == "en" else "Roedd chwech o blaid B")
        with in_hub(council.hub.id):
            seal(hub_id=council.hub.id)
        assert verified(reader, tmp_path / f"{language}.zip")["ballots"] == 10
    file = Client().get(f"/en/{here}ballot.pb")
    assert len(budgets.read(file.content).projects) == 4
    header, *votes = file.content.decode().split("VOTES")[1].strip().splitlines()
    assert header.startswith("voter_id")
    assert len(votes) == 10
