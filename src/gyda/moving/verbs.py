"""What the journal says of moves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "moving.checked": _("%(actor)s had tables looked through for a move"),
    "moving.dropped": _("%(actor)s dropped a move; nothing was brought in"),
    "moving.started": _("%(actor)s began to bring a time bank over"),
    "moving.done": _(
        "A time bank was brought over: members %(members)s, transfers %(transfers)s (imported)"
    ),
    "moving.told": _("%(actor)s wrote to people who were brought over: %(letters)s letters"),
    "moving.welcomed": _("%(actor)s welcomed someone who was brought over: %(member)s"),
    "moving.exported": _("%(actor)s took the hub's tables away"),
}
LINKS = {"moving.move": "moving:move"}
