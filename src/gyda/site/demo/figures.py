"""The figures of a story: a table of areas, and the connectors' time through the year."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import random
from functools import partial

from django.utils import timezone

from gyda.deliver.figures.actions.areas import load_areas
from gyda.deliver.figures.actions.work import note_time
from gyda.deliver.figures.area_table import Row
from gyda.deliver.figures.models import Task
from gyda.keys.uuid7 import uuid7
from gyda.site.demo.stage import SEED, Stage

WEEK = 7
QUARTER_OF_AN_HOUR = 15
SOURCE_CY = "Ffigurau gwneud ar gyfer y demo, yn null Mynegai Amddifadedd Lluosog Cymru"
SOURCE_EN = "Made up for the demo, in the manner of the Welsh Index of Multiple Deprivation"


def write_figures(stage: Stage) -> None:
    """Note in the diary what connectors wrote down, and when the areas were loaded."""
    chance = random.Random(f"{SEED} figures")  # noqa: S311  # of its own, as the venues have
    connectors = [one for one in stage.story.people if one.role == "CONNECTOR"]
    for words in connectors:
        for ago in range(words.joined - 1, 0, -WEEK):
            minutes = QUARTER_OF_AN_HOUR * chance.randint(3, 12)
            task = chance.choice(Task.values)
            do = partial(_note, stage, words.key, minutes, task)
            stage.write(stage.diary.day(ago, 17), do)
    if stage.story.places:
        stage.write(stage.diary.day(200, 11), partial(_load, stage))


def _note(stage: Stage, key: str, minutes: int, task: str) -> None:
    on = timezone.localdate()
    note_time(who=stage.by(key), on=on, minutes=minutes, task=task, key=uuid7())


def _load(stage: Stage) -> None:
    places = stage.story.places
    rows = [Row(place.name, place.fifth, place.people) for place in places]
    rows += [Row(place.sector, place.fifth, 0) for place in places]  # the same people, by its code
    who = stage.by(stage.steward)
    load_areas(who=who, rows=rows, source_cy=SOURCE_CY, source_en=SOURCE_EN)
