"""What the journal says of joint scorings; who did it stands in no public line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "scoring.begun": _("%(actor)s began a joint scoring: %(scoring)s"),
    "scoring.weight_set": _(
        "%(actor)s set what the young people's score weighs to %(percent)s %%: %(scoring)s"
    ),
    "scoring.bidder_added": _("%(actor)s added a bidder: %(scoring)s"),
    "scoring.scorer_added": _("%(actor)s asked someone to score: %(scoring)s"),
    "scoring.pair_changed": _("%(actor)s changed a pair of those who score: %(scoring)s"),
    "scoring.consented": _("%(actor)s takes part in scoring: %(scoring)s"),
    "scoring.left": _("%(actor)s no longer takes part in scoring: %(scoring)s"),
    "scoring.parent_said_yes": _("%(actor)s wrote down that a parent said yes: %(scoring)s"),
    "scoring.met": _("%(actor)s wrote down a meeting of young people: %(scoring)s"),
    "scoring.asked": _("%(actor)s wrote a question for bidders: %(scoring)s"),
    "scoring.question_out": _("%(actor)s took a question for bidders out: %(scoring)s"),
    "scoring.scored": _("%(actor)s gave the points of a pair: %(scoring)s"),
    "scoring.moderated": _("%(actor)s wrote down agreed points: %(scoring)s"),
    "scoring.standards_answered": _("%(actor)s said how the standards were kept: %(scoring)s"),
    "scoring.feedback_given": _("%(actor)s told a young person what became of it: %(scoring)s"),
    "scoring.feedback_late": _("Young people still wait to hear what became of it: %(scoring)s"),
}

NAMES = {"scoring": "decide.Scoring"}
LINKS = {"decide.scoring": "decide:scoring"}
