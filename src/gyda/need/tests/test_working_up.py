"""An idea that came through its cut becomes a proposal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from gyda.design.proposals.models import Proposal
from gyda.initiatives.tests.builders import a_team
from gyda.keys.uuid7 import uuid7
from gyda.letters.models import Letter
from gyda.need.ideas.actions.cut import cut
from gyda.need.ideas.models import Idea
from gyda.need.tests.idea_builders import an_idea, supported
from gyda.people.tests.builders import Cast


def one_through_the_cut(cast: Cast) -> Idea:
    before = timezone.now() - datetime.timedelta(days=31)
    idea = supported(cast, an_idea(cast.bryn, now=before), 3)
    month = timezone.localdate(before).replace(day=1)
    cut(hub_id=cast.hub.id, month=month, now=timezone.now())
    idea.refresh_from_db()
    return idea


def test_it_is_worked_up_and_both_pages_lead_to_each_other(cast: Cast) -> None:
    idea, initiative = one_through_the_cut(cast), a_team(cast)
    client, start = Client(), f"/en/hubs/{cast.hub.slug}/"
    assert cast.carys.person is not None
    client.force_login(cast.carys.person)
    form = client.get(f"{start}ideas/{idea.id}/work-up/").content.decode()
    assert "A bench by the bridge" in form
    typed = {"title": "Benches", "what": "Three benches", "language": "en", "side": "CITIZEN",
             "initiative": str(initiative.id), "key": str(uuid7())}  # fmt: skip
    for _ in range(2):
        assert client.post(f"{start}ideas/{idea.id}/work-up/", typed).status_code == 302
    proposal = Proposal.objects.get()
    assert Letter.objects.filter(kind="idea_worked_up").count() == 4
    assert "An idea" in client.get(f"{start}proposals/{proposal.id}/").content.decode()
    assert "Benches" not in client.get(f"{start}ideas/{idea.id}/").content.decode()
    page = f"{start}proposals/{proposal.id}/"
    client.post(f"{page}draft/open/")
    assert "Benches" in client.get(f"{start}ideas/{idea.id}/").content.decode()


@pytest.mark.parametrize("path", ["work-up/"])
def test_one_that_nobody_sent_forward_is_not(cast: Cast, path: str) -> None:
    idea, client = an_idea(cast.bryn), Client()
    assert cast.bryn.person is not None
    client.force_login(cast.bryn.person)
    assert client.get(f"/en/hubs/{cast.hub.slug}/ideas/{idea.id}/{path}").status_code == 404
