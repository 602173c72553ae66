"""Asks for pages of one conversation, as a stranger would; prints seconds: ID PAGE…."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import sys
import time

import django


def main(conversation: str, pages: list[str]) -> None:
    """The first page warms the process up, as any page of a running site has."""
    from django.test import Client
    from django.utils.translation import override

    from gyda.web.links import hub_path

    client = Client(SERVER_NAME="127.0.0.1")
    client.get("/en/hubs/cwm/")
    for name in pages:
        with override("cy"):
            address = hub_path("cwm", f"need:{name}", conversation)
        start = time.monotonic()
        answer = client.get(address)
        assert answer.status_code == 200, (name, answer.status_code)
        assert answer.content
        print(name, f"{time.monotonic() - start:.2f}")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
    django.setup()
    main(sys.argv[1], sys.argv[2:])
