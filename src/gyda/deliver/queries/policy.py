"""The hub's rules for its time bank, or the defaults where none are set."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.models.policy import Policy


def the_policy() -> Policy:
    """Return the policy of the hub; unsaved defaults if the steward has not touched it yet."""
    return Policy.objects.first() or Policy()
