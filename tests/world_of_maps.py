"""A conversation that is closed, with its map, and one that was brought over."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID, uuid4

from gyda.need.map.actions.bring import begin
from gyda.need.map.actions.update import update
from gyda.need.map.tests.builders import close, two_camps
from gyda.need.map.wanted import Wanted
from gyda.people.models import Member
from gyda.people.who import Who

VOTES = "timestamp,datetime,comment-id,voter-id,vote\n1,,1,1,1\n1,,1,2,-1\n"


def maps_in(steward: Member) -> dict[str, UUID | str]:
    """Make them; a second one is open, and its results are not for everyone yet."""
    closed = two_camps(steward)
    close(closed)
    update(closed, {})
    still_open = two_camps(steward, 12, 11)
    update(still_open, {})
    return {
        "mapped": closed.id,
        "map to come": still_open.id,
        "coming": _coming(steward, "Bysiau bach", "Small buses"),
    }


def _coming(steward: Member, cy: str, en: str) -> UUID:
    wanted = Wanted(cy, en, "en", "CC BY 4.0", uuid4())
    texts = {"votes.csv": VOTES}
    return begin(who=Who(steward), by=steward, texts=texts, wanted=wanted).id


def maps_elsewhere(steward: Member, marker: str) -> None:
    """Something of each, marked, in the other hub."""
    close(two_camps(steward, title_cy=marker, title_en=marker))
    _coming(steward, marker, marker)
