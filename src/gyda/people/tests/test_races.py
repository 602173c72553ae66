"""Many tries at once get no more than one after the other; nothing secret is stored as typed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.core import mail
from django.db import connection

from gyda.keys.context import in_hub
from gyda.people.actions import cards, invitations, signing_in
from gyda.people.actions.joining import AlreadyMember
from gyda.people.errors import CardLocked, CardWrong, CodeStale, CodeWrong, InvitationStale
from gyda.people.models import Card, Invitation, SignInCode
from gyda.people.tests.builders import Cast, a_cast, a_person, who

WRITERS = 12


def at_once(work: Callable[[int], str], hub_id: UUID | None = None) -> list[str]:
    """Run the work in many threads that start together, and return what each came to."""
    start, came = threading.Barrier(WRITERS), []

    def go(number: int) -> None:
        with in_hub(hub_id):
            start.wait()
            came.append(work(number))
        connection.close()

    threads = [threading.Thread(target=go, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came


def outcome(action: Callable[[], Any]) -> str:
    try:
        action()
    except (CardLocked, CardWrong, CodeStale, CodeWrong, InvitationStale, AlreadyMember) as error:
        return type(error).__name__
    return "in"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_twelve_wrong_pins_at_once_are_five_tries() -> None:
    cast = a_cast()
    with in_hub(cast.hub.id):
        card, _ = cards.issue_card(who=who(cast.carys), member=cast.bryn)
    tried = at_once(
        lambda _: outcome(lambda: cards.use_card(number=card.number, pin="0000")), cast.hub.id
    )
    with in_hub(cast.hub.id):
        assert Card.objects.get().wrong == 5
    assert set(tried) <= {"CardWrong", "CardLocked"}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_code_given_twelve_times_at_once_lets_one_in() -> None:
    code = signing_in.send_code(address="beti@example.org", language="en")
    digits = re.search(r"\d{6}", mail.outbox[-1].body)
    assert digits
    given = digits.group()
    came = at_once(
        lambda _: outcome(lambda: signing_in.use_code(code_id=str(code.id), digits=given))
    )
    assert sorted(came) == ["CodeStale"] * (WRITERS - 1) + ["in"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_twelve_wrong_codes_at_once_are_five_tries() -> None:
    code = signing_in.send_code(address="beti@example.org", language="en")
    came = at_once(lambda _: outcome(lambda: signing_in.use_code(code_id=str(code.id), digits="x")))
    assert came.count("CodeWrong") == 5
    assert SignInCode.objects.get().tries == 5


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_an_invitation_used_by_twelve_at_once_takes_in_one() -> None:
    cast = a_cast()
    guests = [a_person() for _ in range(WRITERS)]
    with in_hub(cast.hub.id):
        _, code = invitations.invite(who=who(cast.carys))

    def join(number: int) -> str:
        guest = guests[number]
        return outcome(lambda: invitations.accept(person=guest, hub=cast.hub, code=code))

    assert sorted(at_once(join, cast.hub.id)) == ["InvitationStale"] * (WRITERS - 1) + ["in"]


def test_no_code_pin_or_invitation_is_stored_as_it_is_typed(cast: Cast) -> None:
    signing_in.send_code(address="beti@example.org", language="en")
    digits = re.search(r"\d{6}", mail.outbox[-1].body)
    _, pin = cards.issue_card(who=who(cast.carys), member=cast.bryn)
    _, code = invitations.invite(who=who(cast.carys))
    assert digits
    assert digits.group() not in SignInCode.objects.get().digest
    assert Card.objects.get().pin.partition("$")[0] in {"scrypt", "md5"}
    assert pin != Card.objects.get().pin
    assert code not in Invitation.objects.get().digest
