"""`/calendar/proposals/` over the API: one's own alone, answered once, with refusals that tell what to do."""

import pytest

from bookings.services.booking import book_desk
from calendars.models import Proposal
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

LIST = "/api/v1/calendar/proposals/?from=2026-11-30&to=2026-12-31"


@pytest.fixture
def proposed(linked):
    mine = linked()
    mine.write()
    mine.read()
    return mine


def act(client, proposal_id, what, **body):
    return client.post(f"/api/v1/calendar/proposals/{proposal_id}/{what}/", body, content_type="application/json")


def test_my_proposals_are_listed_without_any_title(as_person, proposed):
    (one,) = as_person("agatsuma").get(LIST).json()["proposals"]
    assert {name: one[name] for name in ("kind", "day", "part", "state", "refused", "holder", "calendar_name")} == {
        "kind": "leave",
        "day": "2026-12-01",
        "part": "full",
        "state": "open",
        "refused": "",
        "holder": None,
        "calendar_name": "自分の予定",
    }
    assert "夏の休暇" not in str(one)


def test_nobody_else_sees_or_answers_it(as_person, proposed):
    other = as_person("yamada")
    assert other.get(LIST).json() == {"proposals": []}
    for what in ("accept", "dismiss", "reopen"):
        assert act(other, proposed.one().pk, what).status_code == 404


def test_accepting_names_the_desk_in_the_way_and_takes_it_once_asked(as_person, hall, proposed, between):
    book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15", day=TUESDAY)
    )
    me, one = as_person("agatsuma"), proposed.one().pk
    refused = act(me, one, "accept")
    assert (refused.status_code, refused.json()["code"]) == (409, "would_let_go")
    assert refused.json()["lets_go"][0]["desk_code"] == "06A-001"
    accepted = act(me, one, "accept", letting_go=True)
    assert (accepted.status_code, accepted.json()["state"], accepted.json()["holder"]["kind"]) == (
        200,
        "accepted",
        "own",
    )
    again = act(me, one, "accept")
    assert (again.status_code, again.json()["code"], again.json()["state"]) == (409, "proposal_decided", "accepted")


def test_dismissing_and_its_undo(as_person, proposed):
    me, one = as_person("agatsuma"), proposed.one().pk
    assert act(me, one, "dismiss").json()["state"] == "dismissed"
    assert act(me, one, "reopen").json()["state"] == "open"
    assert act(me, one, "reopen").json()["code"] == "proposal_decided"


def test_what_refuses_is_kept_and_told(as_person, linked):
    mine = linked()
    mine.write(title="在宅勤務")
    mine.read()
    me = as_person("agatsuma")
    Proposal.objects.update(day=TUESDAY)
    answer = act(me, mine.one().pk, "accept")
    if answer.status_code == 409:
        (one,) = me.get(LIST).json()["proposals"]
        assert one["refused"] == answer.json()["code"]
    else:
        assert answer.json()["holder"]["kind"] == "telework"


def test_a_day_that_has_passed_is_refused(as_person, proposed, time_machine):
    me, one = as_person("agatsuma"), proposed.one().pk
    time_machine.move_to("2026-12-02T08:00:00+09:00")
    assert act(me, one, "accept").json()["code"] == "proposal_over"


def test_a_time_that_is_none_is_said_so(as_person):
    answer = as_person("agatsuma").get("/api/v1/calendar/proposals/?from=2026-12-31&to=2026-12-01")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["to"])
