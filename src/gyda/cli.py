"""The one command line: operators' commands run in Django, methods run without it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import sys


def main() -> None:
    """Run `gyda COMMAND ...`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
