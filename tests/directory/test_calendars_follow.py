"""Calendars follow the roll: of leavers nothing goes out or comes in, a section's feed ends with the managing of it."""

import pytest

from audit.models import Event
from calendars import servers
from calendars.models import CalendarLink, Feed, Proposal, SeenStretch
from calendars.policies.choices import FeedKind
from calendars.services.feeds import make_feed
from calendars.tests.taking_in import Linking
from tests.directory.roll_changes import effects, leave, move, would_move

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def linked(hall, monkeypatch):
    linking = Linking(hall, {})
    monkeypatch.setattr(
        servers, "calendar_at", lambda _kind, _address, *, calendar, **_how: linking.calendars[calendar]
    )
    return linking


def in_use(hall, name):
    return list(Feed.objects.filter(person=hall.people[name], revoked_at=None).values_list("kind", flat=True))


def test_of_a_leaver_nothing_goes_out_or_comes_in(hall, linked):
    mine = linked("kudo")
    mine.write()
    mine.read()
    make_feed(person_id=hall.person("kudo"), kind=FeedKind.PERSONAL)
    leave(hall, "kudo")
    assert mine.proposals("withdrawn") == [("12-01", "full", "leave")]
    assert SeenStretch.objects.count() == 0
    link = CalendarLink.objects.get()
    assert (link.ended_at is not None, link.sealed_password) == (True, None)
    assert in_use(hall, "kudo") == []
    assert Event.objects.filter(kind="calendar.feed_revoked").count() == 1
    mine.read()
    assert Proposal.objects.filter(state="open").count() == 0


def test_others_keep_theirs(hall, linked):
    mine = linked("agatsuma")
    mine.write()
    mine.read()
    make_feed(person_id=hall.person("agatsuma"), kind=FeedKind.PERSONAL)
    leave(hall, "kudo")
    assert mine.proposals() == [("12-01", "full", "leave")]
    assert in_use(hall, "agatsuma") == ["personal"]


def test_who_manages_a_section_no_more_reads_it_no_more(hall):
    section = hall.departments["030202"].pk
    make_feed(person_id=hall.person("yamada"), kind=FeedKind.SECTION, department_id=section)
    make_feed(person_id=hall.person("yamada"), kind=FeedKind.PERSONAL)
    assert effects(would_move(hall, "100101", "yamada"), "calendar") == [(hall.person("yamada"), "moved")]
    move(hall, "100101", "yamada")
    assert in_use(hall, "yamada") == ["personal"]
