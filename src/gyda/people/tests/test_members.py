"""Members: found by name, shown as they chose, brought in, given roles, never without steward."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import threading
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gyda.keys.context import in_hub
from gyda.letters.models import Letter
from gyda.people.actions import leaving, profile, roles
from gyda.people.errors import LastSteward, NotYours
from gyda.people.models import Member
from gyda.people.models.member import Reach, Role, State
from gyda.people.queries import active_members, blocked_ids, offline_members
from gyda.people.tests.builders import Cast, a_cast, a_member, an_organisation, who
from gyda.people.tests.pages import at, signed_in, text


def names(cast: Cast, search: str) -> list[str]:
    return [member.name for member in active_members(search).order_by("name_folded")]


@pytest.mark.parametrize("many", [1, 300])
@pytest.mark.parametrize("typed", ["sion", "SIÔN", "sio", "jones", "Jo", "sion jones"])
def test_a_member_is_found_by_how_a_name_starts_whatever_the_accents(
    cast: Cast, typed: str, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gyda.people.queries.members.MANY", many)  # two ways, one answer
    a_member(cast.hub, "Siôn Jones")
    a_member(cast.hub, "Mair Evans")
    assert names(cast, typed) == ["Siôn Jones"]


def test_someone_renamed_is_found_by_the_new_name(cast: Cast) -> None:
    profile.change_profile(who=who(cast.bryn), name="Gwŷn", language="cy")
    assert names(cast, "gwyn") == ["Gwŷn"]
    assert names(cast, "bryn") == []


def test_a_search_for_nobody_offers_the_whole_list(cast: Cast) -> None:
    page = text(signed_in(cast.bryn).get(at(cast.hub, "members") + "?q=zzz"))
    assert "Nobody here has a name" in page


def test_the_list_has_pages_and_needs_as_many_queries_at_any_size(cast: Cast) -> None:
    client = signed_in(cast.bryn)

    def queries() -> int:
        client.get(at(cast.hub, "members"))
        with CaptureQueriesContext(connection) as counted:
            page = client.get(at(cast.hub, "members"))
        assert page.status_code == 200
        return len(counted)

    few = queries()
    for number in range(40):
        a_member(cast.hub, f"Aelod {number:02}", organisation=cast.dafydd.organisation)
    assert queries() == few <= 12
    assert "?after=" in text(client.get(at(cast.hub, "members")))


def test_a_page_shows_what_the_member_chose_to_show(cast: Cast) -> None:
    told: dict[str, Any] = {"strengths": "Pobi bara", "area": "Trefor", "contact": "01632 960 001"}
    bryn = who(cast.bryn)
    path = at(cast.hub, "member", cast.bryn.id)
    profile.change_profile(who=bryn, language="cy", **told, show_strengths=True, show_area=False)
    page = text(signed_in(cast.dafydd).get(path))
    assert "Pobi bara" in page
    assert "Trefor" not in page
    assert "960 001" not in page
    profile.change_profile(who=bryn, language="cy", show_area=True, show_contact=True)
    page = text(signed_in(cast.dafydd).get(path))
    assert "Trefor" in page
    assert "960 001" in page


def test_addresses_are_shown_to_connectors_only(cast: Cast) -> None:
    email = cast.bryn.present_person.email or ""
    path = at(cast.hub, "member", cast.bryn.id)
    assert email in text(signed_in(cast.carys).get(path))
    assert email not in text(signed_in(cast.dafydd).get(path))


def test_own_words_stand_in_their_own_language(cast: Cast) -> None:
    profile.change_profile(
        who=who(cast.bryn), language="cy", strengths="Pobi bara", strengths_language="cy"
    )
    page = text(signed_in(cast.dafydd).get(at(cast.hub, "member", cast.bryn.id, language="en")))
    assert '<div class="gyda-words" lang="cy">' in page


@pytest.mark.parametrize("state", [State.WAITING, State.LEFT, State.DECLINED])
def test_who_is_not_active_is_shown_to_connectors_only(cast: Cast, state: str) -> None:
    mair = a_member(cast.hub, "Mair", state=state)
    path = at(cast.hub, "member", mair.id)
    assert signed_in(cast.dafydd).get(path).status_code == 404
    assert signed_in(cast.carys).get(path).status_code == 200


def test_a_postcode_is_not_kept(cast: Cast) -> None:
    told = {"name": "Bryn", "area": "Trefor LL54 5LB", "reach": "CALL", "language": "cy"}
    response = signed_in(cast.bryn).post(
        at(cast.hub, "profile"), told | {"strengths_language": "cy"}
    )
    assert "Leave the postcode out" in text(response)
    assert "LL54" in text(response)
    cast.bryn.refresh_from_db()
    assert cast.bryn.area == ""


def test_the_profile_changes_the_language_of_pages_and_letters(cast: Cast) -> None:
    told = {"name": "Bryn", "reach": "POST", "language": "en", "strengths_language": "cy"}
    response = signed_in(cast.bryn).post(at(cast.hub, "profile", language="cy"), told)
    assert response.url == at(cast.hub, "me", language="en")
    cast.bryn.refresh_from_db()
    assert cast.bryn.reach == Reach.POST
    assert cast.bryn.present_person.language == "en"


def test_a_connector_brings_in_someone_with_neither_email_nor_phone(cast: Cast) -> None:
    told = {"name": "Olwen", "language": "cy", "reach": "POST", "area": "Trefor"}
    carys = signed_in(cast.carys)
    assert "Ask them first" in text(carys.post(at(cast.hub, "add-member"), told))
    response = carys.post(at(cast.hub, "add-member"), told | {"agreed": "on"})
    olwen = offline_members().get()
    assert (olwen.name, olwen.is_active, olwen.is_offline) == ("Olwen", True, True)
    assert response.url == at(cast.hub, "issue-card", olwen.id)
    assert signed_in(cast.bryn).get(at(cast.hub, "add-member")).status_code == 404


def test_a_steward_changes_roles_and_the_member_gets_a_letter(cast: Cast) -> None:
    practice = an_organisation(cast.hub, "Deintyddfa")
    told = {"role": "CONNECTOR", "organisation": str(practice.id)}
    signed_in(cast.alys).post(at(cast.hub, "role", cast.bryn.id), told)
    cast.bryn.refresh_from_db()
    assert (cast.bryn.role, cast.bryn.organisation) == (Role.CONNECTOR, practice)
    assert Letter.objects.get(kind="role_changed").member_id == cast.bryn.id
    with pytest.raises(NotYours):
        roles.change_role(who=who(cast.carys), member=cast.dafydd, role=Role.STEWARD)


def test_an_organisation_of_another_hub_is_no_choice(cast: Cast) -> None:
    elsewhere = an_organisation(cast.other_hub, "Arall")
    told = {"role": "MEMBER", "organisation": str(elsewhere.id)}
    response = signed_in(cast.alys).post(at(cast.hub, "role", cast.bryn.id), told)
    assert "There is a problem" in text(response)


def test_a_hub_never_loses_its_last_steward(cast: Cast) -> None:
    alys = who(cast.alys)
    with pytest.raises(LastSteward):
        roles.change_role(who=alys, member=cast.alys, role=Role.MEMBER)
    with pytest.raises(LastSteward):
        leaving.leave(who=alys, member=cast.alys)
    page = signed_in(cast.alys).post(at(cast.hub, "leave"))
    assert "A hub needs a steward" in text(page)
    roles.change_role(who=alys, member=cast.carys, role=Role.STEWARD)
    leaving.leave(who=alys, member=cast.alys)
    cast.alys.refresh_from_db()
    assert (cast.alys.state, cast.alys.role) == (State.LEFT, Role.MEMBER)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_stewards_who_leave_at_once_leave_one() -> None:
    cast = a_cast()
    second = a_member(cast.hub, "Ail", role=Role.STEWARD)
    ready, refused = threading.Barrier(2), []

    def go(member: Member) -> None:
        with in_hub(cast.hub.id):
            ready.wait()
            try:
                leaving.leave(who=who(member), member=member)
            except LastSteward as error:
                refused.append(error)
        connection.close()

    threads = [threading.Thread(target=go, args=(one,)) for one in (cast.alys, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with in_hub(cast.hub.id):
        assert Member.objects.active().filter(role=Role.STEWARD).count() == 1
    assert len(refused) == 1


def test_a_block_is_silent_and_for_both(cast: Cast) -> None:
    bryn = signed_in(cast.bryn)
    bryn.post(at(cast.hub, "block", cast.dafydd.id))
    assert blocked_ids(cast.bryn) == {cast.dafydd.id}
    assert blocked_ids(cast.dafydd) == {cast.bryn.id}
    theirs = text(signed_in(cast.dafydd).get(at(cast.hub, "member", cast.bryn.id)))
    assert "meet this person again" not in theirs
    assert signed_in(cast.dafydd).get(at(cast.hub, "blocks")).content.count(b"Bryn") <= 1
    assert not Letter.objects.exists()
    bryn.post(at(cast.hub, "block", cast.dafydd.id))
    assert blocked_ids(cast.bryn) == set()


def test_a_connector_ends_a_membership_on_the_member_s_word(cast: Cast) -> None:
    signed_in(cast.carys).post(at(cast.hub, "end-membership", cast.bryn.id))
    cast.bryn.refresh_from_db()
    assert cast.bryn.state == State.LEFT
    assert (
        signed_in(cast.carys).get(at(cast.hub, "end-membership", cast.alys.id)).status_code == 404
    )
