"""Votes at a fixed rate, whether or not the server keeps up; prints what was acknowledged as JSON.

A vote's time runs from the moment at which it was due, so that a slow server is not spared by a
generator that waits for it. With `--pages` each voter also reads the next statement's page.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import asyncio
import json
import random
import sys
import time
from pathlib import Path
from typing import Any

CONNECTIONS = 64
Told = dict[str, Any]


class Voter:
    """One person: a cookie, an address of their own, and what is still to be answered."""

    def __init__(self, number: int, cookie: str, token: str, statements: int) -> None:
        self.number, self.token = number, token
        self.cookie = f"{cookie}; csrftoken={token}"
        self.address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        self.left = random.Random().sample(range(1, statements + 1), statements)


class Crew:
    """The voters, the connections, and what was acknowledged."""

    def __init__(self, port: int, said: Told, pages: bool) -> None:
        self.port, self.pages = port, pages
        self.path = f"/en/hubs/{said['hub']}/conversations/{said['conversation']}/"
        rows = enumerate(said["people"])
        self.voters = [Voter(n, cookie, token, said["statements"]) for n, (cookie, token) in rows]
        self.free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter] | None]
        self.votes: list[float] = []
        self.read: list[float] = []
        self.kept: list[tuple[int, int, int]] = []  # voter, statement, answer
        self.failed = 0

    async def go(self, seconds: float, rate: float) -> None:
        """Let a vote fall due at each tick."""
        self.free = asyncio.Queue()
        for _number in range(CONNECTIONS):
            self.free.put_nowait(None)
        chance, start, tasks = random.Random(), time.monotonic(), []
        for number in range(int(seconds * rate)):
            due = start + number / rate
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            voter = self.voters[chance.randrange(len(self.voters))]
            if voter.left:
                tasks.append(asyncio.create_task(self._vote(voter, voter.left.pop(), due)))
        await asyncio.gather(*tasks)

    async def _vote(self, voter: Voter, statement: int, due: float) -> None:
        answer = (voter.number * 7 + statement * 3) % 3 - 1
        body = f"csrfmiddlewaretoken={voter.token}&number={statement}&answer={answer}"
        head = "Content-Type: application/x-www-form-urlencoded\r\n"
        status = await self._ask("POST", self.path + "answer/", voter, head, body)
        if status != 302:
            self.failed += 1
            return
        self.votes.append(time.monotonic() - due)
        self.kept.append((voter.number, statement, answer))
        if self.pages:
            began = time.monotonic()
            if await self._ask("GET", self.path, voter, "", "") == 200:
                self.read.append(time.monotonic() - began)

    async def _ask(self, method: str, path: str, voter: Voter, head: str, body: str) -> int:
        """Return the status; 0 when the server hung up."""
        request = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {voter.cookie}\r\n"
            f"X-Forwarded-For: {voter.address}\r\nX-Forwarded-Proto: http\r\n"
            f"{head}Content-Length: {len(body)}\r\n\r\n{body}"
        )
        line = await self.free.get()
        try:
            line = line or await asyncio.open_connection("127.0.0.1", self.port)
            line[1].write(request.encode())
            status, stays = await _answer(line[0])
        except (OSError, EOFError, ValueError, IndexError):
            self.free.put_nowait(None)
            return 0
        self.free.put_nowait(line if stays else None)
        return status


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """Read one answer to its end; tell whether the connection stays."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin1").lower()
    status = int(head.split(" ", 2)[1])
    length = int(head.split("content-length: ", 1)[1].split("\r\n", 1)[0])
    await reader.readexactly(length)
    return status, "connection: close" not in head


def main() -> None:
    """Drive, and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("said", type=Path)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--rate", type=float, default=100)
    parser.add_argument("--pages", action="store_true")
    asked = parser.parse_args()
    crew = Crew(asked.port, json.loads(asked.said.read_text()), asked.pages)
    began = time.monotonic()
    asyncio.run(crew.go(asked.seconds, asked.rate))
    told = {"votes": crew.votes, "read": crew.read, "kept": crew.kept, "failed": crew.failed}
    json.dump(told | {"seconds": time.monotonic() - began}, sys.stdout)


if __name__ == "__main__":
    main()
