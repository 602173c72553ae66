"""`gyda new_hub SLUG`: set a hub up, with its first steward."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email, validate_slug

from gyda.people.actions.hubs import open_hub
from gyda.people.models import Person
from gyda.people.models.person import Language
from gyda.people.queries.persons import person_at
from gyda.web.errors import DomainError


class Command(BaseCommand):
    """The steward then signs in with their e-mail address and writes the rest on the site."""

    help = "Set up a hub with its first steward."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="stands in the address: /cy/hubs/SLUG/")
        parser.add_argument("--name-cy", required=True)
        parser.add_argument("--name-en", required=True)
        parser.add_argument("--steward-email", required=True)
        parser.add_argument("--steward-name", required=True)
        parser.add_argument("--steward-language", default="cy", choices=Language.values)

    def handle(self, *, slug: str, steward_email: str, **told: Any) -> None:
        try:
            validate_slug(slug)
            validate_email(steward_email)
            steward = self._steward(steward_email.lower(), told)
            open_hub(slug=slug, name_cy=told["name_cy"], name_en=told["name_en"], steward=steward)
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"/cy/hubs/{slug}/ is open; {steward_email} signs in as its steward.")

    def _steward(self, email: str, told: dict[str, Any]) -> Person:
        return person_at(email) or Person.objects.create_user(
            name=told["steward_name"], email=email, language=told["steward_language"]
        )
