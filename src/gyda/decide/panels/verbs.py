"""What the journal says of panels; who is in a pool, sits or votes is never named there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "panel.opened": _("%(actor)s opened a panel by lot; seats: %(seats)s"),
    "panel.changed": _("%(actor)s changed a panel that is open"),
    "panel.clerk": _("%(actor)s made someone else the clerk of a panel"),
    "panel.called_off": _("%(actor)s called a panel off"),
    "panel.balanced": _("%(actor)s said by what a panel is balanced"),
    "panel.unbalanced": _("%(actor)s took a question of a panel away"),
    "panel.quotas_set": _("%(actor)s set how many seats each group of a panel has"),
    "panel.quotas_loosened": _(
        "%(actor)s changed quotas that no panel could keep; quotas changed: %(changes)s"
    ),
    "panel.put_forward": _("%(actor)s put themselves forward for a panel"),
    "panel.taken_back": _("%(actor)s took themselves out of the pool of a panel"),
    "panel.written_down": _("%(actor)s wrote someone down for the pool of a panel"),
    "panel.taken_out": _("%(actor)s took someone out of the pool of a panel, as they asked"),
    "panel.homes_invited": _("%(actor)s invited homes to a panel by post; homes: %(homes)s"),
    "panel.member_invited": _("%(actor)s invited someone to put themselves forward for a panel"),
    "panel.replied": _("Someone answered an invitation to a panel"),
    "panel.file_brought": _(
        "%(actor)s brought people into the pool of a panel; people: %(people)s"
    ),
    "panel.promised": _("%(actor)s promised a secret for the draw of a panel"),
    "panel.revealed": _("%(actor)s told the secret that was promised for the draw of a panel"),
    "panel.pool_closed": _("%(actor)s closed the pool of a panel; people in it: %(people)s"),
    "panel.pool_open_again": _("%(actor)s opened the pool of a panel again"),
    "panel.drawing_stopped": _("%(actor)s stopped the drawing of a panel"),
    "panel.lots_asked": _("%(actor)s had lots made for a panel once more"),
    "panel.lots_listed": _("The lots of a panel are published; lots: %(lots)s"),
    "panel.drawn": _("%(actor)s drew lot %(lot)s of a panel in public"),
    "panel.linked": _("%(actor)s said which member someone is who was drawn"),
    "panel.seat_taken": _("A seat on a panel is taken"),
    "panel.seat_declined": _("A seat on a panel was declined"),
    "panel.seat_left": _("A seat on a panel is empty"),
    "panel.reserves_asked": _("%(actor)s asked people who stand by for a panel: %(people)s"),
    "panel.chair_wanted": _("%(actor)s said whom they want as chair of a panel"),
    "panel.chair_chosen": _("A panel chose its chair"),
    "panel.explained": _(
        "The chair of a panel explained why it is unlike the people who live here"
    ),
    "panel.trained": _("%(actor)s wrote down who of a panel has had the training: %(people)s"),
    "panel.rule_broken": _("A panel breaks its own rule on who sits"),
    "panel.rule_mended": _("A panel keeps its own rule on who sits again"),
    "panel.purged": _("The pool of a panel was deleted, as promised"),
    "panel.ended": _("The term of a panel is over"),
    "panel.adviser": _("%(actor)s named an adviser of a panel"),
    "panel.adviser_left": _("An adviser of a panel advises no more"),
    "panel.evidence": _("%(actor)s gave a panel something to read"),
    "panel.asked": _("A panel asked a question"),
    "panel.replied_to": _("%(actor)s answered a question of a panel"),
    "panel.meeting": _("%(actor)s planned a meeting of a panel"),
    "panel.minutes": _("%(actor)s published the minutes of a panel"),
    "panel.motion": _("A panel opened a vote"),
    "panel.voted": _("A vote was cast in a panel"),
    "panel.motion_closed": _(
        "A panel voted: %(in_favour)s for, %(against)s against, %(abstained)s abstained"
    ),
    "panel.decided": _("A panel published its decision"),
    "panel.claimed": _("Costs were claimed from a panel"),
    "panel.paid": _("%(actor)s paid those who came to a meeting of a panel: %(people)s"),
    "panel.settled": _("%(actor)s settled what a panel owed someone"),
}

# Who is in the pool, and what who sits does there, the clerk and the panel know; no steward.
OWN = (
    "panel.put_forward", "panel.taken_back", "panel.seat_taken", "panel.seat_declined",
    "panel.motion", "panel.voted", "panel.motion_closed", "panel.asked", "panel.claimed",
)  # fmt: skip
LINKS = {"decide.panel": "decide:panel"}
