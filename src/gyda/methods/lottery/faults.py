"""What can go wrong in a lottery, each with what a person needs in order to mend it."""
# SPDX-License-Identifier: AGPL-3.0-or-later


class NoPanel(Exception):
    """No panel keeps every row."""


class TooLong(Exception):
    """A solver's limit ended the search: its own status, and the limit in seconds."""

    def __init__(self, status: str, seconds: float) -> None:
        """Keep the status and the limit."""
        super().__init__(f"{status} after {seconds} s")
        self.status, self.seconds = status, seconds
