"""Hubs and organisations: set up by a command, looked after by a steward."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from gyda.keys.context import in_hub
from gyda.people.actions import hubs
from gyda.people.errors import NameTaken, NotYours
from gyda.people.models import Hub, Member, Organisation
from gyda.people.models.member import Role
from gyda.people.tests.builders import Cast, who
from gyda.people.tests.pages import at, signed_in, text


def new_hub(slug: str = "cwm-teg", **changed: str) -> None:
    told = {
        "name_cy": "Cwm Teg",
        "name_en": "Fair Valley",
        "steward_email": "Siwan@Example.org",
        "steward_name": "Siwan",
    }
    call_command("new_hub", slug, **(told | changed))


def test_the_command_opens_a_hub_with_its_steward(db: None, capsys: Any) -> None:
    new_hub()
    hub = Hub.objects.get(slug="cwm-teg")
    with in_hub(hub.id):
        steward = Member.objects.get(role=Role.STEWARD)
    assert steward.present_person.email == "siwan@example.org"
    assert "/cy/hubs/cwm-teg/" in capsys.readouterr().out
    assert signed_in(steward).get(at(hub, "settings")).status_code == 200


def test_the_same_steward_may_look_after_two_hubs(db: None) -> None:
    new_hub()
    new_hub("cwm-glas")
    assert Hub.objects.count() == 2


@pytest.mark.parametrize("wrong", [{"slug": "Not a slug!"}, {"steward_email": "nobody"}])
def test_the_command_says_what_is_wrong_and_stores_nothing(db: None, wrong: Any) -> None:
    with pytest.raises(CommandError):
        new_hub(**wrong)
    assert not Hub.objects.exists()


def test_an_address_is_taken_once(db: None) -> None:
    new_hub()
    with pytest.raises(CommandError, match="cyfeiriad hwn yn barod"):
        new_hub()


SETTINGS = {"name_cy": "Cwm Newydd", "name_en": "New Valley", "joining": "OPEN"}


def test_a_steward_changes_the_hub(cast: Cast) -> None:
    signed_in(cast.alys).post(at(cast.hub, "settings"), SETTINGS)
    cast.hub.refresh_from_db()
    assert (cast.hub.name_cy, cast.hub.joining) == ("Cwm Newydd", "OPEN")


def test_a_text_in_one_language_asks_for_the_other_and_keeps_what_was_typed(cast: Cast) -> None:
    response = signed_in(cast.alys).post(
        at(cast.hub, "settings"), SETTINGS | {"about_cy": "Amdanom ni"}
    )
    assert "Write this in English too" in text(response)
    assert "Amdanom ni" in text(response)
    cast.hub.refresh_from_db()
    assert cast.hub.name_cy != "Cwm Newydd"


def test_a_steward_adds_and_changes_an_organisation(cast: Cast) -> None:
    alys = signed_in(cast.alys)
    told = {"name_cy": "Capel Salem", "name_en": "Salem Chapel"}
    alys.post(at(cast.hub, "add-organisation"), told)
    chapel = Organisation.objects.get(name_en="Salem Chapel")
    alys.post(at(cast.hub, "organisation", chapel.id), told | {"name_en": "Salem"})
    chapel.refresh_from_db()
    assert chapel.name_en == "Salem"
    again = alys.post(at(cast.hub, "add-organisation"), told)
    assert "of this name is here already" in text(again)


def test_only_a_steward_does(cast: Cast) -> None:
    with pytest.raises(NotYours):
        hubs.change_hub(who=who(cast.carys), hub=cast.hub, joining="OPEN")
    with pytest.raises(NotYours):
        hubs.keep_organisation(who=who(cast.carys), name_cy="A", name_en="A")
    with pytest.raises(NameTaken):
        hubs.keep_organisation(who=who(cast.alys), name_cy="MEDDYGFA'R CWM", name_en="B")
