"""The journal's own verbs, in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.journal import sentences

sentences.register({"journal.audited": _("%(actor)s looked through the record of the hub")})
