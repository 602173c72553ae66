"""The pages of checks: whose eyes they are for."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.test import Client
from django.utils import timezone

from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who
from gyda.safeguarding.actions.requirements import require
from gyda.safeguarding.models import Check, Lead, Requirement
from gyda.safeguarding.tests.builders import a_check

BACKEND = "gyda.people.backend.PersonBackend"


def as_(member: Member) -> Client:
    client = Client()
    client.force_login(member.present_person, backend=BACKEND)
    return client


def test_checks_of_others_are_for_connectors_and_ones_own_for_oneself(cast: Cast) -> None:
    a_check(cast.carys, cast.bryn, "ENHANCED", ends_in=50)
    hub = f"/en/hubs/{cast.hub.slug}/"
    for path in (f"people/{cast.bryn.id}/checks/", "safeguarding/checks/"):
        assert "Enhanced DBS check" in as_(cast.carys).get(hub + path).content.decode()
        for stranger in (cast.bryn, cast.dafydd, cast.eira):
            assert as_(stranger).get(hub + path).status_code == 404
    assert "Enhanced" in as_(cast.bryn).get(f"{hub}me/checks/").content.decode()
    assert "Enhanced" not in as_(cast.dafydd).get(f"{hub}me/checks/").content.decode()
    assert "Enhanced" not in as_(cast.dafydd).get(f"{hub}people/{cast.bryn.id}/").content.decode()
    assert as_(cast.carys).get(f"{hub}people/{cast.carys.id}/checks/").status_code == 404


def test_a_connector_notes_a_check_by_the_form(cast: Cast) -> None:
    today = timezone.localdate()
    path = f"/cy/hubs/{cast.hub.slug}/people/{cast.bryn.id}/checks/"
    day = {"seen_on_day": today.day, "seen_on_month": today.month, "seen_on_year": today.year}
    assert as_(cast.carys).post(path, day | {"level": "DRIVING"}).status_code == 302
    check = Check.objects.get()
    assert (check.level, check.seen_by, check.valid_until) == ("DRIVING", cast.carys, None)
    end = f"/cy/hubs/{cast.hub.slug}/safeguarding/checks/{check.id}/end/"
    assert as_(cast.bryn).post(end).status_code == 404
    as_(cast.carys).post(end)
    check.refresh_from_db()
    assert check.ended_at


def test_stewards_set_rules_and_name_leads_and_anyone_reads_them(cast: Cast) -> None:
    hub = f"/en/hubs/{cast.hub.slug}/safeguarding/"
    rule = {"part": "ORGANISER", "level": "MEETING", "because_cy": "I nabod", "because_en": "Hello"}
    assert as_(cast.carys).post(f"{hub}rules/", rule).status_code == 404
    assert as_(cast.alys).post(f"{hub}rules/", rule).status_code == 302
    as_(cast.alys).post(f"{hub}leads/{cast.bryn.id}/name/")
    about = Client().get(hub).content.decode()
    assert "Looks after an activity" in about
    assert "Hello" in about
    assert "Bryn" in about
    as_(cast.alys).post(f"{hub}rules/{Requirement.objects.get().id}/lift/")
    as_(cast.alys).post(f"{hub}leads/{Lead.objects.get().id}/relieve/")
    assert not Requirement.objects.exists()


def test_a_blanket_is_explained_on_the_form(cast: Cast) -> None:
    path = f"/en/hubs/{cast.hub.slug}/safeguarding/rules/"
    page = as_(cast.alys).post(path, {"part": "GIVER", "level": "BASIC"}).content.decode()
    assert "is a blanket" in page
    require(who=who(cast.alys), part="CONNECTOR", level="BASIC")
