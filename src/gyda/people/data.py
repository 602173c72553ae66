"""Where each room declares what it holds on a member; the registry lives a floor below."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.keys.personal_data import Holding, keep, register, registered

__all__ = ["Holding", "keep", "register", "registered"]
