"""What is true of gifts and of stories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.gifts.models.asset import Asset, AssetKind, Audience, Holder
from gyda.need.gifts.models.story import Story, StoryScope

__all__ = ["Asset", "AssetKind", "Audience", "Holder", "Story", "StoryScope"]
