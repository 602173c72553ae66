"""Hours given away: whole on the ledger, once, with words that can go."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest

from gyda.deliver.actions import gift as actions
from gyda.deliver.actions.gift import Present
from gyda.deliver.errors.gift import (
    ConnectorsOnly,
    NoReason,
    NoSuchNeighbour,
    NotForYou,
    NoThanks,
    ToYourself,
)
from gyda.deliver.models import Gift
from gyda.deliver.queries import hours
from gyda.journal.models import Entry
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.actions import transfer
from gyda.ledger.errors import DifferentContent, NotEnough
from gyda.letters.models import Letter
from gyda.people.models import Block, Member
from gyda.people.tests.builders import Cast, who


def a_present(minutes: int = 60, **fields: Any) -> Present:
    return Present(**({"key": uuid7(), "minutes": minutes, "language": "en"} | fields))


def with_hours(member: Member, minutes: int = 600) -> None:
    debit, credit = accounts.issue().id, accounts.member_account(member).id
    transfer(key=uuid7(), debit=debit, credit=credit, amount=minutes, kind="ISSUE")


def test_a_gift_moves_hours_and_tells_the_neighbour(cast: Cast) -> None:
    with_hours(cast.bryn)
    gift = actions.give_to_neighbour(
        who=who(cast.bryn), receiver=cast.carys, present=a_present(words="For the cake")
    )
    assert (hours.minutes_of(cast.bryn), hours.minutes_of(cast.carys)) == (540, 60)
    letter = Letter.objects.get(kind="gift_received")
    assert (letter.member_id, "For the cake" in letter.body) == (cast.carys.id, True)
    entry = Entry.objects.get(verb="gift.given")
    assert entry.data["transfer"] == str(gift.transfer_id)
    assert "cake" not in str(entry.data)


def test_a_form_sent_twice_gives_once(cast: Cast) -> None:
    with_hours(cast.bryn)
    present = a_present()
    for _ in range(2):
        actions.give_to_neighbour(who=who(cast.bryn), receiver=cast.carys, present=present)
    assert hours.minutes_of(cast.carys) == 60
    assert Gift.objects.count() == Letter.objects.count() == 1
    assert Entry.objects.filter(verb="gift.given").count() == 1


def test_the_same_key_with_something_else_in_it_is_refused(cast: Cast) -> None:
    with_hours(cast.bryn)
    key = uuid7()
    actions.give_to_pot(who=who(cast.bryn), present=a_present(key=key))
    with pytest.raises(DifferentContent):
        actions.give_to_pot(who=who(cast.bryn), present=a_present(90, key=key))
    with pytest.raises(DifferentContent):
        actions.give_to_neighbour(
            who=who(cast.bryn), receiver=cast.carys, present=a_present(key=key)
        )
    assert Gift.objects.count() == 1


def test_someone_acting_gives_the_principals_hours_and_both_names_stand(cast: Cast) -> None:
    with_hours(cast.bryn)
    acting = who(cast.carys, cast.bryn)
    gift = actions.give_to_neighbour(who=acting, receiver=cast.dafydd, present=a_present())
    assert (gift.giver, gift.entered_by) == (cast.bryn, cast.carys)
    assert hours.minutes_of(cast.bryn) == 540


def test_nobody_gives_to_themselves(cast: Cast) -> None:
    with pytest.raises(ToYourself):
        actions.give_to_neighbour(who=who(cast.bryn), receiver=cast.bryn, present=a_present())


@pytest.mark.parametrize("why", ["left", "blocked", "blocking"])
def test_who_cannot_be_met_cannot_be_given_to(cast: Cast, why: str) -> None:
    if why == "left":
        cast.carys.state = "LEFT"
    else:
        pair = [cast.bryn, cast.carys] if why == "blocking" else [cast.carys, cast.bryn]
        Block.objects.create(member=pair[0], blocked=pair[1])
    with pytest.raises(NoSuchNeighbour):
        actions.give_to_neighbour(who=who(cast.bryn), receiver=cast.carys, present=a_present())


def test_a_gift_that_is_too_big_leaves_nothing_behind(cast: Cast) -> None:
    with pytest.raises(NotEnough):
        actions.give_to_pot(who=who(cast.bryn), present=a_present(100_000))
    assert not Gift.objects.exists()
    assert not Entry.objects.filter(verb__startswith="gift").exists()


def test_the_pot_gives_what_it_was_given_and_no_more(cast: Cast) -> None:
    with_hours(cast.bryn)
    actions.give_to_pot(who=who(cast.bryn), present=a_present(120))
    assert hours.minutes_of_pot() == 120
    reason = a_present(90, words="A hard month")
    actions.grant(who=who(cast.carys), receiver=cast.dafydd, present=reason)
    assert (hours.minutes_of_pot(), hours.minutes_of(cast.dafydd)) == (30, 90)
    assert "A hard month" in Letter.objects.get(kind="gift_from_pot").body
    with pytest.raises(NotEnough):
        actions.grant(
            who=who(cast.carys), receiver=cast.dafydd, present=a_present(45, words="More")
        )


def test_only_a_connector_gives_from_the_pot_with_a_reason_and_not_to_themselves(
    cast: Cast,
) -> None:
    with pytest.raises(ConnectorsOnly):
        actions.grant(who=who(cast.bryn), receiver=cast.dafydd, present=a_present(words="x"))
    with pytest.raises(NoReason):
        actions.grant(who=who(cast.carys), receiver=cast.dafydd, present=a_present())
    with pytest.raises(ToYourself):
        actions.grant(who=who(cast.carys), receiver=cast.carys, present=a_present(words="x"))


def test_thanks_go_back_once(cast: Cast) -> None:
    with_hours(cast.bryn)
    gift = actions.give_to_neighbour(who=who(cast.bryn), receiver=cast.carys, present=a_present())
    for words in ("Diolch o galon", "Again"):
        actions.thank(who=who(cast.carys), gift=gift, thanks=words, language="cy")
    gift.refresh_from_db()
    assert gift.thanks == "Diolch o galon"
    assert Letter.objects.filter(kind="gift_thanked", member=cast.bryn).count() == 1


def test_only_who_received_says_thanks_in_words(cast: Cast) -> None:
    with_hours(cast.bryn)
    gift = actions.give_to_neighbour(who=who(cast.bryn), receiver=cast.carys, present=a_present())
    with pytest.raises(NotForYou):
        actions.thank(who=who(cast.bryn), gift=gift, thanks="Me", language="en")
    with pytest.raises(NoThanks):
        actions.thank(who=who(cast.carys), gift=gift, thanks=" ", language="en")
