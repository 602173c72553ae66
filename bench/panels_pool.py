"""One pool, through the pages, as its clerk: prints the CPU seconds of each step as JSON."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

AT = "/en/hubs/cwm/"


def main(folder: Path) -> None:
    """Bring it in, make the lots, draw one, and read the page of chances."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from gyda.decide.panels.work import look_after
    from gyda.keys.context import in_hub
    from gyda.people.models import Hub

    hub = Hub.objects.get(slug="cwm")
    seconds: dict[str, float] = {}
    with in_hub(hub.id):
        clerk, panel = _a_panel(folder)
        at = f"{AT}panels/{panel.id}/"

        def took(name: str, act: Callable[[], Any]) -> Any:
            start = time.process_time()
            result = act()
            seconds[name] = time.process_time() - start
            return result

        took("file", lambda: _post(clerk, f"{at}pool/file/", **_files(folder)))
        took("close", lambda: _post(clerk, f"{at}close/"))
        took("lots", lambda: look_after(hub_id=hub.id, now=panel.opened_at))
        took("draw", lambda: _post(clerk, f"{at}drawing/lot/", faces="042"))
        clerk.get(f"{at}chances/")  # a process reads its templates at its first page
        with CaptureQueriesContext(connection) as queries:
            page = took("chances", lambda: clerk.get(f"{at}chances/"))
        assert page.status_code == 200, page.status_code
        said: dict[str, Any] = {"seconds": seconds, "queries": len(queries)}
        said["kilobytes"] = len(page.content) // 1000
        said["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        said["untrue"] = _untrue(page.content.decode(), clerk.get(f"{at}chances/lots.csv"))
        print(json.dumps(said | _checked(panel)))


def _a_panel(folder: Path) -> tuple[Any, Any]:
    import datetime

    from django.test import Client
    from django.utils import timezone

    from gyda.decide.panels.actions.setup import Plan, open_panel
    from gyda.initiatives.actions.thread import Purpose, Reason, start
    from gyda.initiatives.models import Side
    from gyda.people.models import Member
    from gyda.people.who import Who

    clerk = Member.objects.select_related("person").get()
    words = Purpose(title_cy="Cwm", title_en="Valley", purpose_cy="Byw", purpose_en="Living")
    why = Reason("Pobl", "People")
    thread = start(who=Who(clerk), side=Side.CITIZEN, purpose=words, began_with="WORDS", why=why)
    today, seats = timezone.localdate(), json.loads((folder / "meta.json").read_text())["k"]
    plan = Plan(
        title_cy=folder.name, title_en=folder.name, question_cy="Sut?", question_en="How?",
        seats=seats, reserves=min(20, seats // 5), closes_on=today,
        purge_on=today + datetime.timedelta(days=30),
    )  # fmt: skip
    panel = open_panel(who=Who(clerk), initiative=thread, plan=plan)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(clerk.present_person)
    return client, panel


def _files(folder: Path) -> dict[str, Any]:
    from django.core.files.uploadedfile import SimpleUploadedFile

    people = (folder / "respondents.csv").read_bytes()
    homes = "household" if b"household" in people.partition(b"\n")[0] else ""
    quotas = (folder / "categories.csv").read_bytes()
    return {
        "people": SimpleUploadedFile("people.csv", people, "text/csv"),
        "quotas": SimpleUploadedFile("quotas.csv", quotas, "text/csv"),
        "homes": homes,
    }


def _post(clerk: Any, path: str, **data: Any) -> Any:
    answer = clerk.post(path, data)
    assert answer.status_code == 302, (path, answer.status_code, answer.content[:3000])
    return answer


def _untrue(page: str, listed: Any) -> int:
    """Count what the page says of the lowest and highest chance and the list does not bear out."""
    lots = [row.split(",")[1:] for row in listed.content.decode().splitlines()[1:]]
    times = Counter(person for lot in lots for person in lot).values()
    return sum(f"{n} of {len(lots)} lots" not in page for n in (min(times), max(times)))


def _checked(panel: Any) -> dict[str, int]:
    from gyda.decide.panels.actions.seats import missed
    from gyda.decide.panels.models import PanelSeat, PoolPerson, Sits
    from gyda.decide.panels.queries import drawn
    from gyda.decide.panels.quotas import features_of
    from gyda.methods.lottery import check

    seats = list(PanelSeat.objects.filter(panel=panel, state=Sits.OFFERED))
    draw = drawn(panel)
    assert draw is not None
    wrong = 0 if check(draw.proof()).fine else 1
    return {
        "people": PoolPerson.objects.filter(panel=panel).count(),
        "seats": panel.seats,
        "noted": draw.steps,
        "not filled": panel.seats - len(seats),
        "missed": missed(features_of(panel), seats),
        "wrong": wrong,
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
    django.setup()
    main(Path(sys.argv[1]))
