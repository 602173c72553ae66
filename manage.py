#!/usr/bin/env python
"""The same as the command `gyda`, for those who look for manage.py."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.cli import main

if __name__ == "__main__":
    main()
