"""What is true of answers that are owed, and of what was promised in them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.answers.models.answer import Answer, FollowUp, Kept, Verdict
from gyda.answers.models.contact import Contact
from gyda.answers.models.policy import Policy
from gyda.answers.models.question import Question, State

__all__ = ["Answer", "Contact", "FollowUp", "Kept", "Policy", "Question", "State", "Verdict"]
