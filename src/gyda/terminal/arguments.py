"""Arguments of the command lines: argparse, in the language that is spoken."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
from pathlib import Path
from typing import NoReturn

from gyda.terminal import tongue
from gyda.terminal.faults import Unusable
from gyda.terminal.tongue import _, gettext_noop

Parser = argparse.ArgumentParser

# Sentences of argparse itself that people meet, gathered for the translators.
ITS_OWN = (
    gettext_noop("usage: "),
    gettext_noop("positional arguments"),
    gettext_noop("options"),
    gettext_noop("show this help message and exit"),
    gettext_noop("unrecognized arguments: %s"),
    gettext_noop("the following arguments are required: %s"),
    gettext_noop("one of the arguments %s is required"),
    gettext_noop("argument %(argument_name)s: %(message)s"),
    gettext_noop("expected one argument"),
    gettext_noop("expected at least one argument"),
    gettext_noop("not allowed with argument %s"),
    gettext_noop("invalid %(type)s value: %(value)r"),
    gettext_noop("invalid choice: %(value)r (choose from %(choices)s)"),
    gettext_noop("ambiguous option: %(option)s could match %(matches)s"),
    gettext_noop("ignored explicit argument %r"),
)


class _Parser(argparse.ArgumentParser):
    """Raises what is wrong instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        remedy = _("“%(command)s --help” says what it can do.") % {"command": self.prog}
        raise Unusable(message, remedy, code="arguments")


def a_parser(name: str, description: str) -> Parser:
    """Return a parser with what all commands share; ask within `tongue.speaking`."""
    # argparse takes its words when they are needed from this one name, and has no other way.
    argparse._ = tongue._  # type: ignore[attr-defined]
    parser = _Parser(prog=f"gyda {name}", description=description, allow_abbrev=False)
    parser.add_argument("--json", action="store_true", help=_("print the record, for machines"))
    parser.add_argument(
        "--language", choices=tongue.LANGUAGES, help=_("language of what is printed")
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FOLDER",
        help=_("where picture and record go (with --json they are left out unless you name it)"),
    )
    parser.add_argument(
        "--trace", action="store_true", help=_("when something breaks, show where in the code")
    )
    return parser
