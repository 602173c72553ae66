"""What can be wrong with an election file: in words, each with its remedy."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.faults import Faults
from gyda.terminal.tongue import gettext_noop

FAULTS: Faults = {
    "quote-not-closed": (
        gettext_noop("a quotation mark opens here and never closes"),
        gettext_noop("Close it, or write two where one is meant."),
    ),
    "section-twice": (
        gettext_noop("the section %(section)s comes a second time"),
        gettext_noop("Keep one of each section."),
    ),
    "no-meta": (
        gettext_noop("the file does not begin with META"),
        gettext_noop("Give a Pabulib file: META, PROJECTS and VOTES, each on a line of its own."),
    ),
    "no-section": (
        gettext_noop("the section %(section)s is missing"),
        gettext_noop("The file may have been cut short: fetch it again."),
    ),
    "no-columns": (
        gettext_noop("the section %(section)s has no line with the names of its columns"),
        gettext_noop("The file may have been cut short: fetch it again."),
    ),
    "meta-twice": (
        gettext_noop("%(key)s is given twice, and differently"),
        gettext_noop("Keep the line that is right."),
    ),
    "unknown-ballots": (
        gettext_noop("vote_type is “%(kind)s”"),
        gettext_noop("Write one of: %(known)s."),
    ),
    "no-budget": (
        gettext_noop("META gives no budget"),
        gettext_noop("Add a line “budget;AMOUNT” to META."),
    ),
    "budget-not-a-number": (
        gettext_noop("the budget “%(value)s” is not a number"),
        gettext_noop("Write digits only, with a point before decimals."),
    ),
    "budget-not-positive": (
        gettext_noop("the budget is %(value)s"),
        gettext_noop("A budget must be above zero."),
    ),
    "cost-not-a-number": (
        gettext_noop("the cost “%(value)s” of project %(project)s is not a number"),
        gettext_noop("Write digits only, with a point before decimals."),
    ),
    "cost-not-positive": (
        gettext_noop("project %(project)s costs %(value)s"),
        gettext_noop(
            "A cost must be above zero: correct it, or take a free project out of the count."
        ),
    ),
    "no-column": (
        gettext_noop("the section %(section)s has no column %(column)s"),
        gettext_noop(
            "Name the column in the line under the section's name; fields are parted by “;”."
        ),
    ),
    "no-projects": (
        gettext_noop("there are no projects"),
        gettext_noop("The file may have been cut short: fetch it again."),
    ),
    "wrong-columns": (
        gettext_noop("this line has %(found)s fields, and %(expected)s are expected"),
        gettext_noop(
            "Put fields that hold “;” in quotation marks; a last line may have been cut short."
        ),
    ),
    "project-twice": (
        gettext_noop("project %(project)s was listed already, on line %(first)s"),
        gettext_noop("Give each project an id of its own."),
    ),
    "projects-missing": (
        gettext_noop("META says %(said)s projects, and the file has %(found)s"),
        gettext_noop("Fetch the file again, or correct num_projects if it is wrong."),
    ),
    "voter-twice": (
        gettext_noop("voter %(voter)s has voted already"),
        gettext_noop("Keep one ballot of each voter, or give each an id of its own."),
    ),
    "no-ballots": (
        gettext_noop("there are no ballots"),
        gettext_noop("The file may have been cut short: fetch it again."),
    ),
    "ballots-missing": (
        gettext_noop("META says %(said)s ballots, and the file ends after %(found)s"),
        gettext_noop("Fetch the file again, or correct num_votes if it is wrong."),
    ),
    "unknown-project": (
        gettext_noop("there is no project %(project)s"),
        gettext_noop("Correct the id, or list the project under PROJECTS."),
    ),
    "points-count": (
        gettext_noop("the ballot names %(projects)s projects, and its points are “%(points)s”"),
        gettext_noop("Give each project on the ballot its points, parted by commas."),
    ),
    "weight-negative": (
        gettext_noop("the weight “%(weight)s” of a ballot is not a number of zero or more"),
        gettext_noop("Correct it, or leave the column out."),
    ),
    "weights-too-fine": (
        gettext_noop("the weights of the ballots have too many digits"),
        gettext_noop("Round them to a few decimals."),
    ),
    "lot-needs-seed": (
        gettext_noop("ties by lot need a seed"),
        gettext_noop("Add --seed and a text that was published before the count."),
    ),
    "too-many-runs": (
        gettext_noop("there was no end after %(runs)s runs"),
        gettext_noop("Take a larger step with --size, or --completion add1-share."),
    ),
    "size-not-positive": (
        gettext_noop("“%(value)s” is not a number above zero"),
        gettext_noop("Write digits, a decimal or a fraction such as 1/100."),
    ),
}
