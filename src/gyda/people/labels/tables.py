"""Words for the tables in which something is held on a person."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy

TABLES = {
    "people.member": gettext_lazy("Who you are here"),
    "people.accessneed": gettext_lazy("What you need"),
    "people.look": gettext_lazy("Who read what you need"),
    "people.actingconsent": gettext_lazy("Who may act for whom"),
    "people.application": gettext_lazy("How you asked to join"),
    "people.card": gettext_lazy("Cards"),
    "people.invitation": gettext_lazy("Invitations"),
    "people.block": gettext_lazy("Whom you do not want to meet"),
    "journal.entry": gettext_lazy("What was done"),
    "journal.notice": gettext_lazy("Notices to you"),
    "letters.letter": gettext_lazy("Letters to you"),
    "letters.letterchoice": gettext_lazy("How often you want letters"),
    "ledger.account": gettext_lazy("Accounts"),
    "ledger.transfer": gettext_lazy("Transfers of hours"),
    "deliver.listing": gettext_lazy("Offers and requests"),
    "deliver.listingword": gettext_lazy("Words by which they are found"),
    "deliver.picture": gettext_lazy("Pictures"),
    "deliver.gift": gettext_lazy("Gifts of hours"),
    "deliver.exchange": gettext_lazy("Exchanges"),
    "deliver.exchangestep": gettext_lazy("Steps of exchanges"),
    "deliver.thanks": gettext_lazy("Thanks"),
    "deliver.howitwas": gettext_lazy("How exchanges were"),
    "deliver.attendance": gettext_lazy("Activities you came to"),
    "deliver.organiser": gettext_lazy("Activities you organise"),
    "deliver.activity": gettext_lazy("Activities you planned"),
    "deliver.note": gettext_lazy("Paper notes that you brought"),
    "deliver.handout": gettext_lazy("Paper notes that you were given"),
    "deliver.refusal": gettext_lazy("Paper notes that were refused"),
    "deliver.notebatch": gettext_lazy("Paper notes that you printed"),
    "deliver.notekey": gettext_lazy("Keys that you made for signing notes"),
    "deliver.statementchoice": gettext_lazy("Statements by post"),
    "deliver.startgift": gettext_lazy("Hours to start with"),
}
