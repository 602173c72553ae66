"""A conversation as its files tell it: votes, and what is known of statements and people."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, field
from functools import cached_property

from gyda.methods.opinion.votes import Votes

OUT, WAITING, IN = -1, 0, 1  # what a moderator said of a statement


@dataclass(frozen=True, eq=False)
class Conversation:
    """Votes with what stands around them; every mapping is by id.

    `texts`, `authors` and `moderated` (-1 out, 0 waiting, 1 in) of statements, `moments`
    (milliseconds) of statements, `groups` as they were published with the file, `xids` = people's
    ids elsewhere, `summary` = what the file says of itself, `meta` = statements about the people
    who take part rather than the matter, `turned` = the files had -1 for agree. Whatever was not in
    the files is empty.
    """

    votes: Votes
    texts: dict[str, str] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    moderated: dict[str, int] = field(default_factory=dict)
    moments: dict[str, int] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    xids: dict[str, str] = field(default_factory=dict)
    summary: dict[str, str] = field(default_factory=dict)
    meta: set[str] = field(default_factory=set)
    turned: bool = False

    @property
    def out(self) -> set[str]:
        """Return the statements that were moderated out."""
        return {statement for statement, said in self.moderated.items() if said == OUT}

    @cached_property
    def shown(self) -> Votes:
        """Return the votes without those on statements moderated out or about the people."""
        return self.votes.without(self.out | self.meta)
