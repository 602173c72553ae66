"""What can be wrong with the files of `gyda draw`, in words, with remedies."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.tongue import gettext_noop

FAULTS = {
    "missing-columns": (
        gettext_noop("these columns are missing: %(columns)s"),
        gettext_noop("Add them, or correct their names in the first line."),
    ),
    "no-ids": (
        gettext_noop("there is no column of ids called %(column)s"),
        gettext_noop("Name the column with --id, or name people by their line with --numbered."),
    ),
    "column-twice": (
        gettext_noop("the column %(column)s stands there twice"),
        gettext_noop("Give the other one another name, or leave it out."),
    ),
    "too-many-cells": (
        gettext_noop("%(cells)s cells under %(columns)s headers"),
        gettext_noop("Put cells with commas between quotes, or export the sheet again."),
    ),
    "blank-cell": (gettext_noop("the cell of %(column)s is blank"), gettext_noop("Fill it in.")),
    "blank-id": (gettext_noop("the id is blank"), gettext_noop("Give everyone an id.")),
    "id-twice": (
        gettext_noop("the id %(person)s is already in line %(first)s"),
        gettext_noop("Give everyone an id of their own."),
    ),
    "no-quota-for": (
        gettext_noop("%(category)s: no quota for “%(value)s”"),
        gettext_noop("Add the quota, or correct the spelling."),
    ),
    "not-in-list": (
        gettext_noop("%(person)s is not among those who may be named here"),
        gettext_noop("Correct the id, or leave the line out."),
    ),
    "no-chance": (
        gettext_noop("“%(said)s” is no chance"),
        gettext_noop("Write a number from 0 to 1, or a percentage."),
    ),
    "quota-twice": (
        gettext_noop("the quota for %(value)s is already in line %(first)s"),
        gettext_noop("Leave one of them out."),
    ),
    "not-whole": (
        gettext_noop("%(column)s is “%(said)s”, not a whole number"),
        gettext_noop("Write a whole number of seats, 0 or more."),
    ),
    "min-over-max": (
        gettext_noop("the minimum %(least)s is above the maximum %(most)s"),
        gettext_noop("Swap or correct them."),
    ),
    "no-quotas": (gettext_noop("there are no quotas"), gettext_noop("Add a line for each value.")),
    "no-people": (gettext_noop("there are no people"), gettext_noop("Add a line for each person.")),
    "not-csv": (
        gettext_noop("this is no CSV (%(reason)s)"),
        gettext_noop("Export the sheet as CSV."),
    ),
    "unknown-person": (
        gettext_noop("%(person)s is to be together or apart, but is not in the file"),
        gettext_noop("Correct the id."),
    ),
    "bad-seats": (
        gettext_noop("%(seats)s seats cannot be filled from %(people)s people"),
        gettext_noop("Give --seats a number between 1 and the people there are."),
    ),
    "bad-lot": (
        gettext_noop("there is no lot %(number)s"),
        gettext_noop("The lots are numbered from 0; give the number that was drawn."),
    ),
    "not-a-proof": (
        gettext_noop("this is no proof of a lottery"),
        gettext_noop("Give a proof.json."),
    ),
    "damaged-proof": (
        gettext_noop("this proof is damaged (%(reason)s)"),
        gettext_noop("Ask for the file again."),
    ),
}
