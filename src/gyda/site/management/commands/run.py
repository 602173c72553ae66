"""`gyda run`: bring the database up to date, serve the site, and keep its clock ticking."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils.translation import override

from gyda.people.models import Hub
from gyda.site.demo import who_can_sign_in

TICK_SECONDS = 30


class Command(BaseCommand):
    """Serve the site with gunicorn."""

    help = "Migrate, make a demo hub when GYDA_DEMO is set and there is none, and serve the site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the first port to try")
        parser.add_argument("--bind", default="127.0.0.1", help="the address to listen on")
        parser.add_argument("--threads", type=int, default=8)
        words = "server processes; by default one on SQLite, and one a core on PostgreSQL"
        parser.add_argument("--workers", type=int, help=words)
        parser.add_argument("--no-migrate", action="store_true", help="the owner has migrated")

    def handle(
        self, *, port: int, bind: str, threads: int, workers: int | None, no_migrate: bool, **o: Any
    ) -> None:
        if not no_migrate:
            self.stdout.write("— The database")
            call_command("migrate", verbosity=0)
            call_command("createcachetable", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if settings.DEMO and not Hub.objects.exists():
            call_command("demo")
        port = first_free(bind, port)
        self._welcome(bind, port)
        serve(bind, port, threads, workers or as_many_as_fit())

    def _welcome(self, bind: str, port: int) -> None:
        address = f"http://{bind}:{port}" if settings.DEMO else settings.ORIGIN
        self.stdout.write(f"\n  Gyda is at  {address}/cy/  (Cymraeg)")
        self.stdout.write(f"              {address}/en/  (English)\n")
        if settings.DEMO:
            self.stdout.write(f"  Sign in as one of the demo people at {address}/en/demo/\n")
            with override("en"):
                for person in who_can_sign_in():
                    self.stdout.write(f"    {person.name:<22} {person.what}")
            self.stdout.write(
                "\n  Codes by e-mail and by text are printed here. Stop with Ctrl+C.\n"
            )


def first_free(bind: str, port: int) -> int:
    """Return the first port from `port` on that nobody listens on."""
    for candidate in range(port, port + 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if probe.connect_ex((bind, candidate)) != 0:
                return candidate
    raise SystemExit(f"No free port from {port} to {port + 99}.")


def as_many_as_fit() -> int:
    """Return how many server processes to run: SQLite has one writer at a time anyway."""
    return 1 if connection.vendor == "sqlite" else max(1, os.cpu_count() or 1)


def serve(bind: str, port: int, threads: int, workers: int = 1) -> None:
    """Run the web server until it is stopped, with the ticking and the maps beside it."""
    environment = os.environ | {"GYDA_PORT": str(port)}
    gyda = [sys.executable, "-m", "gyda.cli"]
    beside = [[*gyda, "tick", "--each", str(TICK_SECONDS)], [*gyda, "maps"]]
    server = [sys.executable, "-m", "gunicorn", "gyda.site.wsgi", "--bind", f"{bind}:{port}"]
    server += ["--threads", str(threads), "--workers", str(workers), "--log-level", "warning"]
    server += ["--worker-tmp-dir", _memory()]
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl+C: nobody is left behind
    running = [subprocess.Popen(one, env=environment) for one in [server, *beside]]  # noqa: S603
    ended = 0
    try:
        ended = running[0].wait()
    except KeyboardInterrupt:
        pass
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait()
    if ended:
        raise SystemExit(ended)


def _memory() -> str:
    """Return a folder for the heartbeat file that no slow disk can stop, where there is one."""
    return "/dev/shm" if os.path.isdir("/dev/shm") else "/tmp"  # noqa: S108, PTH112
