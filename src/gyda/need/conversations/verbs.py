"""What the journal says of conversations: never who thinks what."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "conversation.opened": _("%(actor)s opened a conversation"),
    "conversation.changed": _("%(actor)s changed the terms of a conversation"),
    "conversation.attached": _("%(actor)s made a conversation a part of an initiative"),
    "conversation.closed": _("%(actor)s closed a conversation and said what happens next"),
    "conversation.ran_out": _("A conversation came to its last day"),
    "conversation.reopened": _("%(actor)s opened a conversation again"),
    "conversation.told": _("%(actor)s said what became of a conversation"),
    "conversation.said": _("Somebody added a statement to a conversation"),
    "conversation.translated": _("%(actor)s translated a statement"),
    "conversation.shown": _("%(actor)s read a statement, and it is shown"),
    "conversation.refused": _("%(actor)s read a statement, and it is not shown"),
    "conversation.merged": _("%(actor)s joined two statements that say the same"),
    "conversation.parted": _("%(actor)s let two joined statements stand by themselves again"),
    "conversation.printed": _("%(actor)s printed sheets for a conversation"),
    "conversation.typed": _("%(actor)s typed in a sheet of a conversation"),
    "conversation.met": _("%(actor)s began a meeting about a conversation"),
    "conversation.answered_for": _("%(actor)s answered in a conversation for %(principal)s"),
    "conversation.ruled": _("%(actor)s set the rules for conversations"),
}

NAMES: dict[str, str] = {}
LINKS = {
    "need.conversation": "need:conversation",
}
