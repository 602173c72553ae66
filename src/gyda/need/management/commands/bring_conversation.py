"""`gyda bring_conversation EXPORT --hub SLUG`: bring a conversation over from another tool."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.need.map.actions.bring import begin, carry_on
from gyda.need.map.actions.update import update
from gyda.need.map.files import Upload, texts_of
from gyda.need.map.models import Coming
from gyda.need.map.wanted import Wanted
from gyda.people.models import Hub, Member
from gyda.people.models.member import Role
from gyda.people.who import GydaItself
from gyda.web.errors import DomainError


class Command(BaseCommand):
    """Run again after a stop, it goes on with what was begun."""

    help = "Bring a conversation over from the files of Polis, and make its map."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("export", type=Path, help="a folder of tables, a zip, or one table")
        parser.add_argument("--hub", required=True, help="the slug of the hub")
        parser.add_argument("--title-cy", required=True)
        parser.add_argument("--title-en", required=True)
        parser.add_argument("--language", default="en", help="of the statements: two letters")
        parser.add_argument("--source", default="", help="whose data they are, and the licence")

    def handle(self, *, export: Path, hub: str, **said: Any) -> None:
        found = Hub.objects.filter(slug=hub).first()
        if found is None:
            raise CommandError(f"There is no hub {hub}.")
        with in_hub(found.id):
            try:
                self._bring(found, export, said)
            except DomainError as error:
                raise CommandError(str(error)) from error

    def _bring(self, hub: Hub, export: Path, said: dict[str, Any]) -> None:
        coming = Coming.objects.filter(ended_at__isnull=True).first() or self._begin(
            hub, export, said
        )
        if not carry_on(coming):
            raise CommandError("Another process brings it over. Try again in three minutes.")
        assert coming.conversation is not None
        update(coming.conversation, {}, timezone.now())
        self.stdout.write(
            f"Brought over: {coming.people} people, {coming.statements} statements, "
            f"{coming.votes} answers. Its id: {coming.conversation_id}"
        )

    def _begin(self, hub: Hub, export: Path, said: dict[str, Any]) -> Coming:
        steward = Member.objects.active().filter(role=Role.STEWARD).order_by("id").first()
        if steward is None:
            raise CommandError("The hub has no steward.")
        wanted = Wanted(
            said["title_cy"], said["title_en"], said["language"], said["source"], uuid7()
        )
        texts = texts_of(_uploads(export))
        return begin(who=GydaItself(hub.id), by=steward, texts=texts, wanted=wanted)


def _uploads(export: Path) -> list[Upload]:
    paths = sorted(export.glob("*.csv")) if export.is_dir() else [export]
    try:
        return [(path.name, path.read_bytes()) for path in paths]
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}") from error
