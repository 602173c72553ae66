"""Says which acknowledged votes are not in the database; prints JSON."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import sys
from pathlib import Path
from typing import Any

import django


def main(said: dict[str, Any], told: dict[str, Any]) -> None:
    """Compare vote by vote, and the folded tallies with the votes."""
    from gyda.keys.context import in_hub
    from gyda.need.conversations.actions.folding import fold
    from gyda.need.conversations.models import Conversation, Statement, Vote
    from gyda.need.conversations.voice import keyed
    from gyda.people.models import Hub

    with in_hub(Hub.objects.get(slug=said["hub"]).id):
        conversation = Conversation.objects.get(id=said["conversation"])
        rows = Vote.objects.values_list("participant__browser", "statement__number", "answer")
        stored = {(browser, number): answer for browser, number, answer in rows}
        tokens = [cookie.partition("=")[2].rpartition(":")[0] for cookie, _ in said["people"]]
        people = [keyed(conversation.secret, token.rpartition(":")[0]) for token in tokens]
        lost = [
            (voter, number)
            for voter, number, answer in told["kept"]
            if stored.get((people[voter], number)) != answer
        ]
        fold(conversation.id)
        folded = sum(one.answers for one in Statement.objects.all())
    print(json.dumps({"stored": len(stored), "lost": len(lost), "folded": folded}))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
    django.setup()
    main(*(json.loads(Path(name).read_text()) for name in sys.argv[1:3]))
