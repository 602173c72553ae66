"""Acting for someone: what each scope reaches, when it ends, and that both names stand."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gyda.journal.models import Entry, Notice
from gyda.letters.models import Letter
from gyda.people.actions import consents, leaving, profile
from gyda.people.errors import AnsweredAlready, NotYours, TwoPersonsNeeded, UntilIsPast
from gyda.people.models import ActingConsent, Member
from gyda.people.models.consent import How, Scope
from gyda.people.queries import blocks_of
from gyda.people.tests.builders import Cast, a_member, a_person, who
from gyda.people.tests.pages import at, signed_in, text
from gyda.people.who import Who

# page -> what a supporter gets under (the time bank, everything); "" stands for the principal's own
MATRIX = {
    "members": (200, 200),
    "me": (200, 200),
    "profile": (404, 200),
    "needs": (404, 200),
    "done-for-me": (404, 200),
    "blocks": (404, 200),
    "data": (404, 200),
    "data-file": (404, 200),
    "helpers": (404, 404),
    "leave": (404, 404),
    "erase": (404, 404),
}


def a_consent(cast: Cast, scope: str = Scope.TIME_BANK, **fields: Any) -> ActingConsent:
    return consents.give_consent(who=who(cast.bryn), supporter=cast.dafydd, scope=scope, **fields)


def acting(cast: Cast, consent: ActingConsent) -> Client:
    client = signed_in(cast.dafydd)
    response = client.post(at(cast.hub, "start-acting", consent.id))
    assert response.status_code == 302
    return client


@pytest.mark.parametrize("name", MATRIX)
@pytest.mark.parametrize("scope", [Scope.TIME_BANK, Scope.EVERYTHING])
def test_what_a_supporter_may_open(cast: Cast, name: str, scope: str) -> None:
    client = acting(cast, a_consent(cast, scope))
    wanted = MATRIX[name][scope == Scope.EVERYTHING]
    assert client.get(at(cast.hub, name)).status_code == wanted


def test_the_time_bank_alone_shows_nothing_of_the_principal_s_own(cast: Cast) -> None:
    profile.change_profile(who=who(cast.bryn), language="cy", contact="cyfrinach")
    page = text(acting(cast, a_consent(cast)).get(at(cast.hub, "me")))
    assert "not their own pages" in page
    assert "cyfrinach" not in page


def test_while_acting_a_banner_says_so_and_one_can_stop(cast: Cast) -> None:
    client = acting(cast, a_consent(cast))
    assert "You are acting for" in text(client.get(at(cast.hub, "members")))
    client.post(at(cast.hub, "stop-acting"))
    assert "You are acting for" not in text(client.get(at(cast.hub, "members")))


def test_both_names_stand_on_what_a_supporter_does(cast: Cast) -> None:
    client = acting(cast, a_consent(cast, Scope.EVERYTHING))
    start = {"reach": "CALL", "language": "cy", "strengths_language": "cy"}
    client.post(at(cast.hub, "profile"), start | {"name": "Bryn", "area": "Aberdâr"})
    entry = Entry.objects.get(verb="member.profile-changed")
    assert (entry.actor_id, entry.principal_id) == (cast.dafydd.id, cast.bryn.id)
    assert Notice.objects.filter(member=cast.bryn, entry=entry).exists()
    page = text(signed_in(cast.bryn).get(at(cast.hub, "done-for-me")))
    assert "Dafydd" in page


@pytest.mark.parametrize("action", ["profile", "needs"])
def test_the_actions_themselves_keep_to_the_scope(cast: Cast, action: str) -> None:
    narrow = Who(cast.dafydd, cast.bryn, Scope.TIME_BANK)
    with pytest.raises(NotYours):
        if action == "profile":
            profile.change_profile(who=narrow, language="cy", area="X")
        else:
            profile.tell_needs(who=narrow, needs=[], language="cy")


def test_nobody_gives_consent_in_another_s_name(cast: Cast) -> None:
    with pytest.raises(NotYours):
        consents.give_consent(
            who=Who(cast.dafydd, cast.bryn, Scope.EVERYTHING),
            supporter=cast.carys,
            scope=Scope.TIME_BANK,
        )


def test_withdrawing_ends_it_at_once_in_the_middle_of_acting(cast: Cast) -> None:
    consent = a_consent(cast, Scope.EVERYTHING)
    client = acting(cast, consent)
    signed_in(cast.bryn).post(at(cast.hub, "withdraw", consent.id))
    assert "You are acting for" not in text(client.get(at(cast.hub, "members")))
    assert "Bryn" not in text(client.get(at(cast.hub, "profile")))
    assert client.post(at(cast.hub, "start-acting", consent.id)).status_code == 404


def test_it_ends_by_itself_on_its_day(cast: Cast, time_machine: Any) -> None:
    until = timezone.now() + datetime.timedelta(days=3)
    client = acting(cast, a_consent(cast, until=until))
    time_machine.move_to(until + datetime.timedelta(minutes=1))
    assert "You are acting for" not in text(client.get(at(cast.hub, "members")))


@pytest.mark.parametrize("leaver", ["bryn", "dafydd"])
def test_it_ends_when_either_leaves(cast: Cast, leaver: str) -> None:
    client = acting(cast, a_consent(cast))
    member: Member = getattr(cast, leaver)
    leaving.leave(who=who(member), member=member)
    response = client.get(at(cast.hub, "members"))
    assert response.status_code == (404 if leaver == "dafydd" else 200)
    assert "You are acting for" not in text(response)
    assert not ActingConsent.objects.standing().exists()


def test_acting_in_one_hub_is_nothing_in_another(cast: Cast) -> None:
    consent = a_consent(cast)
    a_member(cast.other_hub, "Dafydd", person=cast.dafydd.present_person)
    client = acting(cast, consent)
    assert "You are acting for" not in text(client.get(at(cast.other_hub, "members")))
    assert client.post(at(cast.other_hub, "start-acting", consent.id)).status_code == 404


def test_only_the_supporter_starts(cast: Cast) -> None:
    consent = a_consent(cast)
    for stranger in (cast.carys, cast.alys, cast.bryn):
        assert signed_in(stranger).post(at(cast.hub, "start-acting", consent.id)).status_code == 404


def test_a_connector_records_what_someone_said(cast: Cast) -> None:
    olwen = a_member(cast.hub, "Olwen", person=a_person("Olwen", email=None))
    day = timezone.localdate()
    told = {
        "scope": "TIME_BANK",
        "how": "SPOKEN",
        "given_on_day": day.day,
        "given_on_month": day.month,
        "given_on_year": day.year,
        "note": "Yn y capel",
    }
    path = at(cast.hub, "record-consent", olwen.id)
    signed_in(cast.carys).post(path, told)
    consent = ActingConsent.objects.get(principal=olwen)
    assert (consent.supporter_id, consent.recorded_by_id) == (cast.carys.id, cast.carys.id)
    assert consent.how == How.SPOKEN
    assert set(Letter.objects.values_list("member_id", flat=True)) == {olwen.id, cast.carys.id}
    assert "Yn y capel" in text(signed_in(olwen).get(at(cast.hub, "helpers")))


def test_a_connector_chooses_another_supporter_by_name(cast: Cast) -> None:
    page = text(signed_in(cast.carys).get(at(cast.hub, "record-consent", cast.bryn.id) + "?q=daf"))
    assert f"?supporter={cast.dafydd.id}" in page


def test_nobody_records_a_consent_that_gives_them_more_say(cast: Cast) -> None:
    told: Any = {"scope": Scope.TIME_BANK, "how": How.PHONE, "given_at": timezone.now()}
    for principal in (cast.alys, cast.carys):
        with pytest.raises(NotYours):
            consents.record_consent(
                who=who(cast.carys), principal=principal, supporter=cast.dafydd, **told
            )
    with pytest.raises(NotYours):
        consents.record_consent(
            who=who(cast.bryn), principal=cast.dafydd, supporter=cast.bryn, **told
        )


def test_a_connector_ends_a_consent_on_the_principal_s_word(cast: Cast) -> None:
    consent = a_consent(cast)
    signed_in(cast.carys).post(at(cast.hub, "withdraw", consent.id))
    consent.refresh_from_db()
    assert consent.withdrawn_by_id == cast.carys.id
    with pytest.raises(AnsweredAlready):
        consents.withdraw_consent(who=who(cast.bryn), consent=consent)


def test_a_stranger_ends_nothing(cast: Cast) -> None:
    consent = a_consent(cast)
    mair = a_member(cast.hub, "Mair")
    assert signed_in(mair).post(at(cast.hub, "withdraw", consent.id)).status_code == 404
    with pytest.raises(NotYours):
        consents.withdraw_consent(who=who(mair), consent=consent)


def test_consent_is_between_two_and_for_days_to_come(cast: Cast) -> None:
    with pytest.raises(TwoPersonsNeeded):
        consents.give_consent(who=who(cast.bryn), supporter=cast.bryn, scope=Scope.TIME_BANK)
    with pytest.raises(UntilIsPast):
        a_consent(cast, until=timezone.now() - datetime.timedelta(days=1))


def test_a_new_consent_takes_the_place_of_the_old(cast: Cast) -> None:
    first = a_consent(cast)
    second = a_consent(cast, Scope.EVERYTHING)
    first.refresh_from_db()
    assert first.withdrawn_at
    assert list(ActingConsent.objects.standing()) == [second]


def test_a_member_lets_another_act_by_the_form(cast: Cast) -> None:
    path = at(cast.hub, "give-consent", cast.dafydd.id, language="cy")
    signed_in(cast.bryn).post(path, {"scope": "EVERYTHING"})
    consent = ActingConsent.objects.get()
    assert (consent.how, consent.scope) == (How.ONLINE, Scope.EVERYTHING)


def test_a_time_bank_supporter_neither_sees_nor_changes_whom_the_principal_avoids(
    cast: Cast,
) -> None:
    profile.block(who=who(cast.bryn), other=cast.carys)
    client = acting(cast, a_consent(cast))
    assert "meet this person again" not in text(client.get(at(cast.hub, "member", cast.carys.id)))
    assert client.post(at(cast.hub, "block", cast.carys.id)).status_code == 404
    assert blocks_of(cast.bryn).filter(blocked=cast.carys).exists()
    with pytest.raises(NotYours):
        profile.unblock(who=Who(cast.dafydd, cast.bryn, Scope.TIME_BANK), other=cast.carys)


def test_what_is_sent_after_a_consent_has_ended_is_done_for_nobody(cast: Cast) -> None:
    consent = a_consent(cast)
    client = acting(cast, consent)
    consents.withdraw_consent(who=who(cast.bryn), consent=consent)
    response = client.post(at(cast.hub, "block", cast.carys.id), follow=True)
    assert "no longer act for them" in text(response)
    assert not blocks_of(cast.dafydd).exists()
    client.post(at(cast.hub, "block", cast.carys.id))
    assert blocks_of(cast.dafydd).exists()
