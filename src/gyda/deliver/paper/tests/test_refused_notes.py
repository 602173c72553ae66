"""Notes that are refused: repeated, forged, mistyped, of another hub, guessed; and their keys."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.test import override_settings

from gyda.deliver.paper import signing
from gyda.deliver.paper.actions.many import Line, Pile
from gyda.deliver.paper.actions.printing import Print, change_key, print_batch
from gyda.deliver.paper.actions.redeem import redeem_note
from gyda.deliver.paper.actions.refusing import see_refusal
from gyda.deliver.paper.code import code_of
from gyda.deliver.paper.errors import (
    Forged,
    Mistyped,
    Repeated,
)
from gyda.deliver.paper.models import NoteBatch, Reason, Refusal
from gyda.deliver.paper.tests.builders import a_note, bring, code_on
from gyda.deliver.tests.exchange_builders import balance
from gyda.journal.models import Notice
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.letters.models import Letter
from gyda.people.tests.builders import Cast, a_member, who

pytestmark = pytest.mark.usefixtures("from_nothing")


def test_a_repeated_note_is_refused_and_told_to_the_connectors(cast: Cast) -> None:
    note = a_note(cast)
    bring(cast, note)
    with pytest.raises(Repeated) as refused:
        bring(cast, note, who=who(cast.dafydd))
    assert "was redeemed on" in str(refused.value)
    refusal = Refusal.objects.get()
    assert (refusal.reason, refusal.note_id, refusal.tried_by_id) == (
        Reason.REPEATED,
        note.id,
        cast.dafydd.id,
    )
    told = set(Letter.objects.filter(kind="note_refused").values_list("member_id", flat=True))
    assert told == {cast.alys.id, cast.carys.id}
    noticed = Notice.objects.filter(entry__verb="note.refused").values_list("member_id", flat=True)
    assert set(noticed) == told
    assert balance(cast.dafydd) == 0


def test_trying_again_counts_and_writes_no_second_letter(cast: Cast) -> None:
    note = a_note(cast)
    bring(cast, note)
    for member in (cast.bryn, cast.bryn, cast.dafydd):
        with pytest.raises(Repeated):
            bring(cast, note, who=who(member))
    assert sorted(Refusal.objects.values_list("times", flat=True)) == [1, 2]
    assert Letter.objects.filter(kind="note_refused").count() == 2
    see_refusal(who=who(cast.carys), refusal=Refusal.objects.get(times=2))
    with pytest.raises(Repeated):
        bring(cast, note)
    assert Refusal.objects.filter(seen_at__isnull=True).count() == 2


@pytest.mark.parametrize("number", [1, 999])
def test_a_forged_note_is_refused_whether_its_number_exists_or_not(cast: Cast, number: int) -> None:
    a_note(cast)
    forged = code_of(number, b"no key of ours", [])
    with pytest.raises(Forged):
        redeem_note(who=who(cast.bryn), code=forged, key=uuid7())
    refusal = Refusal.objects.select_related("note").get()
    assert refusal.reason == Reason.FORGED
    assert (refusal.note is None) == (number == 999)


def test_a_slip_of_the_finger_accuses_nobody(cast: Cast) -> None:
    code = code_on(a_note(cast))
    with pytest.raises(Mistyped):
        redeem_note(who=who(cast.bryn), code=code[:-1], key=uuid7())
    assert not Refusal.objects.exists()


def test_a_note_counts_in_its_own_hub_only(cast: Cast) -> None:
    code = code_on(a_note(cast))
    with in_hub(cast.other_hub.id):
        carys = a_member(cast.other_hub, "Carys", role="CONNECTOR")
        print_batch(who=who(carys), asked=Print(key=uuid7(), minutes=60, count=1))
        with pytest.raises(Forged):
            redeem_note(who=who(cast.eira), code=code, key=uuid7())


def test_a_note_whose_value_was_changed_in_the_table_is_worth_nothing(cast: Cast) -> None:
    code = code_on(a_note(cast))
    NoteBatch.objects.update(minutes=6000)
    with pytest.raises(Forged):
        redeem_note(who=who(cast.bryn), code=code, key=uuid7())


def test_a_new_key_signs_new_notes_and_old_ones_keep_their_worth(cast: Cast) -> None:
    old = a_note(cast)
    change_key(who=who(cast.alys))
    new = a_note(cast)
    assert old.batch.key_id != new.batch.key_id
    for note in (old, new):
        bring(cast, note)
    assert balance(cast.bryn) == 120


def test_notes_outlive_a_change_of_the_site_s_own_key(cast: Cast) -> None:
    note = a_note(cast)
    with override_settings(SECRET_KEY="before"):  # noqa: S106
        code = signing.printed_code(note.batch, note.number)
    with override_settings(SECRET_KEY="now", SECRET_KEY_FALLBACKS=["before"]):  # noqa: S106
        redeem_note(who=who(cast.bryn), code=code, key=uuid7())
    assert balance(cast.bryn) == 60


def test_a_pile_of_guesses_is_put_aside(cast: Cast) -> None:
    guesses = [Line(code_of(number, b"guess", [])) for number in range(1, 9)]
    said = Pile(who(cast.dafydd), uuid7(), at=cast.dafydd.organisation).redeem(guesses)
    assert ["Not looked at" in answer.words for answer in said] == [False] * 5 + [True] * 3
