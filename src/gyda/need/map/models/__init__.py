"""What is kept of maps and of conversations brought over."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.map.models.coming import Coming, Phase
from gyda.need.map.models.map import Map

__all__ = ["Coming", "Map", "Phase"]
