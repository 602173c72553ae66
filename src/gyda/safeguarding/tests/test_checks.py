"""Checks by role: asked for where a task needs one, held, reminded of, and a gate until then."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from gyda.deliver.actions.activity import plan_activity
from gyda.deliver.actions.propose import Pair, Terms, agree, propose
from gyda.deliver.actions.signup import sign_up
from gyda.deliver.models import Category, Exchange
from gyda.deliver.tests.exchange_builders import a_plan
from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.people.actions.roles import change_role
from gyda.people.tests.builders import Cast, who
from gyda.safeguarding.actions.checks import end_check, note_check, remind
from gyda.safeguarding.actions.company import name_companion
from gyda.safeguarding.actions.requirements import lift, require
from gyda.safeguarding.errors import (
    AskWhetherAllowed,
    Blanket,
    ChecksMissing,
    OwnCheck,
    RoleNeedsChecks,
    RuleThere,
    TwoReferencesFirst,
)
from gyda.safeguarding.models import Check, Company, Requirement
from gyda.safeguarding.queries import asked_of, checks_held, checks_needed, company_at
from gyda.safeguarding.tests.builders import DAY, a_check


def a_shelf(name: str = "Gofal") -> Category:
    return Category.objects.create(name_cy=name, name_en=f"{name} (en)")


def proposed(cast: Cast, category: Category | None) -> Exchange:
    """Bryn, who would give, puts it to Dafydd."""
    return propose(
        who=who(cast.bryn),
        pair=Pair(giver=cast.bryn, receiver=cast.dafydd),
        terms=Terms(what="Mynd am dro", language="cy", minutes=60, category=category),
    )


def test_a_dbs_check_for_everybody_who_gives_is_refused_twice_over(cast: Cast) -> None:
    for level in ("BASIC", "STANDARD", "ENHANCED", "BARRED"):
        with pytest.raises(Blanket):
            require(who=who(cast.alys), part="GIVER", level=level, asked=True)
        with pytest.raises(IntegrityError), transaction.atomic():
            Requirement.objects.create(
                part="GIVER", level=level, set_by=cast.alys, set_at=timezone.now()
            )
    require(who=who(cast.alys), part="GIVER", level="MEETING")


def test_what_the_law_ties_to_roles_is_looked_up_first(cast: Cast) -> None:
    shelf = a_shelf()
    with pytest.raises(AskWhetherAllowed):
        require(who=who(cast.alys), part="GIVER", level="ENHANCED", category=shelf)
    require(who=who(cast.alys), part="GIVER", level="ENHANCED", category=shelf, asked=True)
    with pytest.raises(RuleThere):
        require(who=who(cast.alys), part="GIVER", level="ENHANCED", category=shelf, asked=True)


def test_matching_asks_what_is_held_and_what_is_needed_in_a_query_each(
    cast: Cast, django_assert_num_queries: object
) -> None:
    shelf, other = a_shelf(), a_shelf("Gardd")
    require(who=who(cast.alys), part="GIVER", level="MEETING")
    require(who=who(cast.alys), part="GIVER", level="ACCOMPANIED")
    require(who=who(cast.alys), part="GIVER", level="BASIC", category=shelf)
    a_check(cast.carys, cast.bryn, "ENHANCED", ends_in=400)
    a_check(cast.carys, cast.dafydd, "BASIC", ends_in=30)
    with django_assert_num_queries(2):  # type: ignore[operator]
        held = checks_held([cast.bryn.id, cast.dafydd.id, cast.alys.id])
        needed = checks_needed([shelf.id, other.id, None])
    assert held[cast.bryn.id] == {"ENHANCED", "STANDARD", "BASIC"}
    assert held[cast.alys.id] == frozenset()
    assert needed[shelf.id] == {"MEETING", "BASIC"}
    assert needed[other.id] == needed[None] == {"MEETING"}
    later = timezone.localdate() + 31 * DAY
    assert checks_held([cast.dafydd.id], later)[cast.dafydd.id] == frozenset()


def test_what_needs_a_check_is_agreed_when_it_is_held(cast: Cast) -> None:
    shelf = a_shelf()
    require(who=who(cast.alys), part="GIVER", level="MEETING", category=shelf)
    exchange = proposed(cast, shelf)
    with pytest.raises(ChecksMissing) as refused:
        agree(who=who(cast.dafydd), exchange_id=exchange.id)
    assert "MEETING" not in str(refused.value)
    assert "meeting" not in str(refused.value)  # what Bryn lacks is not Dafydd's to know
    a_check(cast.carys, cast.bryn, "MEETING")
    assert agree(who=who(cast.dafydd), exchange_id=exchange.id).state == "AGREED"


def test_who_lacks_it_is_told_what_and_what_next(cast: Cast) -> None:
    require(who=who(cast.alys), part="GIVER", level="MEETING")
    exchange = propose(
        who=who(cast.dafydd),
        pair=Pair(giver=cast.bryn, receiver=cast.dafydd),
        terms=Terms(what="Mynd am dro", language="cy", minutes=60),
    )
    with override("en"), pytest.raises(ChecksMissing, match="A meeting face to face"):
        agree(who=who(cast.bryn), exchange_id=exchange.id)
    lift(who=who(cast.alys), rule=Requirement.objects.get())
    agree(who=who(cast.bryn), exchange_id=exchange.id)


def test_activities_ask_of_those_who_look_after_them_and_who_give_there(cast: Cast) -> None:
    require(who=who(cast.alys), part="ORGANISER", level="BASIC")
    require(who=who(cast.alys), part="HELPER", level="MEETING")
    with pytest.raises(ChecksMissing):
        plan_activity(who=who(cast.carys), plan=a_plan(), organisers=[cast.bryn])
    a_check(cast.carys, cast.bryn, "STANDARD")
    made = plan_activity(who=who(cast.carys), plan=a_plan(), organisers=[cast.bryn])
    with pytest.raises(ChecksMissing):
        sign_up(who=who(cast.dafydd), activity_id=made.id)
    sign_up(who=who(cast.dafydd), activity_id=made.id, part="RECEIVES")


def test_a_role_waits_for_its_check(cast: Cast) -> None:
    require(who=who(cast.alys), part="CONNECTOR", level="BASIC")
    with pytest.raises(RoleNeedsChecks):
        change_role(who=who(cast.alys), member=cast.bryn, role="CONNECTOR")
    a_check(cast.carys, cast.bryn, "BASIC")
    assert change_role(who=who(cast.alys), member=cast.bryn, role="CONNECTOR").is_connector


def test_a_first_exchange_in_company_is_flagged_and_not_held_up(cast: Cast) -> None:
    require(who=who(cast.alys), part="GIVER", level="ACCOMPANIED")
    exchange = proposed(cast, None)
    assert asked_of(cast.bryn, None) == ([], True)
    agree(who=who(cast.dafydd), exchange_id=exchange.id)
    assert Letter.objects.filter(kind="company_wanted").count() == 2  # Carys and Alys
    company = Company.objects.get()
    name_companion(who=who(cast.carys), company=company, companion=cast.carys)
    told = company_at(exchange.id)
    assert told is not None
    assert told.companion == cast.carys
    assert Letter.objects.filter(kind="company_named").count() == 3
    a_check(cast.carys, cast.bryn, "ACCOMPANIED")
    agree(who=who(cast.dafydd), exchange_id=proposed(cast, None).id)
    assert Company.objects.count() == 1


def test_nobody_notes_their_own_and_two_references_come_before_references(cast: Cast) -> None:
    with pytest.raises(OwnCheck):
        a_check(cast.carys, cast.carys, "BASIC")
    with pytest.raises(TwoReferencesFirst):
        a_check(cast.carys, cast.bryn, "REFERENCES")


def test_of_a_certificate_there_is_no_room_to_keep_anything() -> None:
    kept = {field.name for field in Check._meta.get_fields()}
    assert kept == {
        *("id", "hub", "member", "level", "seen_on", "seen_by", "valid_until"),
        *("recorded_at", "ended_at", "reminded"),
    }
    for name in ("number", "certificate", "file"):
        with pytest.raises(FieldDoesNotExist):
            Check._meta.get_field(name)


def test_letters_go_out_sixty_thirty_and_seven_days_before_and_once_each(cast: Cast) -> None:
    check = a_check(cast.carys, cast.bryn, "BASIC", ends_in=70)
    now = timezone.now()
    sent = []
    for day in range(75):
        for _twice in range(2):
            remind(hub_id=cast.hub.id, now=now + day * DAY)
        letters = Letter.objects.filter(kind="check_ending", member=cast.bryn).count()
        if letters > len(sent):
            sent.append(70 - day)
    assert sent == [60, 30, 7]
    assert Letter.objects.filter(kind="check_ending_of").count() == 3 * 2  # Carys and Alys
    check.refresh_from_db()
    assert check.reminded == 7


def test_an_ended_check_and_one_renewed_are_not_reminded_of(cast: Cast) -> None:
    ended = a_check(cast.carys, cast.bryn, "BASIC", ends_in=20)
    end_check(who=who(cast.carys), check=ended)
    a_check(cast.carys, cast.dafydd, "BASIC", ends_in=20)
    a_check(cast.carys, cast.dafydd, "BASIC", ends_in=900)
    remind(hub_id=cast.hub.id, now=timezone.now())
    assert not Letter.objects.filter(kind="check_ending").exists()


def test_the_journal_holds_codes_and_no_names(cast: Cast) -> None:
    note_check(
        who=who(cast.carys), member=cast.bryn, level="BASIC",
        seen_on=timezone.localdate() - datetime.timedelta(days=2),
    )  # fmt: skip
    assert Entry.objects.get(verb="check.noted").data == {"level": "BASIC"}
