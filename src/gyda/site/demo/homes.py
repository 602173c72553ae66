"""The small areas of a story, and who told their postcode: so that the near come first."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import random
from functools import partial

from gyda.deliver.matching.actions import say_how
from gyda.people import areas
from gyda.site.demo.stage import SEED, Stage
from gyda.site.demo.story.people import PersonWords

TELL = 0.75  # of those who are online; the others have not been asked, or would rather not


def write_homes(stage: Stage) -> None:
    """Note in the diary who tells where they live, a day after they joined."""
    places = stage.story.places
    if not places:
        return
    areas.load((place.sector, place.easting, place.northing) for place in places)
    chance = random.Random(f"{SEED} homes")  # noqa: S311  # of its own, as the venues have
    for words in stage.story.people:
        stays = words.joined - 1 > words.left
        if stays and not words.is_offline and chance.random() < TELL:
            at = stage.diary.day(words.joined - 1, 18)
            stage.write(at, partial(_tell, stage, words))


def _tell(stage: Stage, words: PersonWords) -> None:
    sectors = {place.name: place.sector for place in stage.story.places}
    member = stage.members[words.key]
    member.refresh_from_db(fields=["area"])
    if sector := sectors.get(member.area):
        postcode = f"{sector}AA"  # of it only the sector is kept
        who = stage.by(words.key)
        say_how(who=who, most=None, reach_km=None, is_young=False, postcode=postcode)
