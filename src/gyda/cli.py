"""The one command line: operators' commands run in Django, methods run without it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import sys

from gyda.terminal import commands


def main() -> None:
    """Run `gyda COMMAND ...`."""
    name, rest = (sys.argv[1:2] or ["help"])[0], sys.argv[2:]
    if name in commands.MODULES:  # on files of one's own: no database, no Django
        sys.exit(commands.run(name, rest))
    if name in {"help", "--help", "-h"} and not rest:
        lines = [f"  gyda {each:<8} {about}" for each, about in commands.listed()]
        sys.stdout.write("\n".join(["Without a hub, on files of your own:", *lines, "", ""]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
