"""`gyda demo`: make the demo hubs, through the same actions that people use."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gyda.people.models import Hub
from gyda.site.demo.anew import clear
from gyda.site.demo.neighbours import agree_and_cross
from gyda.site.demo.play import play
from gyda.site.demo.story import stories


class Command(BaseCommand):
    """Play the year of the demo hubs into the database."""

    help = "Make two made-up hubs with a year of exchanges (needs GYDA_DEMO=1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--anew", action="store_true", help="throw everything in the local database away first"
        )

    def handle(self, *, anew: bool, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "The demo is for a machine without real people: set GYDA_DEMO=1 if this is one."
            )
        if anew:
            self.stdout.write("— Clearing the local database")
            clear()
        if Hub.objects.filter(slug__in=[story.hub.slug for story in stories()]).exists():
            raise CommandError("The demo is here already; `gyda demo --anew` makes it afresh.")
        for story in stories():
            self.stdout.write(f"— {story.hub.name_en}: a year of giving and receiving")
            play(story, tell=lambda line: self.stdout.write(f"  {line}"))
        slugs = [story.hub.slug for story in stories()]
        agree_and_cross(*(Hub.objects.get(slug=slug) for slug in slugs[:2]))
