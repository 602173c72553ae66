"""The passport: said once, printed as a card, its own page for nobody else."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.test import Client

from gyda.heard.actions.passport import keep_passport
from gyda.heard.errors import NotYours
from gyda.heard.models import PassportNeed
from gyda.heard.queries.passport import needs_to_share
from gyda.heard.tests.builders import a_passport
from gyda.people.actions.profile import Need, tell_needs
from gyda.people.models.consent import Scope
from gyda.people.tests.builders import Cast, who
from gyda.people.who import Who


def test_what_was_told_as_an_access_need_is_part_of_it_and_not_asked_again(cast: Cast) -> None:
    tell_needs(who=who(cast.bryn), needs=[Need("COMPANY", "fy chwaer")], language="cy")
    a_passport(cast.bryn, "QUIET", "LARGE_PRINT", words="Te cyn dechrau")
    kinds = [need.kind for need in needs_to_share(cast.bryn)]
    assert kinds == ["QUIET", "LARGE_PRINT", "OWN", "COMPANY"]


def test_the_form_keeps_it_and_the_card_shows_it(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.bryn.person)
    at = f"/en/hubs/{cast.hub.slug}/me/passport/"
    sent = {"kinds": ["QUIET", "CARE"], "words": "Te cyn dechrau", "language": "cy"}
    assert client.post(at, sent).status_code == 302
    card = client.get(f"{at}card/").content.decode()
    assert "A quiet room to go to" in card
    assert '<span lang="cy">Te cyn dechrau</span>' in card
    assert client.post(at, {"language": "en"}).status_code == 302
    assert not PassportNeed.objects.exists()


def test_who_acts_within_the_time_bank_alone_cannot_write_it(cast: Cast) -> None:
    acting = Who(cast.carys, cast.bryn, Scope.TIME_BANK)
    with pytest.raises(NotYours):
        keep_passport(who=acting, kinds=["QUIET"], words="", language="cy")
