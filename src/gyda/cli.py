"""The one command line: operators' commands run in Django, methods run without it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import sys


def main() -> None:
    """Run `gyda COMMAND ...`."""
    if sys.argv[1:2] == ["verify"]:  # a stranger checks an export: no database, no Django
        from gyda.site.verify import main as verify

        sys.exit(verify(sys.argv[2:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
