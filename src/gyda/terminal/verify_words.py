"""The sentences in which `gyda verify` says what is broken, gathered for the translators."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.tongue import gettext_noop

NAMES = (
    gettext_noop("Seal %(seal)s"),
    gettext_noop("The seal %(seal)s"),
    gettext_noop("The latest seal"),
    gettext_noop("Entry %(entry)s of seal %(seal)s"),
    gettext_noop("Entry %(entry)s of all"),
    gettext_noop("Line %(line)s of %(file)s"),
    gettext_noop("The file %(file)s"),
    gettext_noop("Account %(number)s"),
    gettext_noop("Account %(number)s (%(id)s)"),
    gettext_noop("Transfer %(number)s"),
    gettext_noop("Transfer %(number)s (%(id)s)"),
    gettext_noop("All accounts in %(unit)s"),
)
FAULTS = (
    gettext_noop("is not an object"),
    gettext_noop('has no "%(key)s"'),
    gettext_noop('its "%(key)s" is not of the right kind'),
    gettext_noop("belongs to no seal"),
    gettext_noop("is missing or out of order: seal %(there)s stands in its place"),
    gettext_noop("was changed after it was made"),
    gettext_noop("does not follow the seal before: one of them was replaced"),
    gettext_noop("belongs to another hub"),
    gettext_noop("does not fit its entries: one was changed together with its leaf"),
    gettext_noop("is missing"),
    gettext_noop(
        "is not here, but entry %(other)s of seal %(there)s: one was dropped, added or moved"
    ),
    gettext_noop("was changed after it was sealed"),
    gettext_noop("was changed after it was sealed (now: %(verb)s, %(at)s)"),
    gettext_noop("was changed, added or moved, or the one before was dropped"),
    gettext_noop("stands in the book twice"),
    gettext_noop("sum to %(total)s, not to zero"),
    gettext_noop("is below its floor of %(floor)s"),
    gettext_noop("moves nothing, or less than nothing"),
    gettext_noop("has an unknown phase %(phase)s"),
    gettext_noop("pays the account that it comes from"),
    gettext_noop("names an account that is not in the book"),
    gettext_noop("mixes hours and money"),
    gettext_noop("names another in a way that cannot be read"),
    gettext_noop("resolves nothing, or what it cannot"),
    gettext_noop("resolves a hold for the second time"),
    gettext_noop("reverses for the second time"),
    gettext_noop("resolves what is no hold of these accounts"),
    gettext_noop("takes more than was held"),
    gettext_noop("is not the exact reverse of what it names"),
    gettext_noop("its %(name)s is %(said)s, but its transfers give %(computed)s"),
    gettext_noop("is not in this chain: the record was rewritten since you kept it"),
    gettext_noop("is not the one that the manifest names"),
    gettext_noop("is no JSON object"),
    gettext_noop("is not the file that the manifest describes"),
)
UNREADABLE = (
    gettext_noop("%(file)s is missing"),
    gettext_noop("%(file)s is not the manifest of an export"),
    gettext_noop("its format is %(found)s, not %(known)s"),
)
COUNTED = (
    gettext_noop("seals"),
    gettext_noop("entries"),
    gettext_noop("accounts"),
    gettext_noop("transfers"),
)
SAID = frozenset((*NAMES, *FAULTS, *UNREADABLE, *COUNTED))
