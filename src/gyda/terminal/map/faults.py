"""What is said of files that no map can be drawn from."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.tongue import gettext_noop

FAULTS = {
    "no-votes": (
        gettext_noop("there are no votes here"),
        gettext_noop("The folder needs votes.csv or participants-votes.csv."),
    ),
    "column-missing": (
        gettext_noop("there is no column “%(column)s”"),
        gettext_noop("Name the columns in the first line, as an export of Polis has them."),
    ),
    "column-twice": (
        gettext_noop("the column “%(column)s” is there twice"),
        gettext_noop("Each column has a name of its own."),
    ),
    "row-length": (
        gettext_noop("a row has %(found)s fields instead of %(needed)s"),
        gettext_noop("Put quotes around texts with commas, or export the file again."),
    ),
    "not-a-vote": (
        gettext_noop("“%(value)s” is not a vote"),
        gettext_noop("A vote is 1 (agree), 0 (pass) or -1 (disagree)."),
    ),
    "not-a-number": (
        gettext_noop("“%(value)s” in the column “%(column)s” is no moment"),
        gettext_noop("Write milliseconds since 1970, or a date such as 2026-11-22T09:30:00Z."),
    ),
    "not-moderation": (
        gettext_noop("“%(value)s” does not say whether a statement is shown"),
        gettext_noop("Moderated is 1 (in), 0 (waiting) or -1 (out)."),
    ),
    "id-empty": (
        gettext_noop("“%(column)s” is empty"),
        gettext_noop("Every person and every statement needs an id."),
    ),
    "participant-twice": (
        gettext_noop("participant %(participant)s has two rows"),
        gettext_noop("Put each person's votes into one row."),
    ),
    "statement-twice": (
        gettext_noop("statement %(statement)s has two rows that differ"),
        gettext_noop("Leave one of them out."),
    ),
    "not-csv": (
        gettext_noop("this is not CSV from here on (%(fault)s)"),
        gettext_noop("A quote is perhaps not closed; export the file again."),
    ),
}
