"""Every write of funds. `commit` is what other parts ask for when a decision moves money."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.funds.actions.promises import Promise, commit

__all__ = ["Promise", "commit"]
