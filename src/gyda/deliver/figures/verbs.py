"""What the journal says of figures."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "figures.areas-loaded": _("%(actor)s loaded a table of areas. Its rows: %(rows)s"),
    "figures.time-noted": _("%(actor)s wrote down time as a connector: %(minutes)s"),
    "figures.time-removed": _("%(actor)s took away time as a connector: %(minutes)s"),
}
