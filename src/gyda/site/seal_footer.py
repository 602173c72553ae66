"""Puts the latest seal under every digest: many keep it, so history cannot be rewritten unseen."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils.translation import gettext as _

from gyda.journal.queries import last_seal
from gyda.letters import footers


def line(hub: Any) -> str:
    """Return the latest seal in words, once there is one."""
    seal = last_seal()
    if seal is None:
        return ""
    words = _("Seal %(number)s of the record of %(hub)s: %(hash)s")
    return words % {"number": seal.number, "hub": hub.name, "hash": seal.own_hash}


footers.register(line)
