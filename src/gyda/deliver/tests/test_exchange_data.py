"""What is held on a member about exchanges: handed over in full, words erased, hours kept."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.actions import hours, thanks
from gyda.deliver.actions.moves import Words
from gyda.deliver.models import Exchange, ExchangeStep, HowItWas, Thanks
from gyda.deliver.tests.exchange_builders import WORDS, agreed, balance, no_start
from gyda.keys.personal_data import registered
from gyda.letters.models import Letter
from gyda.people.tests.builders import Cast, who


def _done(cast: Cast) -> Exchange:
    no_start(cast)
    exchange = agreed(cast.bryn, cast.dafydd, place="Tŷ Bryn")
    for member in (cast.bryn, cast.dafydd):
        hours.say_hours(who=who(member), exchange_id=exchange.id, minutes=120)
    thanks.thank(who=who(cast.dafydd), exchange_id=exchange.id, words=WORDS, shared=True)
    thanks.tell_how_it_was(
        who=who(cast.dafydd), exchange_id=exchange.id, feeling="GOOD", words=Words("Da", "cy")
    )
    return exchange


def test_all_that_is_held_is_handed_over(cast: Cast) -> None:
    _done(cast)
    held = registered()
    assert held[Exchange].export(cast.dafydd)[0]["with"] == "Bryn"
    assert held[Thanks].export(cast.dafydd)[0]["words"] == WORDS.text
    assert held[HowItWas].export(cast.dafydd)[0]["words"] == "Da"
    assert len(held[ExchangeStep].export(cast.dafydd)) == 3
    assert not held[Thanks].export(cast.bryn)


def test_erasing_takes_the_words_and_keeps_the_hours(cast: Cast) -> None:
    exchange = _done(cast)
    for holding in registered().values():
        if holding.model._meta.app_label == "deliver":
            holding.erase(cast.dafydd)
    exchange.refresh_from_db()
    assert (exchange.what, exchange.place, exchange.settled_minutes) == ("", "", 120)
    texts = ExchangeStep.objects.values_list("what", "place", "words")
    assert set(texts) == {("", "", "")}
    assert not Thanks.objects.exists()
    assert not HowItWas.objects.exists()
    assert not Letter.objects.filter(about_id=exchange.id).exists()
    assert (balance(cast.bryn), balance(cast.dafydd)) == (120, -120)
