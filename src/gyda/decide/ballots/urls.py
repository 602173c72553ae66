"""Addresses of ballots."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern, path

from gyda.decide.ballots.views import (
    bringing,
    pages,
    papers,
    preparing,
    promising,
    results,
    taking,
    voting,
)

ONE = "ballots/<uuid:ballot>/"

urlpatterns: list[URLPattern] = [
    path("ballots/", pages.ballots, name="ballots"),
    path("ballots/new/", preparing.new, name="new_ballot"),
    path("ballots/bring/", bringing.bring, name="bring_election"),
    path("ballots/options/<uuid:option>/", preparing.change_option, name="change_option"),
    path("ballots/options/<uuid:option>/check/", preparing.judge, name="judge_option"),
    path("ballots/options/<uuid:option>/join/", preparing.merge, name="merge_option"),
    path("ballots/options/<uuid:option>/take-back/", preparing.take_back, name="withdraw_option"),
    path("ballots/options/<uuid:option>/promise/", promising.promise, name="promise_winner"),
    path("ballots/papers/<uuid:sheet>/settle/", papers.settling, name="settle_paper"),
    path("ballots/papers/<uuid:sheet>/put-aside/", papers.put_aside, name="put_paper_aside"),
    path(ONE, pages.ballot, name="ballot"),
    path(f"{ONE}change/", preparing.change, name="change_ballot"),
    path(f"{ONE}open/", preparing.open_ballot, name="open_ballot"),
    path(f"{ONE}close/", preparing.close, name="close_ballot"),
    path(f"{ONE}call-off/", preparing.call_off, name="call_ballot_off"),
    path(f"{ONE}options/from/", taking.offered, name="option_sources"),
    path(f"{ONE}options/from/<uuid:proposal>/", taking.take_proposal, name="take_proposal"),
    path(f"{ONE}options/new/", preparing.new_option, name="new_option"),
    path(f"{ONE}wards/new/", preparing.new_ward, name="new_ward"),
    path(f"{ONE}vote/", voting.vote, name="vote_in_ballot"),
    path(f"{ONE}phone/", voting.phone, name="vote_by_phone"),
    path(f"{ONE}phone/<uuid:member>/", voting.vote_for, name="vote_for"),
    path(f"{ONE}papers/", papers.printing, name="ballot_papers"),
    path(f"{ONE}papers/mark/", papers.marking, name="mark_paper"),
    path(f"{ONE}papers/type/", papers.typing, name="type_paper"),
    path(f"{ONE}papers/differ/", papers.differing, name="papers_that_differ"),
    path(f"{ONE}count/", results.count, name="count_ballot"),
    path(f"{ONE}result/", results.result, name="ballot_result"),
    path(f"{ONE}result/another-count/", results.another_count, name="another_count"),
    path(f"{ONE}result/papers/", results.papers, name="published_papers"),
    path(f"{ONE}result/publish/", results.announce, name="announce_result"),
    path(f"{ONE}result/<path:name>", results.file, name="ballot_file"),
]
