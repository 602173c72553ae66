"""Access needs: asked once, told to few, and every look is seen by the member."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.people.actions.profile import Need, tell_needs
from gyda.people.models import AccessNeed, Look
from gyda.people.models.consent import Scope
from gyda.people.queries import needs_for_meeting, needs_of
from gyda.people.tests.builders import Cast, who
from gyda.people.tests.pages import at, signed_in, text
from gyda.people.who import Who


def told(cast: Cast) -> None:
    needs = [Need("MOVING", "Dim grisiau", told=True), Need("READING", "Print mawr")]
    tell_needs(who=who(cast.bryn), needs=needs, language="cy")


def test_a_member_tells_once_what_they_need(cast: Cast) -> None:
    bryn = signed_in(cast.bryn)
    assert "Tell us once" in text(bryn.get(at(cast.hub, "me")))
    form = {"SIGHT": "Print mawr", "MOVING": "Dim grisiau", "MOVING_told": "on", "language": "cy"}
    bryn.post(at(cast.hub, "needs"), form)
    assert {need.kind: need.told for need in needs_of(cast.bryn)} == {
        "SIGHT": False,
        "MOVING": True,
    }
    assert "Tell us once" not in text(bryn.get(at(cast.hub, "me")))


def test_nothing_is_an_answer_too(cast: Cast) -> None:
    told(cast)
    signed_in(cast.bryn).post(at(cast.hub, "needs"), {"language": "cy"})
    cast.bryn.refresh_from_db()
    assert cast.bryn.needs_answered_at
    assert not AccessNeed.objects.exists()


def test_a_connector_reads_them_and_the_member_sees_that(cast: Cast) -> None:
    told(cast)
    carys = signed_in(cast.carys)
    assert "Print mawr" in text(carys.get(at(cast.hub, "member-needs", cast.bryn.id)))
    carys.get(at(cast.hub, "member-needs", cast.bryn.id))
    assert Look.objects.count() == 1, "within an hour it is one look"
    page = text(signed_in(cast.bryn).get(at(cast.hub, "needs")))
    assert "Carys" in page
    assert "to help as a connector" in page


def test_no_other_member_reads_them(cast: Cast) -> None:
    told(cast)
    dafydd = signed_in(cast.dafydd)
    assert dafydd.get(at(cast.hub, "member-needs", cast.bryn.id)).status_code == 404
    assert "Print mawr" not in text(dafydd.get(at(cast.hub, "member", cast.bryn.id)))


def test_the_partner_of_an_exchange_reads_what_is_marked_for_them(cast: Cast) -> None:
    told(cast)
    seen = needs_for_meeting(who(cast.dafydd), cast.bryn)
    assert [need.words for need in seen] == ["Dim grisiau"]
    look = Look.objects.get()
    assert (look.looked_by_id, look.reason) == (cast.dafydd.id, "EXCHANGE")


def test_looking_at_one_s_own_is_no_look(cast: Cast) -> None:
    told(cast)
    signed_in(cast.bryn).get(at(cast.hub, "needs"))
    needs_for_meeting(who(cast.bryn), cast.bryn)
    assert not Look.objects.exists()


def test_a_supporter_with_the_whole_scope_reads_them_and_that_is_written_down(cast: Cast) -> None:
    from gyda.people.queries import needs_seen_by

    told(cast)
    seen = needs_seen_by(Who(cast.dafydd, cast.bryn, Scope.EVERYTHING), cast.bryn, "ACTING")
    assert len(seen) == 2
    assert Look.objects.get().looked_by_id == cast.dafydd.id
