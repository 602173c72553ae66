"""Addresses of funds."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern, path

from gyda.decide.funds.views import bids, exports, funds, grants, payments, promises, setup

urlpatterns: list[URLPattern] = [
    path("funds/", funds.funds, name="funds"),
    path("funds/new/", funds.new, name="new_fund"),
    path("funds/rules/", setup.rules, name="fund_rules"),
    path("funds/rules/rates/", setup.rates, name="fund_rates"),
    path("funds/rules/numbers/", setup.number, name="fund_number"),
    path("funds/grants.json", exports.grants, name="grants_file"),
    path("funds/<uuid:fund>/", funds.fund, name="fund"),
    path("funds/<uuid:fund>/lines.csv", exports.table, name="fund_table"),
    path("funds/<uuid:fund>/fund.json", exports.as_json, name="fund_file"),
    path("funds/<uuid:fund>/in/", funds.receive, name="receive"),
    path("funds/<uuid:fund>/back/", funds.give_back, name="give_back"),
    path("funds/<uuid:fund>/close/", funds.close, name="close_fund"),
    path("funds/<uuid:fund>/promise/", promises.new, name="new_promise"),
    path("funds/<uuid:fund>/ask/", grants.ask, name="ask_grant"),
    path("funds/<uuid:fund>/bid/", bids.new, name="new_bid"),
    path("initiatives/<uuid:initiative>/money/", funds.of_initiative, name="money"),
    path("promises/<uuid:promise>/", promises.promise, name="promise"),
    path("promises/<uuid:promise>/pay/", payments.pay, name="pay"),
    path("promises/<uuid:promise>/refund/", promises.refund, name="refund"),
    path("promises/<uuid:promise>/repay/", promises.repay, name="repay"),
    path("promises/<uuid:promise>/free/", promises.free, name="free"),
    path("payments/", payments.waiting, name="payments"),
    path("payments/<uuid:payment>/approve/", payments.approve, name="approve_payment"),
    path("payments/<uuid:payment>/refuse/", payments.refuse, name="refuse_payment"),
    path("payments/<uuid:payment>/take-back/", payments.take_back, name="take_payment_back"),
    path("receipts/<uuid:receipt>/", payments.receipt, name="receipt"),
    path("small-grants/", grants.grants, name="grants"),
    path("small-grants/<uuid:small_grant>/", grants.grant, name="grant"),
    path("small-grants/<uuid:small_grant>/yes/", grants.say_yes, name="grant_yes"),
    path("small-grants/<uuid:small_grant>/no/", grants.say_no, name="grant_no"),
    path("small-grants/<uuid:small_grant>/take-back/", grants.take_back, name="take_grant_back"),
    path("bids/<uuid:bid>/", bids.bid, name="bid"),
    path("bids/<uuid:bid>/change/", bids.change, name="change_bid"),
    path("bids/<uuid:bid>/line/", bids.add_line, name="bid_line"),
    path("bids/<uuid:bid>/repay/", bids.schedule, name="bid_schedule"),
    path("bid-lines/<uuid:bid_line>/remove/", bids.remove_line, name="remove_bid_line"),
    path("instalments/<uuid:instalment>/remove/", bids.unschedule, name="remove_instalment"),
]
