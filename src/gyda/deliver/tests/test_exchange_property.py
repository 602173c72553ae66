"""No sequence of steps pays twice, or pays what nobody with the right to say so has said."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gyda.deliver.actions import clock, hours, propose, thanks
from gyda.deliver.actions.moves import Words
from gyda.deliver.models import Exchange
from gyda.deliver.models.exchange import OPEN, State
from gyda.deliver.tests.exchange_builders import WORDS, balance, no_start, proposed, terms
from gyda.ledger.models import Transfer
from gyda.people.tests.builders import Cast, a_member, who
from gyda.web.errors import DomainError

DEEDS = (
    *("agree", "change", "decline", "cancel", "say", "say", "say", "accept", "accept"),
    *("hand", "decide", "thank", "remind", "lapse", "reverse"),
)
STEP = st.tuples(
    st.sampled_from(DEEDS),
    st.sampled_from(["giver", "receiver", "connector", "stranger"]),
    st.sampled_from([0, 60, 120]),
)


class Round:
    """One exchange, and a model of what has been said about it."""

    def __init__(self, cast: Cast) -> None:
        no_start(cast)
        self.cast = cast
        self.people = {
            "giver": a_member(cast.hub, "Aled"),
            "receiver": a_member(cast.hub, "Beti"),
            "connector": cast.carys,
            "stranger": cast.bryn,
        }
        exchange = proposed(self.people["giver"], self.people["receiver"])
        self.id = exchange.id
        self.said: dict[str, int | None] = {"giver": None, "receiver": None}
        self.decided: int | None = None

    def step(self, deed: str, person: str, minutes: int) -> None:
        try:
            with transaction.atomic():
                self._do(deed, person, minutes)
        except DomainError:
            return
        if deed in ("say", "accept"):
            self.said[person] = minutes
        if deed == "decide":
            self.decided = minutes

    def _do(self, deed: str, person: str, minutes: int) -> object:
        by: dict[str, Any] = {"who": who(self.people[person]), "exchange_id": self.id}
        exchange = Exchange.objects.get(id=self.id)
        late = exchange.lapses_at or exchange.state_at
        return {
            "agree": lambda: propose.agree(**by),
            "change": lambda: propose.change_terms(**by, terms=terms(minutes=minutes)),
            "decline": lambda: propose.decline(**by, words=Words()),
            "cancel": lambda: propose.cancel(**by, words=WORDS),
            "say": lambda: hours.say_hours(**by, minutes=minutes),
            "accept": lambda: hours.accept_figure(**by, minutes=minutes),
            "hand": lambda: hours.hand_over(**by, words=Words()),
            "decide": lambda: hours.decide(**by, minutes=minutes, words=WORDS),
            "thank": lambda: thanks.thank(**by, words=WORDS),
            "remind": lambda: clock.remind(**by),
            "lapse": lambda: clock.lapse(exchange_id=self.id, now=late),
            "reverse": lambda: hours.reverse(**by, words=WORDS),
        }[deed]()

    def check(self) -> None:
        exchange = Exchange.objects.get(id=self.id)
        paid = Transfer.objects.filter(reverses__isnull=True).count()
        moved = balance(self.people["giver"])
        assert balance(self.people["receiver"]) == -moved
        assert paid <= 1
        if exchange.state in (State.CONFIRMED, State.THANKED):
            assert paid == 1
            assert moved == exchange.settled_minutes
            both = self.said["giver"] == self.said["receiver"] == moved
            assert both or self.decided == moved
        else:
            assert moved == 0
            assert paid == 0 or exchange.state == State.REVERSED
        assert (exchange.lapses_at is not None) == (
            exchange.state in OPEN and exchange.handed_at is None
        )


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEP, min_size=4, max_size=16))
def test_no_sequence_of_steps_pays_twice_or_without_both(cast: Cast, steps: list[Any]) -> None:
    with transaction.atomic():
        point = transaction.savepoint()
        game = Round(cast)
        for deed, person, minutes in steps:
            game.step(deed, person, minutes)
            game.check()
        transaction.savepoint_rollback(point)
