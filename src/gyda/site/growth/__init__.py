"""Growth: fills a hub with as many people and hours as asked for, to see how pages bear it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.site.growth.grow import grow
from gyda.site.growth.town import Size

__all__ = ["Size", "grow"]
