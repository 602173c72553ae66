"""What the journal says of answers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "answer.asked": _("%(actor)s asked for an answer by %(due_on)s: %(question)s"),
    "answer.taken_back": _("%(actor)s asks for an answer no more: %(question)s"),
    "answer.late": _("The day has passed without an answer: %(question)s"),
    "answer.given_accept": _("%(actor)s answered yes: %(question)s"),
    "answer.given_part": _("%(actor)s answered in part: %(question)s"),
    "answer.given_reject": _("%(actor)s answered no, with a reason: %(question)s"),
    "answer.promise_moved": _("%(actor)s moved what was promised to %(by_on)s: %(question)s"),
    "answer.promise_kept": _("%(actor)s did what was promised: %(question)s"),
    "answer.promise_not_kept": _("%(actor)s will not do what was promised: %(question)s"),
    "answer.promise_late": _("The day has passed, and what was promised is not done: %(question)s"),
    "answer.clock_set": _("%(actor)s set how many days an answer may take: %(days)s"),
    "answer.contact_named": _("%(member)s answers for %(organisation)s, said %(actor)s"),
}

NAMES = {"question": "answers.Question"}
LINKS = {"answers.question": "answers:question"}
