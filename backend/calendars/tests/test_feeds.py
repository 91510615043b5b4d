"""Feeds: who may have one, what is in it, and that nobody's address shows more or longer than it should."""

import gzip
import logging
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from access.policies.throttle import ThrottlePolicy
from audit.models import Event
from bookings.services.booking import book_desk, cancel_booking
from calendars.models import Feed
from calendars.policies.choices import FeedKind
from calendars.services.feeds import make_feed, wait_after_guess
from calendars.tests.rfc5545 import problems_of
from core.revision import Slow, bump
from people.models import Account, Person, Post
from plans.policies.own_days import Wish, Word
from plans.services.own_plans import say_own_day
from telework.tests.telework_days import approved
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

FEEDS = "/api/v1/calendar/feeds/"


@pytest.fixture
def made(as_person):
    """`made("agatsuma")`: her feed as the API tells it; a section's with its department."""

    def feed(name: str = "agatsuma", **body):
        answer = as_person(name).post(FEEDS, {"kind": "personal", **body}, format="json")
        assert answer.status_code in (200, 201), answer.content
        return answer.json()

    return feed


@pytest.fixture
def section(hall, made):
    """山田's feed of 広聴課."""
    return lambda: made("yamada", kind="section", department=hall.departments["030202"].pk)


@pytest.fixture
def books(hall, between):
    def booked(name="agatsuma", desk="06A-001", start="8:30", end="17:15", *, day: date = TUESDAY):
        return book_desk(person_id=hall.person(name), desk_id=hall.desk(desk), during=between(start, end, day=day)).pk

    return booked


def path_of(feed) -> str:
    return "/calendar/" + str(feed["address"]).rpartition("/")[2]


def read(client, feed, **headers):
    return client.get(path_of(feed), **headers)


def events(answer):
    assert answer.status_code == 200, answer.content
    assert problems_of(answer.content) == []
    return Calendar.from_ical(answer.content.decode()).walk("VEVENT")


def titles(answer) -> list[str]:
    return sorted(str(one["SUMMARY"]) for one in events(answer))


def test_a_feed_is_made_once_shown_again_renewed_and_revoked(hall, as_person, nobody, made, monday_morning):
    me = as_person("agatsuma")
    feed = made()
    assert feed == {
        "id": feed["id"],
        "kind": "personal",
        "department": None,
        "address": feed["address"],
        "served": True,
        "created_at": "2026-11-30T08:00:00+09:00",
        "renewed_at": None,
        "last_read_at": None,
        "last_reader": "",
    }
    assert made() == feed == me.get(FEEDS).json()["feeds"][0]
    assert read(nobody, feed).status_code == 200
    renewed = me.post(f"{FEEDS}{feed['id']}/renew/").json()
    assert renewed["address"] != feed["address"]
    assert (read(nobody, feed).status_code, read(nobody, renewed).status_code) == (404, 200)
    assert me.delete(f"{FEEDS}{feed['id']}/").status_code == 204
    assert me.delete(f"{FEEDS}{feed['id']}/").status_code == 404
    assert read(nobody, renewed).status_code == 404
    assert me.get(FEEDS).json() == {"feeds": [], "sections": []}
    assert made()["id"] != feed["id"]
    told = Event.objects.filter(subject_kind="feed", subject_id=feed["id"]).order_by("id")
    assert [one.kind for one in told] == ["calendar.feed_made", "calendar.feed_renewed", "calendar.feed_revoked"]
    person = {"person": hall.person("agatsuma"), "kind": "personal", "department": None}
    assert [one.after for one in told] == [person] * 3


def test_the_secret_is_stored_as_a_digest_and_sealed(made):
    secret = path_of(made()).removeprefix("/calendar/").removesuffix(".ics")
    row = Feed.objects.get()
    assert len(secret) >= 43
    assert secret not in f"{row.secret_digest}{bytes(row.sealed_secret)!r}"


def test_an_address_that_cannot_be_told_any_more_is_empty_and_still_works(nobody, made, as_person, settings):
    feed = made()
    settings.CALENDAR_KEYS = ("another key that sealed nothing of all this",)
    (told,) = as_person("agatsuma").get(FEEDS).json()["feeds"]
    assert told["address"] == ""
    assert read(nobody, feed).status_code == 200


def test_nobody_has_a_hand_on_anothers_feed(as_person, made):
    feed, kudo = made(), as_person("kudo")
    assert kudo.get(FEEDS).json()["feeds"] == []
    assert kudo.post(f"{FEEDS}{feed['id']}/renew/").status_code == 404
    assert kudo.delete(f"{FEEDS}{feed['id']}/").status_code == 404
    assert kudo.delete(f"{FEEDS}{2**64}/").status_code == 404


def test_an_account_without_a_person_has_none(client_of, db):
    lonely = client_of(Account.objects.create(username="break-glass", password="!"))
    for answer in (lonely.get(FEEDS), lonely.post(FEEDS, {"kind": "personal"}, format="json")):
        assert answer.status_code == 403


def test_a_section_is_for_whoever_manages_it(hall, as_person):
    staff, manager = as_person("agatsuma"), as_person("yamada")
    section, other = hall.departments["030202"], hall.departments["040301"]
    assert staff.get(FEEDS).json()["sections"] == []
    assert manager.get(FEEDS).json()["sections"] == [{"id": section.pk, "code": "030202", "name": "広聴課"}]
    wanted = {"kind": "section", "department": section.pk}
    assert staff.post(FEEDS, wanted, format="json").json()["fields"] == {"department": ["unknown"]}
    refused = [{"kind": "section"}, {"kind": "personal", "department": section.pk}, {**wanted, "department": other.pk}]
    for body in refused:
        assert manager.post(FEEDS, body, format="json").status_code == 400
    answer = manager.post(FEEDS, wanted, format="json")
    assert (answer.status_code, answer.json()["department"]["name"]) == (201, "広聴課")
    assert manager.post(FEEDS, wanted, format="json").status_code == 200


def test_a_personal_feed_reads_as_chosen(hall, nobody, as_person, made, books):
    books(start="8:30", end="12:00")
    approved(hall, day=TUESDAY + timedelta(days=1))
    say_own_day(person_id=hall.person("agatsuma"), day=TUESDAY + timedelta(days=2), pm=Word(Wish.LEAVE, "通院"))
    feed, me = made(), as_person("agatsuma")
    assert titles(read(nobody, feed)) == ["休暇", "在宅勤務", "席 06A-001"]

    def chosen(**wanted):
        assert me.patch("/api/v1/calendar/choices/", wanted, format="json").status_code == 200
        return read(nobody, feed)

    assert titles(chosen(titles="short")) == ["休暇", "出勤", "在宅"]
    busy = chosen(titles="busy")
    assert titles(busy) == ["予定あり"] * 3
    assert not any(word in busy.content.decode() for word in ("06A", "LOCATION", "URL", "CATEGORIES", "在宅", "休暇"))
    assert titles(chosen(titles="full", with_desk=False)) == ["休暇", "出勤", "在宅勤務"]
    assert "06A" not in chosen().content.decode()
    assert titles(chosen(with_telework=False)) == ["休暇", "出勤"]
    assert titles(chosen(with_own_plans=False)) == ["出勤"]
    answer = chosen(spans="halves", with_desk=True, with_own_plans=True, with_telework=True)
    spans = {str(one["SUMMARY"]): (one.decoded("DTSTART"), one.decoded("DTEND")) for one in events(answer)}
    wednesday = TUESDAY + timedelta(days=1)
    assert spans["在宅勤務"] == (wednesday, wednesday + timedelta(days=1))
    assert [one.strftime("%H:%M") for one in spans["席 06A-001"]] == ["08:30", "12:00"]
    assert "通院" not in answer.content.decode()
    me.patch("/api/v1/me/", {"language": "en"}, format="json")
    assert titles(read(nobody, feed)) == ["Desk 06A-001", "Leave", "Telework"]


def test_what_was_cancelled_stands_as_cancelled_for_thirty_days(nobody, made, books, monday_morning):
    cancel_booking(booking_id=books(day=MONDAY + timedelta(days=10)))
    feed = made()
    (one,) = events(read(nobody, feed))
    assert (one["STATUS"], one["SEQUENCE"]) == ("CANCELLED", 1)
    monday_morning.shift(timedelta(days=31))
    assert events(read(nobody, feed)) == []


def test_a_feed_reaches_from_thirty_days_back_to_a_year_ahead(hall, nobody, made, monday_morning):
    for days in (-31, -30, 366, 367):
        approved(hall, day=MONDAY + timedelta(days=days))
    shown = sorted((one.decoded("DTSTART").date() - MONDAY).days for one in events(read(nobody, made())))
    assert shown == [-30, 366]


def test_nothing_of_a_colleague_is_in_a_personal_feed(hall, nobody, made, books):
    books()
    books("kudo", "06A-002")
    approved(hall, "yamada", day=TUESDAY)
    for name, others in (("agatsuma", ("kudo", "yamada")), ("yamada", ("agatsuma", "kudo"))):
        text = read(nobody, made(name)).content.decode()
        for other in others:
            person = hall.people[other]
            assert not any(word in text for word in (person.name, person.family_name, person.number, person.mail))
        assert len(events(read(nobody, made(name)))) == 1


def test_headers_say_that_it_is_a_calendar_and_for_nobody_to_keep(nobody, made):
    answer = read(nobody, made())
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'inline; filename="kyoseki.ics"'
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in answer


def test_what_has_not_changed_is_not_sent_again(hall, nobody, made, books, monday_morning):
    feed = made()
    tag = read(nobody, feed)["ETag"]
    assert read(nobody, feed, HTTP_IF_NONE_MATCH=tag).status_code == 304
    books()
    answer = read(nobody, feed, HTTP_IF_NONE_MATCH=tag)
    assert (answer.status_code, answer["ETag"] != tag) == (200, True)
    books("kudo", "06A-002")
    assert read(nobody, feed, HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304
    bump(Slow.PLACES)
    assert read(nobody, feed, HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 200
    last = read(nobody, feed)["ETag"]
    monday_morning.shift(timedelta(days=1))
    assert read(nobody, feed, HTTP_IF_NONE_MATCH=last).status_code == 200


def test_a_feed_costs_three_queries_and_one_more_when_something_changed(nobody, made, books, django_assert_num_queries):
    feed = made()
    tag = read(nobody, feed)["ETag"]
    with django_assert_num_queries(3):
        assert read(nobody, feed, HTTP_IF_NONE_MATCH=tag).status_code == 304
    with django_assert_num_queries(3):
        assert read(nobody, feed)["ETag"] == tag
    books()
    with django_assert_num_queries(4):
        assert read(nobody, feed)["ETag"] != tag


def test_a_feed_travels_compressed_and_answers_head(hall, nobody, made):
    for days in range(1, 6):
        approved(hall, day=MONDAY + timedelta(days=days))
    feed = made()
    plain = read(nobody, feed)
    packed = read(nobody, feed, HTTP_ACCEPT_ENCODING="gzip")
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    head = nobody.head(path_of(feed))
    assert (head.status_code, head["ETag"], head.content) == (200, plain["ETag"], b"")
    assert nobody.post(path_of(feed)).status_code == 405


def test_reading_is_noted_once_an_hour(nobody, made, as_person, monday_morning):
    feed = made()
    read(nobody, feed, HTTP_USER_AGENT="Thunderbird\x00/140")
    monday_morning.shift(timedelta(minutes=59))
    read(nobody, feed, HTTP_USER_AGENT="khal")
    (told,) = as_person("agatsuma").get(FEEDS).json()["feeds"]
    assert (told["last_read_at"], told["last_reader"]) == ("2026-11-30T08:00:00+09:00", "Thunderbird/140")
    monday_morning.shift(timedelta(minutes=2))
    read(nobody, feed, HTTP_USER_AGENT="khal")
    assert as_person("agatsuma").get(FEEDS).json()["feeds"][0]["last_reader"] == "khal"


@pytest.mark.parametrize(
    "leaves",
    [
        lambda hall: Person.objects.filter(pk=hall.person("agatsuma")).update(active_to=MONDAY - timedelta(days=1)),
        lambda hall: Person.objects.filter(pk=hall.person("agatsuma")).update(active_from=MONDAY + timedelta(days=1)),
        lambda hall: Account.objects.filter(person=hall.person("agatsuma")).update(is_active=False),
    ],
)
def test_whoever_is_not_on_the_roll_today_has_no_feed(hall, nobody, made, leaves):
    feed = made()
    leaves(hall)
    assert read(nobody, feed).status_code == 404


def test_unknown_addresses_are_alike_and_wait_after_many_guesses(nobody, made, db):
    feed = made()
    for guess in ("a" * 43, "a" * 300, "x", "%E5%B8%AD"):
        answer = nobody.get(f"/calendar/{guess}.ics")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    policy = ThrottlePolicy(address_failures=2)
    waits = [wait_after_guess("192.0.2.1", policy=policy) for _ in range(3)]
    assert waits[:2] == [None, None]
    assert waits[2] is not None
    for _ in range(100):
        wait_after_guess("127.0.0.1")
    answer = nobody.get(f"/calendar/{'a' * 43}.ics")
    assert (answer.status_code, int(answer["Retry-After"]) > 0) == (429, True)
    assert read(nobody, feed).status_code == 200


def test_no_log_and_no_figure_has_the_secret(nobody, made, caplog, db):
    feed = made()
    secret = path_of(feed).removeprefix("/calendar/").removesuffix(".ics")
    caplog.set_level(logging.INFO)
    caplog.clear()
    read(nobody, feed)
    nobody.get(f"/calendar/{secret}")
    nobody.get(f"/calendar/{secret}x.ics")
    lines = [record.getMessage() for record in caplog.records if record.name == "kyoseki.request"]
    assert lines == ["GET /calendar/…", "GET /calendar/…", "GET /calendar/…"]
    assert secret not in nobody.get("/metrics").content.decode()


def test_a_section_has_counts_and_names_and_never_what_for(hall, nobody, section, books):
    books()
    approved(hall, "kudo", day=TUESDAY, unit="am")
    say_own_day(person_id=hall.person("kudo"), day=TUESDAY, pm=Word(Wish.LEAVE, "通院"))
    answer = read(nobody, section())
    on = {one.decoded("DTSTART"): one for one in events(answer)}
    assert min(on) == MONDAY
    assert max(on) <= MONDAY + timedelta(days=62)
    assert not any(day.weekday() > 4 for day in on)
    tuesday = on[TUESDAY]
    assert str(tuesday["SUMMARY"]) == "広聴課 出勤2 在宅1 休暇1"
    assert str(tuesday["DESCRIPTION"]) == (
        "出勤: 山田 葵、我妻 美咲\n在宅: 工藤 真理子（午前）\n休暇: 工藤 真理子（午後）"
    )
    assert "通院" not in answer.content.decode()
    assert "06A-001" not in answer.content.decode()


def test_a_section_by_person_has_those_who_are_elsewhere(hall, nobody, as_person, section, books):
    books()
    approved(hall, "kudo", day=TUESDAY)
    say_own_day(person_id=hall.person("yamada"), day=TUESDAY, pm=Word(Wish.TRIP, "県庁"))
    as_person("yamada").patch("/api/v1/calendar/choices/", {"section_as": "each"}, format="json")
    found = {str(one["SUMMARY"]): one for one in events(read(nobody, section()))}
    assert set(found) == {"工藤 真理子 在宅", "山田 葵 出張"}
    assert found["工藤 真理子 在宅"].decoded("DTSTART") == TUESDAY
    assert found["山田 葵 出張"].decoded("DTSTART") == city_time(TUESDAY, "13:00")


def test_a_sections_events_go_up_with_what_changes(hall, nobody, section, books, monday_morning):
    feed = section()

    def tuesday():
        return next(one for one in events(read(nobody, feed)) if one.decoded("DTSTART") == TUESDAY)

    seen = [tuesday()]
    tag = read(nobody, feed)["ETag"]
    monday_morning.shift(timedelta(minutes=5))
    booking = books()
    assert read(nobody, feed, HTTP_IF_NONE_MATCH=tag).status_code == 200
    seen.append(tuesday())
    monday_morning.shift(timedelta(minutes=5))
    cancel_booking(booking_id=booking)
    seen.append(tuesday())
    assert [one["SEQUENCE"] for one in seen] == [0, 1, 2]
    assert len({one["UID"] for one in seen}) == 1
    assert [one.decoded("LAST-MODIFIED") for one in seen] == [city_time(MONDAY, at) for at in ("8:00", "8:05", "8:10")]
    tag = read(nobody, feed)["ETag"]
    assert read(nobody, feed, HTTP_IF_NONE_MATCH=tag).status_code == 304


def test_a_section_hides_nobody_from_its_manager_and_ends_with_the_post(hall, nobody, as_person, section):
    Person.objects.filter(pk=hall.person("kudo")).update(visibility="manager")
    bump(Slow.PEOPLE)
    add_person(hall, "new", "新 太郎", "030202")
    bump(Slow.PEOPLE)
    feed = section()
    assert "工藤 真理子" in read(nobody, feed).content.decode().replace("\r\n ", "")
    Post.objects.filter(person=hall.person("yamada")).update(active_to=MONDAY)
    assert read(nobody, feed).status_code == 200
    Post.objects.filter(person=hall.person("yamada")).update(active_to=MONDAY - timedelta(days=1))
    assert read(nobody, feed).status_code == 404
    (told,) = as_person("yamada").get(FEEDS).json()["feeds"]
    assert told["served"] is False


def test_one_of_a_kind_is_one_however_often_it_is_made(hall):
    first, made_first = make_feed(person_id=hall.person("agatsuma"), kind=FeedKind.PERSONAL)
    again, made_again = make_feed(person_id=hall.person("agatsuma"), kind=FeedKind.PERSONAL)
    assert (made_first, made_again, first.pk) == (True, False, again.pk)
