"""Notes from the drawer to the account, and all the ways in which they are refused."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import replace

import pytest
from django.utils import timezone

from gyda.deliver.errors.gift import ToYourself
from gyda.deliver.paper.actions.ending import expire_due, report_lost, void, void_rest
from gyda.deliver.paper.actions.handing import Hand, hand_out
from gyda.deliver.paper.actions.many import Line, Pile
from gyda.deliver.paper.actions.printing import Print, change_key, print_batch
from gyda.deliver.paper.errors import (
    ConnectorsOnly,
    DayIsPast,
    NeverHandedOut,
    NobodyNamed,
    NoteExpired,
    NoteIsVoid,
    NotInDrawer,
    NotTheirHours,
    NotYourPlace,
    ReportedLost,
    StewardsOnly,
    TooManyNotes,
)
from gyda.deliver.paper.models import Note, NoteState, Reason, Refusal, Source
from gyda.deliver.paper.tests.builders import a_batch, a_note, bring, code_on, handed, on_paper
from gyda.deliver.tests.exchange_builders import balance
from gyda.deliver.venues.tests.builders import with_hours
from gyda.journal.models import Entry
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.actions import hold, transfer
from gyda.ledger.errors import DifferentContent, NotEnough
from gyda.ledger.queries import balance_of, sums_of_book
from gyda.people.tests.builders import Cast, a_member, who

TOMORROW = datetime.timedelta(days=1)

pytestmark = pytest.mark.usefixtures("from_nothing")


def test_a_note_in_the_drawer_is_worth_nothing_and_moves_no_hours(cast: Cast) -> None:
    batch = a_batch(cast, count=5)
    assert (batch.first, batch.last) == (1, 5)
    assert a_batch(cast).first == 6
    assert on_paper() == 0
    with pytest.raises(NeverHandedOut):
        bring(cast, Note.objects.select_related("batch__key").get(number=3))
    assert Refusal.objects.get().reason == Reason.DRAWER


def test_hours_lie_on_paper_from_handing_out_until_somebody_brings_them(cast: Cast) -> None:
    note, other = handed(cast, a_batch(cast), cast.alys, count=2)
    assert on_paper() == 120
    assert sums_of_book("MINUTES").issued == 120
    bring(cast, note)
    assert (on_paper(), balance(cast.bryn)) == (60, 60)
    assert sums_of_book("MINUTES").on_paper == 60
    note.refresh_from_db()
    assert (note.state, note.member_id) == (NoteState.REDEEMED, cast.bryn.id)
    other.refresh_from_db()
    assert other.state == NoteState.OUT


def test_a_member_s_own_hours_go_onto_paper_and_to_whom_they_choose(cast: Cast) -> None:
    with_hours(cast.bryn, 180)
    notes = handed(cast, a_batch(cast), cast.bryn, count=3, source=Source.MEMBER)
    assert balance(cast.bryn) == 0
    bring(cast, notes[0], who=who(cast.alys))
    assert (balance(cast.alys), on_paper()) == (60, 120)


def test_nobody_carries_a_debt_away_on_paper(cast: Cast) -> None:
    with_hours(cast.bryn, 90)
    with pytest.raises(NotTheirHours):
        handed(cast, a_batch(cast), cast.bryn, count=2, source=Source.MEMBER)
    assert (balance(cast.bryn), on_paper()) == (90, 0)


def test_promised_hours_do_not_go_onto_paper(cast: Cast) -> None:
    account = accounts.member_account(with_hours(cast.bryn, 90))
    until = timezone.now() + TOMORROW
    hold(key=uuid7(), debit=account.id, credit=accounts.pot().id, amount=60, kind="VENUE",
        until=until)  # fmt: skip
    with pytest.raises(NotTheirHours):
        handed(cast, a_batch(cast), cast.bryn, source=Source.MEMBER)


def test_the_same_form_with_other_notes_in_it_is_not_called_handed_out(cast: Cast) -> None:
    key, batch = uuid7(), a_batch(cast)
    handed(cast, batch, key=key)
    for other in ({"first": 2}, {"count": 2}, {"holder": cast.bryn}):
        asked = {"first": 1, "count": 1} | other
        with pytest.raises(DifferentContent):
            hand_out(
                who=who(cast.carys), hand=Hand(key=key, batch=batch, source=Source.ISSUE, **asked)
            )
    assert on_paper() == 60


def test_an_organisation_puts_hours_of_its_pool_onto_paper_and_never_more(cast: Cast) -> None:
    landlord = cast.dafydd.organisation
    pool, issue = accounts.pool(landlord), accounts.issue()
    transfer(key=uuid7(), debit=issue.id, credit=pool.id, amount=90, kind="ISSUE")
    given = {"source": Source.ORGANISATION, "organisation": landlord}
    note = handed(cast, a_batch(cast), **given)[0]
    assert balance_of(pool.id).balance == 30
    with pytest.raises(NotEnough):
        handed(cast, a_batch(cast), **given)
    report_lost(who=who(cast.carys), note=note)
    assert (balance_of(pool.id).balance, on_paper()) == (90, 0)


def test_the_pot_gives_no_more_onto_paper_than_it_has(cast: Cast) -> None:
    with pytest.raises(NotEnough):
        handed(cast, a_batch(cast), source=Source.POT)
    assert set(Note.objects.values_list("state", flat=True)) == {NoteState.DRAWER}


def test_the_same_form_prints_hands_out_and_redeems_once(cast: Cast) -> None:
    asked = Print(key=uuid7(), minutes=60, count=3)
    first, again = (print_batch(who=who(cast.carys), asked=asked) for _ in range(2))
    assert first == again
    assert Note.objects.count() == 3
    hand = Hand(key=uuid7(), batch=first, first=1, count=2, source=Source.ISSUE)
    outs = {hand_out(who=who(cast.carys), hand=hand).id for _ in range(2)}
    assert (len(outs), on_paper()) == (1, 120)
    key = uuid7()
    note = Note.objects.select_related("batch__key").get(number=1)
    assert bring(cast, note, key=key) == bring(cast, note, key=key)
    assert balance(cast.bryn) == 60
    assert not Refusal.objects.exists()


def test_a_lost_note_s_hours_go_back_where_they_came_from(cast: Cast) -> None:
    note = handed(cast, a_batch(cast), with_hours(cast.bryn, 60), source=Source.MEMBER)[0]
    report_lost(who=who(cast.carys), note=note)
    assert (balance(cast.bryn), on_paper()) == (60, 0)
    with pytest.raises(ReportedLost):
        bring(cast, note)


def test_a_lost_note_s_hours_go_to_the_pot_where_their_account_is_full(cast: Cast) -> None:
    note = handed(cast, a_batch(cast), with_hours(cast.bryn, 60), source=Source.MEMBER)[0]
    account = accounts.member_account(cast.bryn)
    account.pockets.update(ceiling=30)
    report_lost(who=who(cast.carys), note=note)
    assert balance_of(accounts.pot().id).balance == 60


def test_a_void_note_is_refused_wherever_it_was(cast: Cast) -> None:
    batch = a_batch(cast, count=3)
    out, drawer = handed(cast, batch)[0], Note.objects.select_related("batch__key").get(number=2)
    for note in (out, drawer):
        void(who=who(cast.carys), note=note)
        with pytest.raises(NoteIsVoid):
            bring(cast, note)
    assert void_rest(who=who(cast.carys), batch=batch) == 1
    assert on_paper() == 0
    assert balance_of(accounts.issue().id).balance == 0


def test_a_note_out_of_date_is_refused_and_its_hours_are_in_the_pot(cast: Cast) -> None:
    batch = a_batch(cast, expires_on=timezone.localdate() + TOMORROW)
    note, other = handed(cast, batch, count=2)
    later = timezone.now() + 3 * TOMORROW
    with pytest.raises(NoteExpired):
        bring(cast, other, now=later)
    assert expire_due(hub_id=cast.hub.id, now=later) == 2
    assert expire_due(hub_id=cast.hub.id, now=later) == 0
    assert (on_paper(), balance_of(accounts.pot().id).balance) == (0, 120)
    with pytest.raises(NoteExpired):
        bring(cast, note, now=later)
    with pytest.raises(DayIsPast):
        a_batch(cast, expires_on=timezone.localdate())


def test_a_note_brought_to_a_venue_is_retired(cast: Cast) -> None:
    note, other = handed(cast, a_batch(cast), count=2)
    venue = cast.dafydd.organisation
    taken = bring(cast, note, who=who(cast.dafydd), at=venue)
    assert (taken.organisation, taken.member) == (venue, None)
    assert (balance_of(accounts.retirement().id).balance, on_paper()) == (60, 60)
    with pytest.raises(NotYourPlace):
        bring(cast, other, who=who(cast.bryn), at=venue)


def test_a_member_redeems_for_nobody_else_and_a_connector_for_all(cast: Cast) -> None:
    note = a_note(cast)
    with pytest.raises(NotYourPlace):
        bring(cast, note, who=who(cast.dafydd), member=cast.bryn)
    bring(cast, note, who=who(cast.carys), member=cast.bryn)
    assert balance(cast.bryn) == 60
    bring(cast, a_note(cast), who=who(cast.carys, cast.alys))
    assert balance(cast.alys) == 60


def test_only_connectors_print_and_hand_out_and_only_stewards_change_the_key(cast: Cast) -> None:
    asked = Print(key=uuid7(), minutes=60, count=1)
    with pytest.raises(ConnectorsOnly):
        print_batch(who=who(cast.bryn), asked=asked)
    for count in (0, 1001):
        with pytest.raises(TooManyNotes):
            print_batch(who=who(cast.carys), asked=replace(asked, count=count))
    batch = a_batch(cast)
    hand = Hand(key=uuid7(), batch=batch, first=1, count=1, source=Source.MEMBER)
    with pytest.raises(ConnectorsOnly):
        hand_out(who=who(cast.bryn), hand=hand)
    with pytest.raises(NobodyNamed):
        hand_out(who=who(cast.carys), hand=hand)
    with pytest.raises(ToYourself):
        handed(cast, batch, cast.carys)
    with pytest.raises(NotInDrawer):
        hand_out(who=who(cast.carys), hand=replace(hand, count=9, source=Source.ISSUE))
    with pytest.raises(StewardsOnly):
        change_key(who=who(cast.carys))


def test_a_pile_is_answered_line_by_line(cast: Cast) -> None:
    olwen = a_member(cast.hub, "Olwen Prys")
    one, two, three = (code_on(note) for note in handed(cast, a_batch(cast), count=3))
    lines = [
        Line(one.lower(), "Olwen Prys"),
        Line(two),
        Line(one, "Olwen Prys"),
        Line("nonsense", "Olwen Prys"),
        Line(three, "Nobody at all"),
        Line(three, "Bryn"),
    ]
    pile = Pile(who(cast.carys), uuid7())
    said = pile.redeem(lines)
    assert [answer.is_done for answer in said] == [True, False, False, False, False, True]
    assert "Say who brings this note" in said[1].words
    assert "was redeemed on" in said[2].words
    assert "not a whole code" in said[3].words
    assert "Nobody at all" in said[4].words
    assert (balance(olwen), balance(cast.bryn)) == (60, 60)
    again = Pile(who(cast.carys), pile.key).redeem(lines)
    assert [answer.words for answer in again] == [answer.words for answer in said]
    assert Entry.objects.filter(verb="note.redeemed").count() == 2
