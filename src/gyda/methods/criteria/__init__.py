"""Criteria: a decision table that people can read, try out, argue with and compute again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.methods.criteria.changing import Change, what_would_change
from gyda.methods.criteria.checking import Finding, Found, check
from gyda.methods.criteria.deciding import Decision, Step, Why, decide
from gyda.methods.criteria.facts import Choice, Fact, Kind, Value
from gyda.methods.criteria.impact import Block, Limits, Line, Trial, blocks, trial
from gyda.methods.criteria.population import Cell, Population
from gyda.methods.criteria.reading import table_from
from gyda.methods.criteria.table import NEEDS, Example, Hit, Outcome, Rule, Table
from gyda.methods.criteria.trying import Tried, tried
from gyda.methods.criteria.writing import as_data

__all__ = [
    "NEEDS",
    "Block",
    "Cell",
    "Change",
    "Choice",
    "Decision",
    "Example",
    "Fact",
    "Finding",
    "Found",
    "Hit",
    "Kind",
    "Limits",
    "Line",
    "Outcome",
    "Population",
    "Rule",
    "Step",
    "Table",
    "Trial",
    "Tried",
    "Value",
    "Why",
    "as_data",
    "blocks",
    "check",
    "decide",
    "table_from",
    "trial",
    "tried",
    "what_would_change",
]
