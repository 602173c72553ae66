"""What funds tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later


def register_all() -> None:
    """Declare words, letters, what is held on people, what is due, and the section."""
