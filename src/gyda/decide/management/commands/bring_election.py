"""`gyda bring_election HUB FILE.pb`: brings in a finished election, counts it, shows it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gyda.decide.ballots.actions.importing import bring_in
from gyda.decide.ballots.models import Method
from gyda.keys.context import in_hub
from gyda.people.models import Hub, Member
from gyda.people.models.member import Role
from gyda.people.who import Who
from gyda.web.errors import DomainError
from gyda.web.links import hub_path


class Command(BaseCommand):
    """Bring in a Pabulib file."""

    help = "Bring a finished election into a hub from its Pabulib file, and count it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("hub", help="the hub's short name, as in its address")
        parser.add_argument("file", type=Path)
        parser.add_argument("--greedy", action="store_true", help="most votes first")

    def handle(self, *, hub: str, file: Path, greedy: bool, **options: Any) -> None:
        found = Hub.objects.filter(slug=hub).first()
        if found is None:
            raise CommandError(f"There is no hub called {hub}.")
        with in_hub(found.id):
            steward = Member.objects.active().filter(role=Role.STEWARD).earliest("id")
            method = Method.GREEDY if greedy else Method.EQUAL_SHARES
            try:
                ballot = bring_in(
                    who=Who(steward), name=file.stem, content=file.read_bytes(), method=method
                )
            except (OSError, DomainError) as error:
                raise CommandError(str(error)) from error
        self.stdout.write(hub_path(hub, "decide:ballot_result", ballot.id))
