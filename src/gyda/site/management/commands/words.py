"""gyda words: bring the Welsh catalogue up to date, compile it, or check it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from gyda.site.words.catalogue import compile_catalogue, load, same, updated
from gyda.site.words.faults import faults
from gyda.site.words.spelling import has_aspell, misspelt

SOURCE = Path(__file__).resolve().parents[3]


class Command(BaseCommand):
    """Every sentence of the interface stands in one file for the translators."""

    help = "Update locale/cy/LC_MESSAGES/django.po from the code and compile it"
    requires_system_checks: list[str] = []  # it runs at set-up, before there is anything to check

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--compile", action="store_true", help="compile only")
        parser.add_argument("--check", action="store_true", help="say what is missing, and fail")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = settings.LOCALE_PATHS[0] / "cy"
        path = folder / "LC_MESSAGES" / "django.po"
        if options["check"]:
            self._check(path, folder / "words.txt")
            return
        if not options["compile"]:
            self._update(path)
        compile_catalogue(path)

    def _update(self, path: Path) -> None:
        po = updated(load(path), SOURCE)
        path.parent.mkdir(parents=True, exist_ok=True)
        po.save(str(path))
        left = sum(not entry.translated() for entry in po)
        self.stdout.write(f"{len(po)} sentences, {left} to translate: {path.name}")

    def _check(self, path: Path, own_words: Path) -> None:
        po = load(path)
        wanted = updated(po, SOURCE)
        problems = list(faults(wanted))
        if not same(po, wanted):
            problems.append("The catalogue is stale: run `gyda words`.")
        problems += self._spelling(wanted, own_words)
        for problem in problems:
            self.stderr.write(problem)
        if problems:
            raise CommandError(f"{len(problems)} things to mend in the Welsh catalogue.")
        self.stdout.write(f"{len(wanted)} sentences, all in Welsh.")

    def _spelling(self, po: polib.POFile, own_words: Path) -> list[str]:
        if not has_aspell():
            self.stderr.write("WELSH SPELLING NOT CHECKED: install aspell and aspell-cy.")
            return []
        return [f"Unknown word {w}: {text!r}" for w, text in misspelt(po, own_words).items()]
