"""Every write about maps."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.map.actions.update import again

__all__ = ["again"]
