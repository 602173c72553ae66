"""What can be wrong with the files of `gyda draw`, in words, with remedies."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.tongue import gettext_noop as words

FAULTS = {
    "missing-columns": (
        words("these columns are missing: %(columns)s"),
        words("Add them, or correct their names in the first line."),
    ),
    "blank-cell": (words("the cell of %(column)s is blank"), words("Fill it in.")),
    "blank-id": (words("the id is blank"), words("Give everyone an id.")),
    "id-twice": (
        words("the id %(person)s is already in line %(first)s"),
        words("Give everyone an id of their own."),
    ),
    "no-quota-for": (
        words("%(category)s: no quota for “%(value)s”"),
        words("Add the quota, or correct the spelling."),
    ),
    "quota-twice": (
        words("the quota for %(value)s is already in line %(first)s"),
        words("Leave one of them out."),
    ),
    "not-whole": (
        words("%(column)s is “%(said)s”, not a whole number"),
        words("Write a whole number of seats, 0 or more."),
    ),
    "min-over-max": (
        words("the minimum %(least)s is above the maximum %(most)s"),
        words("Swap or correct them."),
    ),
    "no-quotas": (words("there are no quotas"), words("Add a line for each value.")),
    "no-people": (words("there are no people"), words("Add a line for each person.")),
    "not-csv": (words("this is no CSV (%(reason)s)"), words("Export the sheet as CSV.")),
    "unknown-person": (
        words("%(person)s is to be together or apart, but is not in the file"),
        words("Correct the id."),
    ),
    "bad-seats": (
        words("%(seats)s seats cannot be filled from %(people)s people"),
        words("Give --seats a number between 1 and the people there are."),
    ),
    "bad-lot": (
        words("there is no lot %(number)s"),
        words("The lots are numbered from 0; give the number that was drawn."),
    ),
    "not-a-proof": (words("this is no proof of a lottery"), words("Give a proof.json.")),
    "damaged-proof": (
        words("this proof is damaged (%(reason)s)"),
        words("Ask for the file again."),
    ),
}
