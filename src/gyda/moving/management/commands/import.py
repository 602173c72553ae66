"""`gyda import FOLDER --hub SLUG`: bring a time bank over from its tables."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from gyda.keys.context import in_hub
from gyda.moving.actions.check import Upload, check
from gyda.moving.actions.run import carry_on
from gyda.moving.actions.start import start
from gyda.moving.models import Move, State
from gyda.moving.models.move import Arrival
from gyda.moving.sheets.columns import Kind
from gyda.moving.sheets.faults import words_of
from gyda.people.models import Hub
from gyda.people.who import GydaItself
from gyda.terminal.progress import Progress
from gyda.web.errors import DomainError


class Command(BaseCommand):
    """Looks through the tables first; run again after a stop, it goes on from where it was."""

    help = "Bring members, offers, asks, balances and past transfers over from CSV tables."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder of .csv files, or one of them")
        parser.add_argument("--hub", required=True, help="the slug of the hub")
        parser.add_argument("--dry-run", action="store_true", help="only say what is to be mended")
        parser.add_argument(
            "--keep-good", action="store_true", help="leave rows with mistakes out, bring the rest"
        )
        parser.add_argument(
            "--active", action="store_true", help="members have agreed; else each is invited"
        )
        parser.add_argument("--language", choices=("cy", "en"), default="en")

    def handle(self, *, folder: Path, hub: str, language: str, **told: Any) -> None:
        found = Hub.objects.filter(slug=hub).first()
        if found is None:
            raise CommandError(f"There is no hub {hub}.")
        with in_hub(found.id), override(language):
            try:
                self._move(found, folder, told)
            except DomainError as error:
                raise CommandError(str(error)) from error

    def _move(self, hub: Hub, folder: Path, told: dict[str, Any]) -> None:
        move = Move.objects.filter(state=State.RUNNING).first()
        if move:
            self.stdout.write("Going on with the move that was begun.")
        else:
            who = GydaItself(hub.id)
            move = check(who=who, uploads=_uploads(folder))
            self._report(move)
            if told["dry_run"]:
                return
            arrival = Arrival.ACTIVE if told["active"] else Arrival.INVITED
            move = start(who=who, move=move, keeps_good=told["keep_good"], arrival=arrival)
        with Progress("moving", move.rows) as progress:
            if not carry_on(move, on_step=progress.at):
                raise CommandError("Another process works on this move. Try again in two minutes.")
        self.stdout.write(f"Brought in: {move.good} of {move.rows} rows.")

    def _report(self, move: Move) -> None:
        faults = move.faults.select_related("file").order_by("is_note", "id")
        for fault in faults.iterator(1_000):
            mark = "note" if fault.is_note else "mend"
            where = f"{fault.file.name}:{fault.line}"
            what = f"{fault.column}: " if fault.column else ""
            self.stdout.write(f"{mark} {where} {what}{words_of(fault.code, fault.values)}")
        for file in move.files.order_by("id"):
            kind = Kind(file.kind).label
            self.stdout.write(f"{file.name}: {kind}, {file.rows} rows, {file.broken} to mend")


def _uploads(folder: Path) -> list[Upload]:
    paths = sorted(folder.glob("*.csv")) if folder.is_dir() else [folder]
    try:
        return [Upload(path.name, path.read_bytes()) for path in paths]
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}") from error
