"""What the journal says of maps and of conversations brought over."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "conversation.brought": _("%(actor)s began to bring over a conversation from another tool"),
    "conversation.votes-taken-out": _("%(actor)s took out the answers of a conversation as files"),
}
