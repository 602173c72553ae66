"""What the journal says of exchanges and activities."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "exchange.proposed": _("%(actor)s proposed an exchange: %(giver)s gives time to %(receiver)s"),
    "exchange.changed": _("%(actor)s proposed a change: %(giver)s gives time to %(receiver)s"),
    "exchange.agreed": _("%(actor)s agreed an exchange: %(giver)s gives time to %(receiver)s"),
    "exchange.declined": _("%(actor)s declined an exchange"),
    "exchange.cancelled": _("%(actor)s called off an exchange"),
    "exchange.ended": _("An exchange ended because someone left"),
    "exchange.said": _("%(actor)s said how long an exchange took: %(minutes)s"),
    "exchange.recorded": _("%(actor)s recorded an exchange of %(minutes)s"),
    "exchange.differed": _("%(actor)s said other hours than the other side: %(minutes)s"),
    "exchange.confirmed": _("%(actor)s confirmed: %(giver)s gave %(minutes)s to %(receiver)s"),
    "exchange.thanked": _("%(actor)s thanked %(giver)s"),
    "thanks.shared": _("Someone said thank you, and the hub may show the words"),
    "exchange.handed": _("%(actor)s asked a connector to settle an exchange"),
    "exchange.decided": _("%(actor)s settled an exchange: %(minutes)s"),
    "exchange.reversed": _("%(actor)s took back %(minutes)s that were confirmed by mistake"),
    "exchange.entered": _(
        "%(actor)s wrote down for both: %(giver)s gave %(minutes)s to %(receiver)s"
    ),
    "exchange.reminded": _("A reminder of an exchange went out"),
    "exchange.lapsed": _("An exchange was closed, as it was not confirmed in time"),
    "exchange.told": _("%(actor)s told the connectors how an exchange was"),
    "exchange.heard": _("%(actor)s read how an exchange was"),
    "thanks.hidden": _("%(actor)s took a thank-you off the hub's page"),
    "start.given": _("The hub gave a new member hours to start with: %(minutes)s"),
    "policy.changed": _("%(actor)s changed the rules of the time bank"),
    "activity.planned": _("%(actor)s planned an activity: %(activity)s"),
    "activity.changed": _("%(actor)s changed an activity: %(activity)s"),
    "activity.cancelled": _("%(actor)s cancelled an activity: %(activity)s"),
    "activity.joined": _("%(actor)s signed up for an activity: %(activity)s"),
    "activity.waited": _("%(actor)s joined the waiting list of an activity: %(activity)s"),
    "activity.stepped_back": _("%(actor)s gave a place at an activity back: %(activity)s"),
    "activity.recorded": _(
        "%(actor)s recorded the hours of an activity, %(minutes)s in all: %(activity)s"
    ),
    "activity.took_back": _(
        "%(actor)s took back hours from an activity, %(minutes)s: %(activity)s"
    ),
}

NAMES = {"activity": "deliver.Activity"}
LINKS = {
    "deliver.activity": "deliver:activity",
    "deliver.exchange": "deliver:exchange",
}
