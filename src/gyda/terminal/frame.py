"""The frame of every command: arguments in, an answer out as words or JSON, faults in a line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gyda.methods.errors import BadInput
from gyda.terminal import files, tongue
from gyda.terminal.arguments import Parser, a_parser
from gyda.terminal.faults import Faults, Unusable, in_words
from gyda.terminal.record import as_json
from gyda.terminal.tongue import _

FINE, UNUSABLE, BROKEN, INTERRUPTED, NOBODY_READS = 0, 2, 70, 130, 141


@dataclass(frozen=True)
class Answer:
    """What a command found.

    `record` is for machines, `lines` for people (asked for only when they are printed), `name` the
    beginning of the folder's name, `files` maps each further file's name to who writes its text.
    """

    record: Mapping[str, Any]
    lines: Callable[[], Iterable[str]]
    name: str
    files: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    code: int = FINE


@dataclass(frozen=True)
class Command:
    """A command: `about` and the sentences of `faults` are marked with `gettext_noop`."""

    name: str
    about: str
    arguments: Callable[[Parser], None]
    run: Callable[[argparse.Namespace], Answer]
    faults: Faults = field(default_factory=dict)


def main(command: Command, arguments: Sequence[str]) -> int:
    """Run a command; return its exit code: 0 fine, 2 bad input, 70 a fault of ours, 130 stopped."""
    _speak_any_alphabet()
    with tongue.speaking(tongue.wanted(arguments)):
        try:
            return _guarded(command, arguments)
        except KeyboardInterrupt:
            sys.stderr.write("\n")
            return INTERRUPTED
        except BrokenPipeError:  # as with | head
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return NOBODY_READS


def _guarded(command: Command, arguments: Sequence[str]) -> int:
    try:
        return _answered(command, arguments)
    except BadInput as error:
        return _refused(in_words(error, command.faults), "--json" in arguments)
    except Unusable as error:
        return _refused(error, "--json" in arguments)
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except MemoryError:
        words = _("there is not enough memory for this")
        return _refused(Unusable(words, code="memory"), "--json" in arguments)
    except Exception as error:
        return _fell(error, command, arguments)


def _answered(command: Command, arguments: Sequence[str]) -> int:
    parser = a_parser(command.name, _(command.about))
    command.arguments(parser)
    try:
        asked = parser.parse_args(list(arguments))
    except SystemExit as end:  # --help was asked for
        return int(end.code or 0)
    answer = command.run(asked)
    kept = _keep(command, answer, asked)
    lines = [as_json(answer.record, ascii_only=not _is_utf8())] if asked.json else answer.lines()
    for line in lines:
        sys.stdout.write(line + "\n")
    if kept and not asked.json:
        sys.stdout.write("\n" + _("Picture and record: %(folder)s") % {"folder": kept} + "\n")
    sys.stdout.flush()
    return answer.code


def _keep(command: Command, answer: Answer, asked: argparse.Namespace) -> Path | None:
    if asked.json and asked.out is None:
        return None
    folder = files.folder(asked.out or Path(f"{answer.name}.{command.name}"))
    files.write(folder / "record.json", as_json(answer.record) + "\n")
    for name, text in answer.files.items():
        files.write(folder / name, text())
    return folder


def _refused(error: Unusable, as_machine: bool) -> int:
    sys.stderr.write(f"{error}\n")
    if as_machine:
        sys.stdout.write(as_json({"error": error.record()}, ascii_only=not _is_utf8()) + "\n")
    return UNUSABLE


def _fell(error: Exception, command: Command, arguments: Sequence[str]) -> int:
    """A fault of ours is said in a line: a newcomer has no use for a trace, who mends it has."""
    if "--trace" in arguments:
        raise error
    words = _("This is a fault of gyda %(command)s, not yours: %(error)s.") % {
        "command": command.name,
        "error": f"{type(error).__name__}: {error}",
    }
    sys.stderr.write(words + " " + _("Run it again with --trace and send us what it says.") + "\n")
    return BROKEN


def _is_utf8() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def _speak_any_alphabet() -> None:
    """Print what the terminal cannot show as an escape instead of falling over it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
