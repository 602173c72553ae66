"""Makes a hub with an open ballot, and members who are signed in; prints JSON."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import sys

import django

OPTIONS = 12


def main(voters: int) -> None:
    """Print where to vote and as whom."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.db import transaction
    from django.utils import timezone
    from django.utils.crypto import get_random_string

    from gyda.decide.tests.ballot_builders import a_ballot
    from gyda.keys.context import in_hub
    from gyda.people.models import Member
    from gyda.people.models.member import Role
    from gyda.people.sessions import SessionStore
    from gyda.people.tests.builders import a_hub, a_member

    hub = a_hub("blwch")
    steward = a_member(hub, role=Role.STEWARD)
    people = []
    with in_hub(hub.id):
        ballot = a_ballot(steward, costs=(1500,) * OPTIONS)
    with transaction.atomic():  # thousands of them, and one wait for the disk
        for _number in range(voters):
            person = a_member(hub).present_person
            session = SessionStore()
            session[SESSION_KEY] = str(person.pk)
            session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
            session[HASH_SESSION_KEY] = person.get_session_auth_hash()
            session.save()
            cookie = f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
            people.append([cookie, get_random_string(32)])
    with in_hub(hub.id):  # whoever votes has been seen today: they read the ballot first
        Member.objects.update(last_seen_on=timezone.localdate())
    said = {"hub": hub.slug, "ballot": str(ballot.id), "people": people}
    print(json.dumps(said | {"options": OPTIONS, "statements": 1, "conversation": ""}))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
    django.setup()
    main(int(sys.argv[1]))
