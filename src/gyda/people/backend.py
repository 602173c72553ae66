"""Who is signed in. Nobody in Gyda has a password, so there is nothing to authenticate with."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.contrib.auth.backends import BaseBackend

from gyda.people.models import Person


class PersonBackend(BaseBackend):
    """Finds the person of a session."""

    def get_user(self, user_id: Any) -> Person | None:
        return Person.objects.filter(pk=user_id, is_active=True).first()
