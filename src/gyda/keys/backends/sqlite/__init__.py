"""Django's SQLite backend, except that a page of a list is read from the list's own table."""
# SPDX-License-Identifier: AGPL-3.0-or-later
