"""Conversations in the formats of the field: Polis exports and flat files, in and out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.methods.opinion.polis.conversation import Conversation
from gyda.methods.opinion.polis.read import FILES, conversation, from_flat, one_file
from gyda.methods.opinion.polis.write import as_flat, as_polis

__all__ = ["FILES", "Conversation", "as_flat", "as_polis", "conversation", "from_flat", "one_file"]
