"""gyda grow: make a large hub, to see how pages and machines bear it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from gyda.people.models import Hub
from gyda.site.growth import Size, grow


class Command(BaseCommand):
    """Never touches a hub that is there already."""

    help = "Make a hub with many made-up members and transfers, to see how pages bear it"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--members", type=int, default=100_000)
        parser.add_argument("--transfers", type=int, default=1_000_000)
        parser.add_argument("--slug", default="tref-fawr", help="the new hub's place in addresses")

    def handle(self, *, members: int, transfers: int, slug: str, **options: Any) -> None:
        hub = Hub.objects.create(slug=slug, name_cy="Hwb y Dref Fawr", name_en="Great Town Hub")
        grow(hub, Size(members, transfers), say=self.stdout.write)
