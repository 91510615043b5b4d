"""What a linked calendar says becomes proposals, is withdrawn and replaced, and nothing but kind and time is kept."""

import logging
from datetime import timedelta

import pytest

from attendance.services.my_days import plan_own_day
from audit.models import Event
from bookings.models import Booking
from bookings.services.booking import book_desk
from calendars.models import Proposal, SeenResource, SeenStretch, SilentServer
from calendars.services.accepting import accept
from calendars.services.dismissing import dismiss, reopen
from calendars.services.proposing import work_out
from calendars.services.settling import settle
from core import clock
from core.refused import Refused
from integrations.calendar.memory import MemoryCalendar
from integrations.calendar.port import Trouble
from plans.models import OwnPlan
from plans.policies.own_days import Wish, Word
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

WEDNESDAY = MONDAY + timedelta(days=2)
LEAVE, TRIP, USUAL = Word(Wish.LEAVE), Word(Wish.TRIP), Word(Wish.USUAL)


def plans(hall, name="agatsuma"):
    rows = OwnPlan.objects.filter(person_id=hall.person(name), withdrawn_at=None).order_by("during")
    return [(f"{one.day:%m-%d}", one.place) for one in rows]


def test_leave_that_is_written_there_is_proposed_once_and_its_title_is_nowhere(linked, caplog):
    mine = linked()
    mine.write(title="入院のため休暇")
    with caplog.at_level(logging.DEBUG):
        mine.read().read()
    assert mine.proposals() == [("12-01", "full", "leave")]
    told = Event.objects.filter(kind__startswith="calendar.")
    assert [(one.kind, (one.after or {})["days"]) for one in told] == [("calendar.proposed", ["2026-12-01"])]
    stored = [*SeenStretch.objects.values(), *SeenResource.objects.values(), *Proposal.objects.values()]
    assert "入院" not in f"{stored}{list(told.values())}{caplog.text}"


def test_several_days_are_told_of_once(linked):
    mine = linked()
    mine.write(days=7)
    mine.read()
    assert [day for day, *_ in mine.proposals()] == ["12-01", "12-02", "12-03", "12-04", "12-07"]
    assert Event.objects.filter(kind="calendar.proposed").count() == 1


def test_what_is_moved_is_withdrawn_and_proposed_anew(linked):
    mine = linked()
    mine.write()
    mine.read()
    mine.write(day=WEDNESDAY, hours=("1300", "1715"))
    mine.read()
    assert mine.proposals() == [("12-02", "pm", "leave")]
    assert mine.proposals("withdrawn") == [("12-01", "full", "leave")]


def test_what_is_deleted_is_withdrawn_with_and_without_an_account_of_changes(linked):
    mine = linked()
    href = mine.write()
    mine.read()
    mine.calendar.delete(href)
    mine.read()
    assert (mine.proposals(), mine.proposals("withdrawn")) == ([], [("12-01", "full", "leave")])
    href = mine.write("two.ics", uid="their-2")
    mine.read()
    mine.calendar.delete(href)
    mine.calendar.forget_changes()
    mine.read()
    assert mine.proposals() == []
    assert SeenResource.objects.count() == 0


def test_an_unknown_token_reads_everything_and_doubles_nothing(linked):
    mine = linked()
    mine.write()
    mine.read()
    mine.calendar.forget_changes()
    mine.read()
    assert Proposal.objects.count() == 1
    assert Event.objects.filter(kind="calendar.proposed").count() == 1


def test_the_stronger_kind_has_the_half_and_the_weaker_the_other(linked):
    mine = linked()
    mine.write("trip.ics", uid="trip", title="出張")
    mine.write("leave.ics", uid="leave", title="午前休暇", hours=("0830", "1200"))
    mine.read()
    assert mine.proposals() == [("12-01", "pm", "trip"), ("12-01", "am", "leave")] or mine.proposals() == [
        ("12-01", "am", "leave"),
        ("12-01", "pm", "trip"),
    ]
    mine.calendar.delete(f"{mine.calendar.address}leave.ics")
    mine.read()
    assert mine.proposals() == [("12-01", "full", "trip")]


def test_what_the_person_said_meanwhile_answers_the_question(hall, linked):
    mine = linked()
    mine.write()
    mine.read()
    plan_own_day(person_id=hall.person("agatsuma"), day=TUESDAY, am=LEAVE, pm=LEAVE, letting_go=False)
    mine.read()
    assert (mine.proposals(), mine.proposals("withdrawn")) == ([], [("12-01", "full", "leave")])


def test_names_and_tags_beyond_measure_hide_nothing(linked, monkeypatch):
    mine = linked()
    monkeypatch.setattr(MemoryCalendar, "_etag", lambda calendar, href: f"{calendar._versions[href]:0300}")
    mine.write(f"{'a' * 1000}.ics", uid="long", day=WEDNESDAY)
    mine.write()
    mine.read()
    assert mine.proposals() == [("12-01", "full", "leave")]


def test_one_calendar_that_says_nothing_rests_alone(linked):
    mine, theirs = linked(), linked("kudo")
    theirs.write()
    mine.calendar.trouble = Trouble.TOO_SLOW
    mine.read()
    assert not SilentServer.objects.exists(), "another one of that server answers"
    assert (mine.link.state, mine.link.trouble, mine.link.tries) == ("active", "too_slow", 1)
    assert mine.link.try_at == clock.now() + timedelta(minutes=1)
    assert theirs.read().proposals() == [("12-01", "full", "leave")]
    mine.link.try_at = clock.now()
    mine.link.save()
    mine.read()
    assert mine.link.try_at == clock.now() + timedelta(minutes=2)

    mine.calendar.trouble = None
    mine.link.try_at = clock.now()
    mine.link.save()
    mine.read()
    assert (mine.link.trouble, mine.link.tries, mine.link.try_at) == ("", 0, None)


def test_where_another_says_nothing_either_it_is_the_server(linked):
    mine, theirs = linked(), linked("kudo")
    mine.calendar.trouble = theirs.calendar.trouble = Trouble.UNREACHABLE
    mine.read()
    assert SilentServer.objects.get().host == mine.link.host
    asked = theirs.calendar.asked
    theirs.read()
    assert theirs.calendar.asked == asked, "nobody there is asked before its time has come"


def test_a_second_calendar_that_says_the_same_asks_nothing_again(linked):
    mine, other = linked(), linked()
    mine.write()
    mine.read()
    dismiss(proposal_id=mine.one().pk)
    other.write(uid="another")
    other.read()
    assert other.proposals() == []


def test_accepted_leave_is_said_as_if_by_the_person(hall, linked):
    mine = linked()
    mine.write()
    mine.read()
    accept(proposal_id=mine.one().pk)
    assert plans(hall) == [("12-01", "leave"), ("12-01", "leave")]
    mine.read()
    assert mine.proposals("accepted") == [("12-01", "full", "leave")]
    with pytest.raises(Refused, match="proposal_decided"):
        accept(proposal_id=mine.one("accepted").pk)


def test_a_desk_in_the_way_is_asked_about_first(hall, linked, between):
    mine = linked()
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))
    mine.write()
    mine.read()
    with pytest.raises(Refused, match="would_let_go") as refused:
        accept(proposal_id=mine.one().pk)
    assert refused.value.facts["lets_go"][0]["desk_code"] == "06A-001"
    accept(proposal_id=mine.one().pk, letting_go=True)
    assert {one.state for one in Booking.objects.all()} == {"cancelled"}


def test_a_home_day_is_asked_for_and_what_refuses_it_is_kept(linked):
    mine = linked()
    mine.write(title="在宅勤務")
    mine.read()
    assert mine.proposals() == [("12-01", "full", "home")]
    accept(proposal_id=mine.one().pk)
    request = mine.one("accepted")
    assert (request.holder_kind, request.state) == ("telework", "accepted")


def test_dismissed_stays_dismissed_while_it_says_no_more(linked):
    mine = linked()
    mine.write(hours=("0830", "1200"))
    mine.read()
    dismiss(proposal_id=mine.one().pk)
    mine.write(hours=("0830", "1200"), more="DESCRIPTION:changed\r\n")
    mine.read()
    assert mine.proposals("dismissed") == [("12-01", "am", "leave")]
    mine.write()
    mine.read()
    assert mine.proposals() == [("12-01", "full", "leave")]


def test_dismissing_can_be_undone(linked):
    mine = linked()
    mine.write()
    mine.read()
    dismiss(proposal_id=mine.one().pk)
    reopen(proposal_id=mine.one("dismissed").pk)
    assert mine.proposals() == [("12-01", "full", "leave")]


def test_what_was_said_by_hand_already_is_not_proposed(hall, linked):
    mine = linked()
    plan_own_day(person_id=hall.person("agatsuma"), day=TUESDAY, am=LEAVE)
    mine.write()
    mine.read()
    assert mine.proposals() == [("12-01", "pm", "leave")]
    plan_own_day(person_id=hall.person("agatsuma"), day=TUESDAY, pm=LEAVE)
    work_out(person_id=hall.person("agatsuma"))
    assert mine.proposals() == []


def test_automatic_acceptance_takes_what_nobody_spoke_of(hall, linked):
    mine = linked(acceptance="automatic")
    mine.write()
    mine.read()
    assert plans(hall) == [("12-01", "leave")] * 2
    assert mine.one("accepted").automatic
    assert not Event.objects.filter(kind="calendar.proposed").exists()


def test_automatic_acceptance_leaves_alone_what_was_said_by_hand(hall, linked, between):
    mine = linked(acceptance="automatic")
    plan_own_day(person_id=hall.person("agatsuma"), day=TUESDAY, am=TRIP)
    book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15", day=WEDNESDAY)
    )
    mine.write(days=2)
    mine.read()
    assert mine.proposals() == [("12-01", "full", "leave"), ("12-02", "full", "leave")]
    assert plans(hall) == [("12-01", "trip")]
    assert {one.refused for one in Proposal.objects.all()} == {"said_by_hand"}
    assert Event.objects.filter(kind="calendar.proposed").count() == 1


def test_taken_away_by_hand_it_is_not_put_back(hall, linked):
    mine = linked(acceptance="automatic")
    mine.write(hours=("0830", "1200"))
    mine.read()
    plan_own_day(person_id=hall.person("agatsuma"), day=TUESDAY, am=USUAL)
    mine.write()
    mine.read()
    assert plans(hall) == []
    assert mine.proposals() == [("12-01", "full", "leave")]


def test_an_accepted_event_that_is_gone_asks_whether_to_take_the_plan_back(hall, linked):
    mine = linked()
    href = mine.write()
    mine.read()
    accept(proposal_id=mine.one().pk)
    mine.calendar.delete(href)
    mine.read()
    assert mine.proposals() == [("12-01", "full", "take_back")]
    assert plans(hall) == [("12-01", "leave")] * 2
    accept(proposal_id=mine.one().pk)
    assert plans(hall) == []
    assert mine.proposals("withdrawn") == [("12-01", "full", "leave")]


def test_where_it_was_automatic_the_plan_goes_with_the_event(hall, linked):
    mine = linked(acceptance="automatic")
    href = mine.write()
    mine.read()
    mine.calendar.delete(href)
    mine.read()
    assert plans(hall) == []
    mine.write()
    mine.read()
    assert plans(hall) == [("12-01", "leave")] * 2


def test_a_plan_that_was_changed_by_hand_is_no_longer_ours_to_take_back(hall, linked):
    mine = linked(acceptance="automatic")
    href = mine.write()
    mine.read()
    plan_own_day(person_id=hall.person("agatsuma"), day=TUESDAY, am=Word(Wish.LEAVE, "通院"))
    mine.calendar.delete(href)
    mine.read()
    assert plans(hall) == [("12-01", "leave")]


def test_a_plan_that_is_kept_is_the_persons_own_from_then_on(hall, linked):
    mine = linked()
    href = mine.write()
    mine.read()
    accept(proposal_id=mine.one().pk)
    mine.calendar.delete(href)
    mine.read()
    dismiss(proposal_id=mine.one().pk)
    mine.read()
    work_out(person_id=hall.person("agatsuma"))
    settle(person_id=hall.person("agatsuma"))
    assert (mine.proposals(), plans(hall)) == ([], [("12-01", "leave")] * 2)
    reopen(proposal_id=mine.one("dismissed").pk)
    accept(proposal_id=mine.one().pk)
    assert plans(hall) == []


def test_half_of_it_gone_only_that_half_is_taken_back(hall, linked):
    mine = linked(acceptance="automatic")
    mine.write()
    mine.read()
    mine.write(hours=("0830", "1200"))
    mine.read()
    assert plans(hall) == [("12-01", "leave")]
    mine.write()
    mine.read()
    assert plans(hall) == [("12-01", "leave")] * 2


def test_a_leave_that_becomes_a_trip_is_replaced(hall, linked):
    mine = linked(acceptance="automatic")
    mine.write()
    mine.read()
    mine.write(title="出張")
    mine.read()
    assert plans(hall) == [("12-01", "trip")] * 2
    assert mine.proposals() == []
