"""`gyda verify FILE`: checks open data, or a decision, without database and without Django."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from gyda.methods import seal_book, seal_check
from gyda.methods.seal_check import Broken
from gyda.terminal import decision, tongue
from gyda.terminal import export_files as files
from gyda.terminal.export_files import Export, Malformed, Unreadable, open_export
from gyda.terminal.progress import Progress
from gyda.terminal.tongue import _, gettext_noop

ABOUT = gettext_noop("Check what a hub publishes: its seals, entries and book, or a decision.")
FINE, BROKEN, UNREADABLE = 0, 1, 2


@dataclass
class Result:
    """What was found, and how much was looked at."""

    broken: list[Broken] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    seals: list[str] = field(default_factory=list)


def main(arguments: Sequence[str]) -> int:
    """Check an export; return 0 when all is fine, 1 when not, 2 when it cannot be read."""
    with tongue.speaking(tongue.wanted(arguments)):
        return _checked(_asked(arguments))


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="gyda verify", description=_(ABOUT))
    words = _("the folder or .zip file that a hub publishes, or the file of one decision")
    parser.add_argument("export", type=Path, help=words)
    parser.add_argument(
        "--seal", metavar="NUMBER", help=_("a seal's number that you kept from before")
    )
    parser.add_argument("--json", action="store_true", help=_("print the record, for machines"))
    parser.add_argument(
        "--language", choices=tongue.LANGUAGES, help=_("language of what is printed")
    )
    return parser.parse_args(arguments)


def _checked(asked: argparse.Namespace) -> int:
    try:
        if decision.is_decision(asked.export):
            return _checked_decision(asked)
        result = verify(asked.export, asked.seal)
    except Unreadable as error:
        words = _("This cannot be read: %(why)s") % {"why": error.said(_)}
        _say({"error": str(error)}, [words], asked.json)
        return UNREADABLE
    _say(_for_machines(result), list(_for_people(result)), asked.json)
    return BROKEN if result.broken else FINE


def _checked_decision(asked: argparse.Namespace) -> int:
    found = decision.verify(asked.export, asked.seal)
    _say(_decision_for_machines(found), list(_decision_for_people(found)), asked.json)
    return BROKEN if found.broken else FINE


def verify(path: Path, kept_seal: str | None = None) -> Result:
    """Check the seals and their entries, the book, and last the files as a whole."""
    result = Result()
    with open_export(path) as export, Progress(_("lines checked")) as progress:
        export.on_line = progress.step
        for check in (_check_seals, _check_book, _check_files):
            if broken := _first(partial(check, export, result)):
                result.broken.append(broken)
    if kept_seal and kept_seal not in result.seals:
        result.broken.insert(0, decision.rewritten(kept_seal))
    return result


def _first(check: "partial[Broken | None]") -> Broken | None:
    try:
        return check()
    except Malformed as error:
        values = {"line": error.line, "file": error.file}
        return Broken("line", "Line %(line)s of %(file)s", "is no JSON object", values)


def _counted(export: Export, result: Result, name: str) -> Iterator[Any]:
    key = name.removesuffix(".jsonl")
    result.counts[key] = 0
    for record in export.lines(name):
        result.counts[key] += 1
        yield record


def _check_seals(export: Export, result: Result) -> Broken | None:
    entries = _counted(export, result, files.ENTRIES)
    hub = export.manifest["hub"]["id"]
    broken = seal_check.first_broken(_noted(export, result), entries, hub)
    latest = result.seals[-1] if result.seals else ""
    if broken is None and export.manifest.get("latest_seal", "") != latest:
        return Broken("seal", "The latest seal", "is not the one that the manifest names")
    return broken


def _noted(export: Export, result: Result) -> Iterator[Any]:
    for seal in _counted(export, result, files.SEALS):
        result.seals.append(seal.get("hash", ""))
        yield seal


def _check_book(export: Export, result: Result) -> Broken | None:
    if files.TRANSFERS not in export.manifest["files"]:
        return None
    accounts = _counted(export, result, files.ACCOUNTS)
    transfers = partial(_counted, export, result, files.TRANSFERS)
    return seal_book.first_broken(accounts, transfers)


def _check_files(export: Export, result: Result) -> Broken | None:
    """Compare every file with the manifest: it catches lines cut off at the end."""
    _read_the_rest(export, result)
    for name, said in export.manifest["files"].items():
        if name in export.digests and export.digests[name] != said.get("sha256"):
            words = "is not the file that the manifest describes"
            return Broken("file", "The file %(file)s", words, {"file": name})
    return None


def _read_the_rest(export: Export, result: Result) -> None:
    """Read what the rooms publish: there is nothing to recompute, but each line must be whole."""
    for name in sorted(set(export.manifest["files"]) - {*files.CHECKED}):
        for _record in _counted(export, result, name):
            pass


def _for_machines(result: "Result | decision.Found") -> dict[str, Any]:
    broken = [
        {"what": one.what, "which": one.which % one.values, "words": one.words % one.values}
        for one in result.broken
    ]
    latest = result.seals[-1] if result.seals else None
    return {"fine": not broken, "checked": result.counts, "latest_seal": latest, "broken": broken}


def _decision_for_machines(found: decision.Found) -> dict[str, Any]:
    values = [dict(one.values) for one in found.broken]
    plain = _for_machines(found)
    named = [one | {"values": said} for one, said in zip(plain["broken"], values, strict=True)]
    return plain | {"broken": named, "unsealed": found.unsealed, "state": found.state}


def _decision_for_people(found: decision.Found) -> Iterator[str]:
    yield _counted_in_words(found.counts)
    for broken in found.broken:
        yield _("BROKEN  %(what)s.") % {"what": broken.said(_)}
    if not found.broken:
        yield _("Fine: counted, drawn and scored again it is the same, and it fits its seals.")
    if found.unsealed:
        words = _("Entries that the next seal will hold: %(count)s. Take the file again tomorrow.")
        yield words % {"count": found.unsealed}
    yield from _state_in_words(found.state)
    latest = found.seals[-1] if found.seals else _("none yet")
    yield _("Latest seal, to keep: %(seal)s") % {"seal": latest}


def _state_in_words(state: dict[str, Any]) -> Iterator[str]:
    """Say it, and what the file cannot know: an old file knows nothing of a later correction."""
    if not state:
        return
    if state["replaced_by"]:
        yield _("Corrected: another decision stands in its place, %(replaced_by)s.") % state
    if state["overruled_on"]:
        yield _("Overruled, signed on %(overruled_on)s.") % state
    if not (state["replaced_by"] or state["overruled_on"]):
        yield _("Neither corrected nor overruled when this file was made.")
    if state["seal"]:
        yield _("Its newest seal is number %(seal)s of %(sealed_at)s.") % state
    yield _("What came later it cannot know: the decision's page says what holds, "
            "and names the newest seal.")  # fmt: skip


def _counted_in_words(counts: dict[str, int]) -> str:
    said = ", ".join(f"{count:,} {_(name)}" for name, count in counts.items())
    return _("Checked: %(counts)s.") % {"counts": said}


def _for_people(result: Result) -> Iterator[str]:
    yield _counted_in_words(result.counts)
    for broken in result.broken:
        yield _("BROKEN  %(what)s.") % {"what": broken.said(_)}
    if not result.broken:
        yield _("Fine: every entry fits its seal, every seal the one before, and the book adds up.")
        latest = result.seals[-1] if result.seals else _("none yet")
        yield _("Latest seal, to keep: %(seal)s") % {"seal": latest}


def _say(for_machines: dict[str, Any], for_people: list[str], as_json: bool) -> None:
    text = json.dumps(for_machines, ensure_ascii=False) if as_json else "\n".join(for_people)
    sys.stdout.write(text + "\n")
