"""The demo's year is made by the real actions, and comes out as a living hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from gyda.decide.ballots.models import Ballot, Turnout
from gyda.decide.decisions.models import Overruling
from gyda.decide.funds.models import Commitment
from gyda.decide.panels.models import PanelReply, PanelSeat
from gyda.decide.scoring.models import Scoring
from gyda.decide.scoring.queries import result_of
from gyda.deliver.models import Exchange, Listing, Thanks
from gyda.deliver.models.exchange import State
from gyda.deliver.venues.models import Booking, Settlement
from gyda.journal.models import Entry, SealedEntry
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.ledger.models import Account, Transfer
from gyda.ledger.queries import with_totals
from gyda.letters.models import Letter, LetterState
from gyda.people.models import ActingConsent, Application, Card, Hub, Whereabouts
from gyda.referral.queries.coverage import coverage
from gyda.site.demo import clock, play
from gyda.site.demo.anew import clear
from gyda.site.demo.story import stories


@pytest.fixture(autouse=True)
def _cards_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(play, "CARDS", tmp_path / "cards.json")


@pytest.mark.slow
def test_a_valley_comes_to_life(db: None) -> None:
    play.play(stories()[0], tell=lambda line: None)
    with in_hub(Hub.objects.get(slug="cwm-tresglen").id):
        states = set(Exchange.objects.values_list("state", flat=True))
        assert states >= set(State) - {State.REVERSED}
        assert sum(account.total for account in with_totals(Account.objects.all())) == 0
        assert Listing.objects.shown(timezone.localdate()).count() > 40
        assert Thanks.objects.count() > 100
        assert Application.objects.filter(outcome="WAITING").count() == 3
        assert ActingConsent.objects.standing().count() == 8
        assert Card.objects.live().count() == 5
        assert Booking.objects.filter(state="CAME").count() > 50
        assert Booking.objects.filter(state="BOOKED").exists()
        assert Whereabouts.objects.filter(area__code__startswith="ZZ1 ").count() > 20
        assert any(one.members for one in coverage().clusters)
        assert Settlement.objects.filter(state="SETTLED").count() >= 3
        assert set(Ballot.objects.values_list("state", flat=True)) == {"OPEN", "COUNTED"}
        assert Turnout.objects.get().did == 24
        assert Commitment.objects.filter(decision__kind="BALLOT").count() == 1
        assert Overruling.objects.count() == 1
        assert PanelSeat.objects.taken().count() == 6
        assert PanelReply.objects.exists()
        scored = result_of(Scoring.objects.get())
        assert scored is not None
        assert (scored.chosen.first, scored.changed) == (("Blas Ifanc",), True)
        assert Entry.objects.count() == SealedEntry.objects.count()
        assert Letter.objects.filter(state=LetterState.WAITING).exists()


def test_a_second_hub_stands_beside_it(db: None) -> None:
    now = timezone.now()
    play.play(stories()[1], tell=lambda line: None, now=now)
    hub = Hub.objects.get(slug="porth-alarch")
    assert timezone.localdate(now) - timezone.localdate(hub.created_at) == datetime.timedelta(
        days=240
    )
    with in_hub(hub.id):
        assert not Entry.objects.filter(at__gt=timezone.now()).exists()
        ordered = Entry.objects.order_by("id").values_list("at", flat=True)
        assert list(ordered) == sorted(ordered)
        days = {timezone.localdate(at) for at in _moments_of_sessions()}
        assert len(days) > 1  # hours of sessions stand in the book on their own days


def _moments_of_sessions() -> list[datetime.datetime]:
    return list(Transfer.objects.filter(kind="ATTENDANCE").values_list("at", flat=True))


def test_a_pretended_clock_passes_and_is_put_right_again() -> None:
    long_ago = timezone.now() - datetime.timedelta(days=100)
    with clock.at(long_ago):
        assert abs(timezone.now() - long_ago).total_seconds() < 5
        early = uuid7()
    assert (timezone.now() - long_ago).days >= 100
    assert early < uuid7()


def test_there_is_no_demo_among_real_people(db: None, settings: Any) -> None:
    settings.DEMO = False
    for options in ({}, {"anew": True}):
        with pytest.raises(CommandError, match="without real people"):
            call_command("demo", **options)
    with pytest.raises(RuntimeError):
        clear()
