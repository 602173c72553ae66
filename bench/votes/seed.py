"""Makes a hub with an open conversation, and signs the cookies of so many voters; prints JSON."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import sys

import django

STATEMENTS = 50


def main(voters: int) -> None:
    """Print where to vote and as whom."""
    from django.core.signing import get_cookie_signer
    from django.utils.crypto import get_random_string

    from gyda.keys.context import in_hub
    from gyda.need.conversations.views.speaking import COOKIE, SALT
    from gyda.need.tests.builders import a_conversation
    from gyda.people.models.member import Role
    from gyda.people.tests.builders import a_hub, a_member

    hub = a_hub("pleidlais")
    steward = a_member(hub, role=Role.STEWARD)
    with in_hub(hub.id):
        conversation = a_conversation(steward, statements=STATEMENTS)
    signer = get_cookie_signer(salt=COOKIE + SALT)
    people = [
        [COOKIE + "=" + signer.sign(get_random_string(32)), get_random_string(32)]
        for _number in range(voters)
    ]
    said = {"hub": hub.slug, "conversation": str(conversation.id), "people": people}
    print(json.dumps(said | {"statements": STATEMENTS}))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
    django.setup()
    main(int(sys.argv[1]))
