"""What can be wrong with an election file: in words, each with its remedy."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.faults import Faults
from gyda.terminal.tongue import gettext_noop as said

FAULTS: Faults = {
    "quote-not-closed": (
        said("a quotation mark opens here and never closes"),
        said("Close it, or write two where one is meant."),
    ),
    "section-twice": (
        said("the section %(section)s comes a second time"),
        said("Keep one of each section."),
    ),
    "no-meta": (
        said("the file does not begin with META"),
        said("Give a Pabulib file: META, PROJECTS and VOTES, each on a line of its own."),
    ),
    "no-section": (
        said("the section %(section)s is missing"),
        said("The file may have been cut short: fetch it again."),
    ),
    "no-columns": (
        said("the section %(section)s has no line with the names of its columns"),
        said("The file may have been cut short: fetch it again."),
    ),
    "meta-twice": (
        said("%(key)s is given twice, and differently"),
        said("Keep the line that is right."),
    ),
    "unknown-ballots": (
        said("vote_type is “%(kind)s”"),
        said("Write one of: %(known)s."),
    ),
    "no-budget": (
        said("META gives no budget"),
        said("Add a line “budget;AMOUNT” to META."),
    ),
    "budget-not-a-number": (
        said("the budget “%(value)s” is not a number"),
        said("Write digits only, with a point before decimals."),
    ),
    "budget-not-positive": (
        said("the budget is %(value)s"),
        said("A budget must be above zero."),
    ),
    "cost-not-a-number": (
        said("the cost “%(value)s” of project %(project)s is not a number"),
        said("Write digits only, with a point before decimals."),
    ),
    "cost-not-positive": (
        said("project %(project)s costs %(value)s"),
        said("A cost must be above zero: correct it, or take a free project out of the count."),
    ),
    "no-column": (
        said("the section %(section)s has no column %(column)s"),
        said("Name the column in the line under the section's name; fields are parted by “;”."),
    ),
    "no-projects": (
        said("there are no projects"),
        said("The file may have been cut short: fetch it again."),
    ),
    "wrong-columns": (
        said("this line has %(found)s fields, and %(expected)s are expected"),
        said("Put fields that hold “;” in quotation marks; a last line may have been cut short."),
    ),
    "project-twice": (
        said("project %(project)s was listed already, on line %(first)s"),
        said("Give each project an id of its own."),
    ),
    "projects-missing": (
        said("META says %(said)s projects, and the file has %(found)s"),
        said("Fetch the file again, or correct num_projects if it is wrong."),
    ),
    "voter-twice": (
        said("voter %(voter)s has voted already"),
        said("Keep one ballot of each voter, or give each an id of its own."),
    ),
    "no-ballots": (
        said("there are no ballots"),
        said("The file may have been cut short: fetch it again."),
    ),
    "ballots-missing": (
        said("META says %(said)s ballots, and the file ends after %(found)s"),
        said("Fetch the file again, or correct num_votes if it is wrong."),
    ),
    "unknown-project": (
        said("there is no project %(project)s"),
        said("Correct the id, or list the project under PROJECTS."),
    ),
    "points-count": (
        said("the ballot names %(projects)s projects, and its points are “%(points)s”"),
        said("Give each project on the ballot its points, parted by commas."),
    ),
    "weight-negative": (
        said("the weight “%(weight)s” of a ballot is not a number of zero or more"),
        said("Correct it, or leave the column out."),
    ),
    "weights-too-fine": (
        said("the weights of the ballots have too many digits"),
        said("Round them to a few decimals."),
    ),
    "lot-needs-seed": (
        said("ties by lot need a seed"),
        said("Add --seed and a text that was published before the count."),
    ),
    "too-many-runs": (
        said("there was no end after %(runs)s runs"),
        said("Take a larger step with --size, or --completion add1-share."),
    ),
    "size-not-positive": (
        said("“%(value)s” is not a number above zero"),
        said("Write digits, a decimal or a fraction such as 1/100."),
    ),
}
