"""Sessions that know whose they are, so that a person's can be ended together. Class LOCAL."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """One browser's stay."""

    person_id = models.UUIDField(null=True, db_index=True)

    @classmethod
    def get_session_store_class(cls) -> type[DatabaseStore]:
        from gyda.people.sessions import SessionStore

        return SessionStore
