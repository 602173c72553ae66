"""The letters about a move."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Kind

KINDS = [Kind("moved_over", _("Your time bank has moved here"), can_unsubscribe=False)]
