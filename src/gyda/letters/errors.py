"""What can go wrong with the post."""
# SPDX-License-Identifier: AGPL-3.0-or-later


class Refused(Exception):
    """The post will never take this letter: trying again is no use."""
