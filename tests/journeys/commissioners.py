"""Story D's people: ten young people, Ffion who is there for them, Dylan who buys."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils import timezone

from gyda.decide.scoring.models import Moderated, PairScore, Scoring, StandardCheck
from gyda.initiatives.models import Initiative
from gyda.initiatives.tests.builders import a_right, a_team
from gyda.keys.context import in_hub
from gyda.people.models import Member, Organisation
from gyda.people.tests.builders import Cast, a_cast, a_member

NAMES = (
    "Nel Briallu", "Osian Brwyn", "Mali Eithin", "Jac Grug", "Cadi Helyg",
    "Deio Onnen", "Erin Ysgaw", "Guto Derw", "Lleucu Bedw", "Tomos Criafol",
)  # fmt: skip
FIFTEEN = 3  # the first three are under sixteen: a parent says yes too
DAY = datetime.timedelta(days=1)


@dataclass
class Commissioners:
    """Ceri is the other adult; Mared scores with Dylan for the organisation that buys."""

    cast: Cast
    thread: Initiative
    body: Organisation
    ffion: Member
    ceri: Member
    dylan: Member
    mared: Member
    young: list[Member] = field(default_factory=list)

    def at(self, path: str = "") -> str:
        return f"hubs/{self.cast.hub.slug}/{path}"

    @property
    def scoring(self) -> Scoring:
        with in_hub(self.cast.hub.id):
            return Scoring.objects.get()

    def here(self, path: str = "") -> str:
        return self.at(f"scoring/{self.scoring.id}/{path}")

    def points(self) -> list[tuple[object, ...]]:
        """Return everything that was scored: what nobody of the other side may touch."""
        with in_hub(self.cast.hub.id):
            rows = [
                *PairScore.objects.values_list("question", "bidder", "pair", "points"),
                *Moderated.objects.values_list("question", "bidder", "points"),
                *StandardCheck.objects.values_list("standard", "met", "words"),
            ]
        return sorted(rows, key=str)


def commissioners() -> Commissioners:
    """Make them; citizens and professionals decide together at this stage of the initiative."""
    cast = a_cast()
    with in_hub(cast.hub.id):
        thread = a_team(cast)
        a_right(cast.bryn, thread, "DECIDE", say="JOINT")
        body = Organisation.objects.get(id=cast.dafydd.organisation_id or cast.hub.id)
        hub = cast.hub
        return Commissioners(
            cast, thread, body, ffion=a_member(hub, "Ffion Gweithiwr"),
            ceri=a_member(hub, "Ceri Oedolyn"),
            dylan=a_member(hub, "Dylan Prynwr", organisation=body),
            mared=a_member(hub, "Mared Swyddog", organisation=body),
            young=[a_member(hub, name) for name in NAMES],
        )  # fmt: skip


def pair_of(place: int) -> int:
    """Return the pair of the first, the second, …: 1, 1, 2, 2, …"""
    return place // 2 + 1


def opened(content: bytes) -> Iterator[bytes]:
    """Give all files of a .zip, or the file itself."""
    if not content.startswith(b"PK"):
        yield content
        return
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        for name in bundle.namelist():
            yield name.encode()
            yield bundle.read(name)


def soon(days: int) -> datetime.date:
    return timezone.localdate() + days * DAY
