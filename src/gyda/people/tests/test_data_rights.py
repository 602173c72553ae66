"""What is held on someone: all of it handed over, all of it erased, and the books still whole."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.utils import timezone

from gyda.journal.models import Entry
from gyda.keys.context import in_hub
from gyda.keys.models import HubForeignKey, HubModel
from gyda.letters.models import Letter
from gyda.people.actions import cards, consents, erasing, joining, leaving, profile
from gyda.people.data import registered
from gyda.people.errors import LastSteward
from gyda.people.models import (
    AccessNeed,
    ActingConsent,
    Application,
    Card,
    Look,
    Member,
    Person,
    Session,
    SignInCode,
)
from gyda.people.models.consent import How, Scope
from gyda.people.models.member import State
from gyda.people.tests.builders import Cast, a_member, a_person, who
from gyda.people.tests.pages import at, signed_in, text

SECRET = "Cyfrinach-o-eiriau"  # stands in every free text of the member who is erased


def _links(model: type[models.Model]) -> bool:
    fields = model._meta.local_concrete_fields
    to_member = any(isinstance(f, HubForeignKey) and f.related_model is Member for f in fields)
    return to_member or any(f.related_model is Person for f in fields)


def test_every_table_with_a_link_to_a_member_says_how_it_is_handed_over_and_erased() -> None:
    tables = [one for one in apps.get_models() if issubclass(one, HubModel) and _links(one)]
    missing = [model._meta.label for model in tables if model not in registered()]
    assert not missing, "declare these in personal_data.py of their room"
    assert len(tables) > 10


def a_full_life(cast: Cast) -> Member:
    """Return a member about whom every table of this room holds something."""
    mair = a_member(cast.hub, SECRET)
    them = who(mair)
    profile.change_profile(who=them, language="cy", strengths=SECRET, area=SECRET, contact=SECRET)
    needs = [profile.Need("SIGHT", SECRET, told=True)]
    profile.tell_needs(who=them, needs=needs, language="cy")
    signed_in(cast.carys).get(at(cast.hub, "member-needs", mair.id))
    profile.block(who=them, other=cast.dafydd)
    consents.record_consent(
        who=who(cast.carys),
        principal=mair,
        supporter=cast.dafydd,
        scope=Scope.TIME_BANK,
        how=How.SPOKEN,
        given_at=timezone.now(),
        note=SECRET,
    )
    cards.issue_card(who=who(cast.carys), member=mair)
    leaving.leave(who=them, member=mair)
    person = mair.present_person
    joining.ask_to_join(person=person, hub=cast.hub, words=SECRET, language="cy")
    application = Application.objects.get(member=mair)
    joining.approve(who=who(cast.carys), application=application)
    mair.refresh_from_db()
    return mair


def held(member: Member) -> dict[str, Any]:
    response = signed_in(member).get(at(member.hub, "data-file"))
    assert response["Content-Disposition"].startswith("attachment")
    found: dict[str, Any] = json.loads(response.content)
    return found


def test_the_file_holds_every_table_of_this_room(cast: Cast) -> None:
    tables = held(a_full_life(cast))["tables"]
    for name in ("member", "accessneed", "look", "actingconsent", "application", "card", "block"):
        assert tables[f"people.{name}"], name
    assert tables["people.accessneed"][0]["words"] == SECRET
    assert tables["people.look"][0]["looked_by__name"] == "Carys"
    assert tables["journal.entry"]
    assert tables["letters.letter"]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_same_can_be_read_part_by_part(cast: Cast, language: str) -> None:
    mair = signed_in(a_full_life(cast))
    path = at(cast.hub, "data", language=language)
    assert mair.get(path).status_code == 200
    page = text(mair.get(path + "?table=people.actingconsent"))
    assert SECRET in page
    assert ("On this site" in page or "By word of mouth" in page) == (language == "en")
    assert ("Ar lafar" in page) == (language == "cy")


def test_erasure_asks_once_more(cast: Cast) -> None:
    client = signed_in(cast.bryn)
    page = text(client.post(at(cast.hub, "erase")))
    assert "Tick this if you want to be erased" in page
    cast.bryn.refresh_from_db()
    assert cast.bryn.is_active


def test_erasure_leaves_no_word_and_no_person(cast: Cast) -> None:
    mair = a_full_life(cast)
    person = mair.present_person
    client = signed_in(mair)
    SignInCode.objects.create(address=person.email, digest="x", expires_at=timezone.now())
    response = client.post(at(cast.hub, "erase"), {"sure": "on"}, follow=True)
    assert response.status_code == 200
    mair.refresh_from_db()
    assert (mair.state, mair.person_id, mair.name) == (State.ERASED, None, "")
    assert not Person.objects.filter(id=person.id).exists()
    assert not Session.objects.filter(person_id=person.id).exists()
    assert not SignInCode.objects.filter(address=person.email).exists()
    assert not Letter.objects.filter(member=mair).exists()
    assert not Card.objects.filter(member=mair).exists()
    assert _tables_with(SECRET, cast) == []


def _tables_with(words: str, cast: Cast) -> list[str]:
    with in_hub(cast.hub.id):
        tables = [model for model in apps.get_models() if issubclass(model, HubModel)]
        return [one._meta.label for one in tables if words in str(list(one.objects.values()))]


def test_erasure_keeps_the_record_whole(cast: Cast) -> None:
    mair = a_full_life(cast)
    before = set(Entry.objects.values_list("id", flat=True))
    erasing.erase(who=who(mair))
    after = set(Entry.objects.values_list("id", flat=True))
    assert before < after
    assert ActingConsent.objects.filter(principal=mair).exists()
    assert not ActingConsent.objects.standing().filter(principal=mair).exists()


def test_someone_erased_is_a_former_member_in_both_languages(cast: Cast) -> None:
    erasing.erase(who=who(cast.bryn))
    carys = signed_in(cast.carys)
    for language, words in (("cy", "Cyn-aelod"), ("en", "Former member")):
        page = text(carys.get(at(cast.hub, "member", cast.bryn.id, language=language)))
        assert f'<h1 class="govuk-heading-l">{words}</h1>' in page


def test_the_last_steward_is_not_erased(cast: Cast) -> None:
    with pytest.raises(LastSteward):
        erasing.erase(who=who(cast.alys))
    page = signed_in(cast.alys).post(at(cast.hub, "erase"), {"sure": "on"})
    assert "A hub needs a steward" in text(page)


def test_the_account_goes_with_the_last_hub(cast: Cast) -> None:
    person = cast.bryn.present_person
    there = a_member(cast.other_hub, "Bryn", person=person)
    client = signed_in(cast.bryn)
    client.post(at(cast.hub, "erase"), {"sure": "on"})
    assert client.get(at(cast.other_hub, "me")).status_code == 200
    assert Person.objects.filter(id=person.id).exists()
    with in_hub(cast.other_hub.id):
        erasing.erase(who=who(there))
    assert not Person.objects.filter(id=person.id).exists()


def test_who_has_left_still_reads_takes_away_and_erases(cast: Cast) -> None:
    leaving.leave(who=who(cast.bryn), member=cast.bryn)
    client = signed_in(cast.bryn)
    assert client.get(at(cast.hub, "me")).status_code == 404
    assert client.get(at(cast.hub, "data")).status_code == 200
    assert client.get(at(cast.hub, "data-file")).status_code == 200
    client.post(at(cast.hub, "erase"), {"sure": "on"})
    cast.bryn.refresh_from_db()
    assert cast.bryn.state == State.ERASED


def test_who_never_joined_deletes_the_account(client: Client, db: None) -> None:
    nia = a_person("Nia")
    client.force_login(nia)
    session = client.session
    session["entered_at"] = timezone.now().timestamp()
    session.save()
    client.post("/en/account/end/")
    assert not Person.objects.filter(id=nia.id).exists()


def test_who_belongs_to_a_hub_does_not_delete_the_account_past_it(cast: Cast) -> None:
    client = signed_in(cast.bryn)
    session = client.session
    session["entered_at"] = timezone.now().timestamp()
    session.save()
    assert client.post("/en/account/end/").status_code == 404


def test_what_others_read_of_me_goes_with_me(cast: Cast) -> None:
    mair = a_full_life(cast)
    assert Look.objects.filter(member=mair).exists()
    erasing.erase(who=who(mair))
    assert not Look.objects.filter(member=mair).exists()
    assert not AccessNeed.objects.filter(member=mair).exists()
