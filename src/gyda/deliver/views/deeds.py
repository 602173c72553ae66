"""The steps of an exchange as the page offers them: a form, an action, a word of what was done."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gyda.deliver.actions import clock, hours, propose, thanks
from gyda.deliver.forms import exchange as forms
from gyda.deliver.models import Exchange
from gyda.deliver.rules.exchange import Deed
from gyda.people.who import Who
from gyda.web.forms import Form

Run = Callable[[Who, Exchange, Any], object]


@dataclass(frozen=True)
class Offered:
    """How one step is shown and taken."""

    form: type[Form]
    run: Run
    heading: str | Promise
    button: str | Promise
    done: str | Promise


OFFERED: dict[Deed, Offered] = {
    Deed.AGREE: Offered(
        forms.VersionForm,
        lambda who, exchange, form: propose.agree(
            who=who, exchange_id=exchange.id, version=form.cleaned_data["version"]
        ),
        _("Say yes to this"),
        _("Agree"),
        _("Agreed. The other side has been told."),
    ),
    Deed.DECLINE: Offered(
        forms.DeclineForm,
        lambda who, exchange, form: propose.decline(
            who=who, exchange_id=exchange.id, words=form.said()
        ),
        _("Say no, thank you"),
        _("Decline"),
        _("Declined. The other side has been told."),
    ),
    Deed.CANCEL: Offered(
        forms.CancelForm,
        lambda who, exchange, form: propose.cancel(
            who=who, exchange_id=exchange.id, words=form.said()
        ),
        _("Call it off"),
        _("Call it off"),
        _("Called off. The other side has been told."),
    ),
    Deed.SAY: Offered(
        forms.HoursForm,
        lambda who, exchange, form: hours.say_hours(
            who=who, exchange_id=exchange.id, minutes=form.cleaned_data["minutes"]
        ),
        _("Say how long it took"),
        _("Confirm these hours"),
        _("Thank you. The hours you said are noted."),
    ),
    Deed.ACCEPT: Offered(
        forms.AcceptForm,
        lambda who, exchange, form: hours.accept_figure(
            who=who, exchange_id=exchange.id, minutes=form.cleaned_data["minutes"]
        ),
        _("Go with the other side's hours"),
        _("Accept these hours"),
        _("Settled. Both say the same now."),
    ),
    Deed.HAND: Offered(
        forms.HandForm,
        lambda who, exchange, form: hours.hand_over(
            who=who, exchange_id=exchange.id, words=form.said()
        ),
        _("Ask a connector to help"),
        _("Ask a connector"),
        _("A connector will look into it."),
    ),
    Deed.DECIDE: Offered(
        forms.DecideForm,
        lambda who, exchange, form: hours.decide(
            who=who,
            exchange_id=exchange.id,
            minutes=form.cleaned_data["minutes"],
            words=form.said(),
        ),
        _("Decide the hours"),
        _("Decide"),
        _("Decided. Both have been told."),
    ),
    Deed.THANK: Offered(
        forms.ThankForm,
        lambda who, exchange, form: thanks.thank(
            who=who,
            exchange_id=exchange.id,
            words=form.said(),
            shared=form.cleaned_data["shared"],
        ),
        _("Say thank you"),
        _("Say thank you"),
        _("Your thanks are on their way."),
    ),
    Deed.TELL: Offered(
        forms.TellForm,
        lambda who, exchange, form: thanks.tell_how_it_was(
            who=who,
            exchange_id=exchange.id,
            feeling=form.cleaned_data["feeling"],
            words=form.said(),
        ),
        _("How was it? Only the connectors read this"),
        _("Tell the connectors"),
        _("Thank you. Only the connectors can read it."),
    ),
    Deed.REMIND: Offered(
        Form,
        lambda who, exchange, form: clock.remind(who=who, exchange_id=exchange.id),
        _("Send a reminder"),
        _("Send a reminder now"),
        _("The reminder is on its way."),
    ),
    Deed.REVERSE: Offered(
        forms.ReverseForm,
        lambda who, exchange, form: hours.reverse(
            who=who, exchange_id=exchange.id, words=form.said()
        ),
        _("Take the hours back"),
        _("Take the hours back"),
        _("The hours went back. Both have been told."),
    ),
}

# What stands open on the page; the rest is folded away below it.
FIRST = {Deed.AGREE, Deed.SAY, Deed.ACCEPT, Deed.DECIDE, Deed.THANK}
