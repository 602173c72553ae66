"""Nothing of one hub is reached from another, and the roles see what is theirs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.people.actions import consents, invitations, joining
from gyda.people.models import Application
from gyda.people.models.consent import Scope
from gyda.people.tests.builders import Cast, a_member, a_person, an_organisation, who
from gyda.people.tests.pages import at, signed_in
from gyda.people.urls import urlpatterns

Find = Callable[[Cast], object]


def _a_consent(cast: Cast) -> object:
    supporter = a_member(cast.other_hub, "Ffion")
    return consents.give_consent(who=who(cast.eira), supporter=supporter, scope=Scope.TIME_BANK).id


def _an_application(cast: Cast) -> object:
    joining.ask_to_join(person=a_person("Nia"), hub=cast.other_hub, language="cy")
    return Application.objects.get().id


def _an_invitation(cast: Cast) -> object:
    connector = a_member(cast.other_hub, "Cadi", role="CONNECTOR")
    return invitations.invite(who=who(connector), now=timezone.now())[0].id


FINDS: dict[str, Find] = {
    "member_id": lambda cast: cast.eira.id,
    "consent_id": _a_consent,
    "application_id": _an_application,
    "invitation_id": _an_invitation,
    "organisation_id": lambda cast: an_organisation(cast.other_hub, "Arall").id,
}
OF_AN_OBJECT = [
    (pattern.name, key)
    for pattern in urlpatterns
    for key in pattern.pattern.converters
    if key in FINDS
]
OPEN = {"card", "card-number"}  # pages for those who are not signed in
FOR_ANY_PERSON = {"join", "take-back", "invitation", "invitation-code"}
ROLES = {
    "steward": {"settings", "organisations", "add-organisation"},
    "connector": {"add-member", "applications", "invitations", "invite"},
}


@pytest.mark.parametrize(("name", "key"), OF_AN_OBJECT)
def test_a_thing_of_another_hub_is_not_found_here(cast: Cast, name: str, key: str) -> None:
    with in_hub(cast.other_hub.id):
        stranger = FINDS[key](cast)
    alys = signed_in(cast.alys)
    path = at(cast.hub, name, stranger)
    answers = {alys.get(path).status_code, alys.post(path).status_code}
    assert 404 in answers
    assert answers <= {404, 405}


@pytest.mark.parametrize("name", [p.name for p in urlpatterns if not p.pattern.converters])
def test_a_member_of_another_hub_finds_nothing(cast: Cast, name: str) -> None:
    response = signed_in(cast.eira).get(at(cast.hub, name))
    wanted = {200, 302, 405} if name in OPEN | FOR_ANY_PERSON else {404, 405}
    assert response.status_code in wanted


@pytest.mark.parametrize("name", [p.name for p in urlpatterns if not p.pattern.converters])
def test_who_is_signed_out_is_asked_to_sign_in(cast: Cast, name: str) -> None:
    response = Client().get(at(cast.hub, name))
    if name not in OPEN and response.status_code != 405:
        assert response.status_code == 302
        assert response.url.startswith("/en/account/sign-in/?next=/en/hubs/")


@pytest.mark.parametrize(
    ("role", "name"), [(role, name) for role, names in ROLES.items() for name in names]
)
def test_each_role_opens_its_own_pages(cast: Cast, role: str, name: str) -> None:
    path = at(cast.hub, name)
    assert signed_in(cast.bryn).get(path).status_code == 404
    assert signed_in(cast.dafydd).get(path).status_code == 404
    assert signed_in(cast.carys).get(path).status_code == (200 if role == "connector" else 404)
    assert signed_in(cast.alys).get(path).status_code == 200
