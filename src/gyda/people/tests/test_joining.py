"""Joining: open, by a connector's yes, by invitation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.people.actions import invitations, joining, leaving
from gyda.people.errors import (
    AlreadyAsked,
    AlreadyMember,
    AnsweredAlready,
    InvitationNeeded,
    InvitationStale,
    NotYours,
    ReasonMissing,
)
from gyda.people.models import AccessNeed, Application, Invitation, Look, Member, Person
from gyda.people.models.application import Outcome
from gyda.people.models.hub import Joining
from gyda.people.models.member import Role, State
from gyda.people.tests.builders import Cast, a_person, an_organisation, who
from gyda.people.tests.pages import at, signed_in, text


def an_application(cast: Cast, person: Person | None = None, **told: Any) -> Application:
    person = person or a_person("Nia")
    joining.ask_to_join(person=person, hub=cast.hub, language="cy", **told)
    return Application.objects.get(member__person=person, outcome=Outcome.WAITING)


def browser_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_anyone_joins_an_open_hub_at_once(cast: Cast) -> None:
    cast.hub.joining = Joining.OPEN
    cast.hub.save()
    nia = browser_of(a_person("Nia"))
    nia.post(at(cast.hub, "join"), {"needs": "Print mawr", "language": "cy"})
    member = Member.objects.get(name="Nia")
    assert member.state == State.ACTIVE
    assert AccessNeed.objects.get(member=member).words == "Print mawr"
    assert Entry.objects.get(about_id=member.id).verb == "member.joined"


@pytest.mark.parametrize("language", ["cy", "en"])
def test_someone_asks_and_a_connector_welcomes_them(cast: Cast, language: str) -> None:
    nia = browser_of(a_person("Nia", language=language))
    asked = nia.post(
        at(cast.hub, "join", language=language), {"words": "Dwi'n hoffi garddio", "language": "cy"}
    )
    assert asked.status_code == 200
    assert nia.get(at(cast.hub, "me")).status_code == 404
    carys = signed_in(cast.carys)
    application = Application.objects.get()
    page = text(carys.get(at(cast.hub, "application", application.id, language=language)))
    assert "hoffi garddio" in page
    carys.post(at(cast.hub, "application", application.id, language=language))
    assert nia.get(at(cast.hub, "me")).status_code == 200
    letter = Letter.objects.get(kind="membership_approved")
    assert letter.language == language
    assert ("Croeso" in letter.subject) == (language == "cy")


def test_connectors_are_told_that_someone_waits(cast: Cast) -> None:
    an_application(cast)
    told = set(Letter.objects.filter(kind="application").values_list("member_id", flat=True))
    assert told == {cast.alys.id, cast.carys.id}


def test_reading_the_needs_of_a_newcomer_is_written_down(cast: Cast) -> None:
    application = an_application(cast, needs="Dim grisiau")
    page = text(signed_in(cast.carys).get(at(cast.hub, "application", application.id)))
    assert "Dim grisiau" in page
    look = Look.objects.get()
    assert (look.member_id, look.looked_by_id) == (application.member_id, cast.carys.id)


def test_a_no_needs_a_kind_reason_that_goes_by_letter(cast: Cast) -> None:
    application = an_application(cast)
    carys = signed_in(cast.carys)
    path = at(cast.hub, "decline", application.id)
    assert "kind reason" in text(carys.post(path, {"reason": " ", "language": "en"}))
    with pytest.raises(ReasonMissing):
        joining.decline(who=who(cast.carys), application=application, reason=" ", language="en")
    carys.post(path, {"reason": "We are full until spring.", "language": "en"})
    application.refresh_from_db()
    assert application.outcome == Outcome.DECLINED
    assert "full until spring" in Letter.objects.get(kind="membership_declined").body
    assert Member.objects.get(name="Nia").state == State.DECLINED


def test_who_was_declined_may_ask_again(cast: Cast) -> None:
    person = a_person("Nia")
    first = an_application(cast, person)
    joining.decline(who=who(cast.carys), application=first, reason="Not yet", language="en")
    second = an_application(cast, person)
    joining.approve(who=who(cast.carys), application=second)
    assert Member.objects.get(person=person).is_active


def test_an_application_is_answered_once(cast: Cast) -> None:
    application = an_application(cast)
    joining.approve(who=who(cast.carys), application=application)
    with pytest.raises(AnsweredAlready):
        joining.decline(who=who(cast.alys), application=application, reason="No", language="en")


def test_only_a_connector_answers(cast: Cast) -> None:
    application = an_application(cast)
    with pytest.raises(NotYours):
        joining.approve(who=who(cast.bryn), application=application)
    path = at(cast.hub, "application", application.id)
    assert signed_in(cast.bryn).post(path).status_code == 404


def test_nobody_asks_twice_or_joins_twice(cast: Cast) -> None:
    person = a_person("Nia")
    an_application(cast, person)
    with pytest.raises(AlreadyAsked):
        joining.ask_to_join(person=person, hub=cast.hub, language="cy")
    with pytest.raises(AlreadyMember):
        bryn = cast.bryn.present_person
        joining.ask_to_join(person=bryn, hub=cast.hub, language="cy")


def test_a_newcomer_takes_the_application_back(cast: Cast) -> None:
    person = a_person("Nia")
    application = an_application(cast, person)
    browser_of(person).post(at(cast.hub, "take-back"))
    application.refresh_from_db()
    assert application.outcome == Outcome.WITHDRAWN


def test_who_left_comes_back_to_the_same_row(cast: Cast) -> None:
    leaving.leave(who=who(cast.bryn), member=cast.bryn)
    application = an_application(cast, cast.bryn.present_person)
    assert joining.approve(who=who(cast.carys), application=application).id == cast.bryn.id


def test_a_hub_by_invitation_takes_no_applications(cast: Cast) -> None:
    cast.hub.joining = Joining.INVITE
    cast.hub.save()
    with pytest.raises(InvitationNeeded):
        joining.ask_to_join(person=a_person(), hub=cast.hub, language="cy")


def test_an_invitation_works_once_with_link_and_with_code(cast: Cast) -> None:
    shown = text(
        signed_in(cast.carys).post(
            at(cast.hub, "invite"), {"role": "MEMBER", "organisation": "", "days": "30"}
        )
    )
    code = re.search(r"/invitation/(\w{10})/", shown)
    assert code
    assert f"{code.group(1)[:5]}-{code.group(1)[5:]}" in shown
    nia, twm = a_person("Nia"), a_person("Twm")
    path = at(cast.hub, "invitation-code", code.group(1))
    page = text(browser_of(nia).get(path))
    assert f'value="{code.group(1)}"' in page
    typed = f"{code.group(1)[:5].lower()} {code.group(1)[5:]}"
    browser_of(nia).post(at(cast.hub, "invitation"), {"code": typed})
    assert Member.objects.get(person=nia).is_active
    refused = browser_of(twm).post(at(cast.hub, "invitation"), {"code": code.group(1)})
    assert "no longer works" in text(refused)
    assert "no longer works" in text(browser_of(twm).get(path))


def test_an_invitation_ends_on_its_day_or_when_it_is_taken_back(cast: Cast) -> None:
    now = timezone.now()
    old, code = invitations.invite(who=who(cast.carys), days=7, now=now)
    with pytest.raises(InvitationStale):
        later = now + datetime.timedelta(days=8)
        invitations.accept(person=a_person(), hub=cast.hub, code=code, now=later)
    signed_in(cast.carys).post(at(cast.hub, "revoke", old.id))
    with pytest.raises(InvitationStale):
        invitations.accept(person=a_person(), hub=cast.hub, code=code, now=now)


def test_only_a_steward_invites_connectors_and_stewards(cast: Cast) -> None:
    for role in (Role.CONNECTOR, Role.STEWARD):
        with pytest.raises(NotYours):
            invitations.invite(who=who(cast.carys), role=role)
    with pytest.raises(NotYours):
        invitations.invite(who=who(cast.bryn))
    _, code = invitations.invite(who=who(cast.alys), role=Role.CONNECTOR)
    assert invitations.accept(person=a_person(), hub=cast.hub, code=code).is_connector


def test_an_invitation_dies_with_the_power_to_make_it(cast: Cast) -> None:
    _, code = invitations.invite(who=who(cast.carys))
    leaving.leave(who=who(cast.carys), member=cast.carys)
    with pytest.raises(InvitationStale):
        invitations.accept(person=a_person(), hub=cast.hub, code=code)


def test_a_professional_is_invited_for_an_organisation(cast: Cast) -> None:
    practice = an_organisation(cast.hub, "Deintyddfa")
    _, code = invitations.invite(who=who(cast.carys), organisation=practice)
    member = invitations.accept(person=a_person(), hub=cast.hub, code=code)
    assert member.is_professional
    assert Invitation.objects.get(used_by=member).used_at


def test_an_invitation_answers_what_someone_had_asked(cast: Cast) -> None:
    person = a_person("Nia")
    application = an_application(cast, person)
    _, code = invitations.invite(who=who(cast.carys))
    assert invitations.accept(person=person, hub=cast.hub, code=code).is_active
    application.refresh_from_db()
    assert application.outcome == Outcome.APPROVED


def test_a_stranger_s_hub_does_not_take_the_invitation(cast: Cast) -> None:
    _, code = invitations.invite(who=who(cast.carys))
    response = browser_of(a_person()).post(at(cast.other_hub, "invitation"), {"code": code})
    assert "no longer works" in text(response)
