"""The demo: two made-up hubs with a year of giving and receiving, and doors to walk in by."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.site.demo.doors import DemoPerson, who_can_sign_in

__all__ = ["DemoPerson", "who_can_sign_in"]
