"""Ballots at a fixed rate, whether or not the server keeps up; prints what was acknowledged.

A vote's time runs from the moment at which it was due. Each voter votes once, the next in turn.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import asyncio
import json
import sys
import time
from pathlib import Path

from bench.votes.drive import CONNECTIONS, Crew, Told, Voter


class Queue(Crew):
    """The voters in a row."""

    def __init__(self, port: int, said: Told, first: int) -> None:
        super().__init__(port, said, pages=False)
        self.path = f"/en/hubs/{said['hub']}/ballots/{said['ballot']}/vote/"
        self.options, self.next = said["options"], first

    async def go(self, seconds: float, rate: float) -> None:
        """Let a vote fall due at each tick."""
        self.free = asyncio.Queue()
        for _number in range(CONNECTIONS):
            self.free.put_nowait(None)
        start, tasks = time.monotonic(), []
        for number in range(int(seconds * rate)):
            due = start + number / rate
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            if self.next < len(self.voters):
                tasks.append(asyncio.create_task(self._cast(self.voters[self.next], due)))
                self.next += 1
        await asyncio.gather(*tasks)

    async def _cast(self, voter: Voter, due: float) -> None:
        chosen = voter.number % (self.options - 1) + 1
        said = f"{chosen}%2C{self.options}"
        body = f"csrfmiddlewaretoken={voter.token}&said={said}&sure=1"
        head = "Content-Type: application/x-www-form-urlencoded\r\n"
        if await self._ask("POST", self.path, voter, head, body) != 200:
            self.failed += 1
            return
        self.votes.append(time.monotonic() - due)
        self.kept.append((voter.number, chosen, self.options))


def main() -> None:
    """Drive, and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("said", type=Path)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--rate", type=float, default=100)
    asked = parser.parse_args()
    crew = Queue(asked.port, json.loads(asked.said.read_text()), asked.first)
    began = time.monotonic()
    asyncio.run(crew.go(asked.seconds, asked.rate))
    told = {"votes": crew.votes, "read": [], "kept": crew.kept, "failed": crew.failed}
    json.dump(told | {"seconds": time.monotonic() - began}, sys.stdout)


if __name__ == "__main__":
    main()
