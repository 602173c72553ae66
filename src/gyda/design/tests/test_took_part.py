"""Who wrote, amended, supported or signed took part, and counts once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.design.proposals.actions import amending, supporting
from gyda.design.proposals.actions.amending import Change
from gyda.design.tests.builders import an_open_one
from gyda.heard.ways import took_part, unnamed
from gyda.initiatives.models import Initiative
from gyda.initiatives.tests.builders import a_team, an_initiative
from gyda.need.open_letters.actions.signing import sign
from gyda.need.open_letters.models import OpenLetter
from gyda.need.tests.letter_builders import a_letter
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who


def counted(initiative: Initiative | None) -> set[Member]:
    return set(Member.objects.filter(took_part(initiative, "id")))


def test_who_shapes_a_proposal_took_part_in_its_initiative(cast: Cast) -> None:
    initiative = a_team(cast)
    proposal = an_open_one(cast.bryn, initiative)
    change = Change("PASSAGE", "en", "each hour", "Too few", "en", "twice a day")
    amending.propose(who=who(cast.carys), proposal_id=proposal.id, change=change)
    for member in (cast.alys, cast.bryn):
        supporting.support(who=who(member), proposal_id=proposal.id)
    assert {cast.alys, cast.bryn, cast.carys} <= counted(initiative)
    assert cast.dafydd not in counted(initiative)  # he comes for an organisation
    assert not counted(an_initiative(cast.carys)) & {cast.alys, cast.bryn}


def test_who_signs_an_open_letter_took_part(cast: Cast) -> None:
    letter, gwen = a_letter(cast.bryn), a_member(cast.hub, "Gwen")
    sign(who=who(gwen), letter_id=letter.id, is_public=False)
    assert gwen in counted(None)
    assert unnamed(None) == 0
    assert OpenLetter.objects.count() == 1
