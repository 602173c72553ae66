"""A move of the world: two people came, one row is to be mended."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from gyda.moving.actions.check import Upload, check
from gyda.moving.actions.run import carry_on
from gyda.moving.actions.start import start
from gyda.people.models import Member
from gyda.people.who import Who

TABLE = "number,name,joined\n1,Mabli Tomos,31/03/2019\n2,Non Gruffydd,\n3,,\n"


def brought_over(alys: Member, ids: dict[str, UUID | str]) -> None:
    """Bring them over, invited and without an address."""
    who = Who(alys)
    move = check(who=who, uploads=[Upload("aelodau.csv", TABLE.encode())])
    start(who=who, move=move, keeps_good=True)
    carry_on(move)
    ids["move"], ids["table"] = move.id, move.files.get().id
    ids["brought"] = Member.objects.get(name="Mabli Tomos").id
