"""What is true in the time bank."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.models.category import Category
from gyda.deliver.models.gift import Gift
from gyda.deliver.models.listing import Listing
from gyda.deliver.models.picture import Picture
from gyda.deliver.models.word import ListingWord

__all__ = ["Category", "Gift", "Listing", "ListingWord", "Picture"]
