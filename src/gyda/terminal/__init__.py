"""The terminal: the methods on files of one's own, from a command line without Django."""
# SPDX-License-Identifier: AGPL-3.0-or-later
