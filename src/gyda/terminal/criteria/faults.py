"""What is said of tables, cases and populations that cannot be used."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.tongue import gettext_noop

FAULTS = {
    "not-json": (
        gettext_noop("this is not JSON"),
        gettext_noop("Give the file that a page of rules offers as its table."),
    ),
    "not-a-table": (
        gettext_noop("this is no decision table (look at: %(where)s)"),
        gettext_noop("Give the file that a page of rules offers as its table."),
    ),
    "not-one-of": (
        gettext_noop("“%(value)s” is not one of: %(known)s"),
        gettext_noop("Write one of these words."),
    ),
    "not-an-answer": (
        gettext_noop("“%(value)s” is no answer to “%(fact)s”"),
        gettext_noop("Write yes or no, a whole number, or one of the answers of that fact."),
    ),
    "not-a-cell": (
        gettext_noop("“%(value)s” says nothing about “%(fact)s”"),
        gettext_noop("Write a number, >= 65, <= 10 or 65-74."),
    ),
    "unknown-fact": (
        gettext_noop("there is no fact “%(fact)s”"),
        gettext_noop("Use the facts of the table, by their codes."),
    ),
    "unknown-column": (
        gettext_noop("there is no fact for the column “%(column)s”"),
        gettext_noop("Use the facts of the table, by their codes."),
    ),
    "column-missing": (
        gettext_noop("there is no column “%(column)s”"),
        gettext_noop("Name the columns in the first line."),
    ),
    "column-twice": (
        gettext_noop("the column “%(column)s” is there twice"),
        gettext_noop("Each column has a name of its own."),
    ),
    "too-many-cells": (
        gettext_noop("a row has %(cells)s cells instead of %(columns)s"),
        gettext_noop("Put quotes around texts with commas, or export the file again."),
    ),
    "not-csv": (
        gettext_noop("this is not CSV from here on (%(reason)s)"),
        gettext_noop("A quote is perhaps not closed; export the file again."),
    ),
    "no-rows": (
        gettext_noop("there is nothing below the first line"),
        gettext_noop("Write one row for each rule, case or group of people."),
    ),
    "no-rules": (
        gettext_noop("a table needs at least one fact and one rule"),
        gettext_noop("Add what is missing."),
    ),
    "too-much": (
        gettext_noop("this is too much to look through"),
        gettext_noop("At most %(rules)s rules and %(facts)s facts, and simpler ones."),
    ),
    "takes-basic-need": (
        gettext_noop("a rule refuses food, warmth or shelter (%(need)s)"),
        gettext_noop("No rule may do that: let a person decide, or take the rule out."),
    ),
    "unknown-need": (
        gettext_noop("“%(need)s” is not one of: food, warmth, shelter"),
        gettext_noop("Write one of these words."),
    ),
    "fact-code": (
        gettext_noop("“%(fact)s” cannot be the code of a fact"),
        gettext_noop("Use small letters, numbers and _, a letter first."),
    ),
    "rule-code": (
        gettext_noop("“%(rule)s” cannot be the code of a rule"),
        gettext_noop("Use small letters, numbers and _, a letter first."),
    ),
    "fact-words": (
        gettext_noop("the fact “%(fact)s” lacks its name in Welsh or in English"),
        gettext_noop("Write both."),
    ),
    "rule-words": (
        gettext_noop("the rule “%(rule)s” lacks its reason in Welsh or in English"),
        gettext_noop("Write both."),
    ),
    "fact-choices": (
        gettext_noop("the fact “%(fact)s” needs two answers or more, each with a code of its own"),
        gettext_noop("Write them down, or make it a yes or no."),
    ),
    "fact-span": (
        gettext_noop("the least of “%(fact)s” is more than the most"),
        gettext_noop("Change one of the two."),
    ),
    "fact-twice": (
        gettext_noop("the fact “%(name)s” is there twice"),
        gettext_noop("Each has a code of its own."),
    ),
    "rule-twice": (
        gettext_noop("the rule “%(name)s” is there twice"),
        gettext_noop("Each has a code of its own."),
    ),
    "cell-kind": (
        gettext_noop("what a rule asks of “%(fact)s” does not fit its kind"),
        gettext_noop("Ask yes or no, bounds of a number, or a list of answers."),
    ),
    "cell-empty": (
        gettext_noop("what the rule “%(rule)s” asks of “%(fact)s” can never be"),
        gettext_noop("Change the bounds."),
    ),
    "not-a-count": (
        gettext_noop("“%(value)s” is no number of people"),
        gettext_noop("Write a whole number, at least 1 and at most 20,000."),
    ),
    "not-a-share": (
        gettext_noop("“%(value)s” is no share"),
        gettext_noop("Write a number of nought or more; each fifth needs something above nought."),
    ),
    "not-a-quintile": (
        gettext_noop("“%(value)s” is no fifth of deprivation"),
        gettext_noop("Write 1, the most deprived, to 5."),
    ),
    "no-people-row": (
        gettext_noop("nothing says how many people live in each fifth"),
        gettext_noop("Add a row “people” with numbers for q1 to q5."),
    ),
    "nobody": (
        gettext_noop("there is nobody in this table"),
        gettext_noop("Write how many people each row stands for."),
    ),
    "too-many-rows": (
        gettext_noop("there are more than %(most)s rows"),
        gettext_noop("Join rows that are alike and say how many people each stands for."),
    ),
    "count-not-whole": (
        gettext_noop("“%(count)s” is no number of people"),
        gettext_noop("Write a whole number."),
    ),
}
