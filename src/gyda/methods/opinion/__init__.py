"""Opinion maps: who votes alike, what joins the groups, what to ask next, what may be shown."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.methods.opinion.forecast import forecast
from gyda.methods.opinion.groups import Groups
from gyda.methods.opinion.identity import Standing
from gyda.methods.opinion.intervals import Ranking
from gyda.methods.opinion.lists import Lists
from gyda.methods.opinion.map import OpinionMap, capped, opinion_map, refreshed
from gyda.methods.opinion.polis import Conversation, as_flat, as_polis, conversation, from_flat
from gyda.methods.opinion.published import published
from gyda.methods.opinion.record import as_record, standing_from
from gyda.methods.opinion.stability import Stability
from gyda.methods.opinion.votes import Votes

__all__ = [
    "Conversation",
    "Groups",
    "Lists",
    "OpinionMap",
    "Ranking",
    "Stability",
    "Standing",
    "Votes",
    "as_flat",
    "as_polis",
    "as_record",
    "capped",
    "conversation",
    "forecast",
    "from_flat",
    "opinion_map",
    "published",
    "refreshed",
    "standing_from",
]
