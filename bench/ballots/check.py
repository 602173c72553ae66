"""Says which acknowledged ballots are not in the count; prints JSON. Opens and counts the box."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import django


def main(said: dict[str, Any], told: dict[str, Any], *, closes: bool) -> None:
    """Compare the roll with who was acknowledged, and the papers with what they said."""
    from gyda.decide.ballots.actions import closing
    from gyda.decide.ballots.marks import numbers_on
    from gyda.decide.ballots.models import Paper, Roll, Sealed
    from gyda.keys.context import in_hub
    from gyda.people.models import Hub
    from gyda.people.who import GydaItself

    hub = Hub.objects.get(slug=said["hub"])
    with in_hub(hub.id):
        found = {"roll": Roll.objects.count(), "box": Sealed.objects.count(), "lost": 0}
        acknowledged = Counter(chosen for _voter, chosen, _last in told["kept"])
        if closes:
            closing.close(by=GydaItself(hub.id), ballot_id=said["ballot"])
            marks = Paper.objects.values_list("marks", flat=True)
            counted = Counter(numbers_on(one)[0] for one in marks)
            found["lost"] = sum((acknowledged - counted).values())
            found["counted"] = sum(counted.values())
    print(json.dumps(found))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
    django.setup()
    said_and_told = [json.loads(Path(name).read_text()) for name in sys.argv[1:3]]
    main(said_and_told[0], said_and_told[1], closes="--close" in sys.argv)
