"""The promise of the port, kept by every adapter that writes: inherit, and give `calendar` and `hand`.

`calendar` is empty. `hand` is the hand of its owner, who uses another program on the same calendar.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

import pytest

from integrations.calendar.port import Calendar, CalendarUnavailable, Conflict, Item, ItemStatus, Occurrence, Trouble
from integrations.calendar.reading import reading_of

TOKYO = ZoneInfo("Asia/Tokyo")
ITEM = Item(
    uid="booking-4711@kyoseki.city.example",
    sequence=0,
    start=datetime(2026, 11, 30, 8, 30, tzinfo=TOKYO),
    end=datetime(2026, 11, 30, 17, 15, tzinfo=TOKYO),
    summary="席 3F-012",
    modified_at=datetime(2026, 11, 29, 23, 0, tzinfo=UTC),
    location="本庁舎 3階 企画エリア; 窓側, 北",
    url="https://kyoseki.city.example/plan?day=2026-11-30",
    category="席",
    opaque=False,
)
ALARM = (
    "DESCRIPTION:名刺を忘れない\r\n"
    "X-MADE-BY;X-HOW=hand:我妻\r\n"
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:あと15分\r\nEND:VALARM\r\n"
)
LEAVE = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//City//Test//JA\r\nBEGIN:VEVENT\r\nUID:leave-1@city.example\r\n"
    "DTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\nSUMMARY:休暇\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


class Hand(Protocol):
    """What the owner does with another program."""

    def put(self, name: str, text: str) -> str:
        """Write a file of that name; its href."""
        ...

    def edit(self, href: str, text: str) -> None:
        """Write over a file."""
        ...

    def delete(self, href: str) -> None:
        """Take a file away."""
        ...

    def texts(self) -> Mapping[str, str]:
        """Every file by its href, lines ended by a line feed."""
        ...


class CalendarContract:
    """What holds of a calendar that can be written, whoever keeps it."""

    many = 1_000

    def test_an_item_is_there_as_it_was_written(self, calendar: Calendar, hand: Hand) -> None:
        stored = calendar.put(ITEM)
        there = calendar.read(stored.href)
        assert there is not None
        assert there.href == stored.href
        assert (stored.etag or there.etag) == there.etag
        (occurrence,) = said_in(there.text)
        assert (occurrence.uid, occurrence.title, occurrence.start, occurrence.end) == (
            ITEM.uid,
            ITEM.summary,
            ITEM.start,
            ITEM.end,
        )
        assert (occurrence.opaque, occurrence.categories) == (False, ("席",))
        assert list(hand.texts()) == [stored.href]

    def test_whole_days_and_what_is_called_off_are_there_too(self, calendar: Calendar) -> None:
        day = replace(ITEM, start=date(2026, 12, 31), end=date(2027, 1, 1), status=ItemStatus.CANCELLED)
        there = calendar.read(calendar.put(day).href)
        assert there is not None
        (occurrence,) = said_in(there.text)
        assert (occurrence.all_day, occurrence.cancelled) == (True, True)
        assert occurrence.start == datetime(2026, 12, 31, tzinfo=TOKYO)

    def test_a_move_keeps_what_its_owner_wrote_into_it(self, calendar: Calendar, hand: Hand) -> None:
        stored = calendar.put(ITEM)
        hand.edit(stored.href, hand.texts()[stored.href].replace("END:VEVENT", f"{ALARM}END:VEVENT"))
        seen = calendar.read(stored.href)
        assert seen is not None
        moved = replace(ITEM, sequence=1, start=ITEM.start + timedelta(days=1), end=ITEM.end + timedelta(days=1))
        again = calendar.put(moved, href=stored.href, etag=seen.etag)
        assert again.href == stored.href
        text = hand.texts()[stored.href]
        assert [occurrence.start for occurrence in said_in(text)] == [moved.start]
        for line in ALARM.splitlines():
            assert line in text.splitlines()

    def test_what_was_changed_meanwhile_is_not_written_over(self, calendar: Calendar, hand: Hand) -> None:
        stored = calendar.put(ITEM)
        first = calendar.read(stored.href)
        assert first is not None
        hand.edit(stored.href, hand.texts()[stored.href].replace("席 3F-012", "私の席"))
        with pytest.raises(Conflict):
            calendar.put(replace(ITEM, sequence=1), href=stored.href, etag=first.etag)
        with pytest.raises(Conflict):
            calendar.remove(stored.href, first.etag)
        assert "私の席" in hand.texts()[stored.href]

    def test_what_was_deleted_there_does_not_come_back_as_a_change(self, calendar: Calendar, hand: Hand) -> None:
        stored = calendar.put(ITEM)
        hand.delete(stored.href)
        with pytest.raises(Conflict):
            calendar.put(replace(ITEM, sequence=1), href=stored.href, etag=stored.etag)
        assert calendar.read(stored.href) is None
        assert hand.texts() == {}

    def test_written_twice_is_written_once(self, calendar: Calendar, hand: Hand) -> None:
        first = calendar.put(ITEM)
        second = calendar.put(replace(ITEM, sequence=1, summary="席 3F-013"))
        assert second.href == first.href
        assert list(hand.texts()) == [first.href]
        assert "席 3F-013" in hand.texts()[first.href]

    def test_an_item_that_stands_under_another_name_is_found_by_its_uid(self, calendar: Calendar, hand: Hand) -> None:
        stored = calendar.put(ITEM)
        text = hand.texts()[stored.href]
        hand.delete(stored.href)
        elsewhere = hand.put("moved-by-my-phone.ics", text.replace("END:VEVENT", f"{ALARM}END:VEVENT"))
        again = calendar.put(replace(ITEM, sequence=1))
        assert again.href == elsewhere
        assert list(hand.texts()) == [elsewhere]
        assert "TRIGGER:-PT15M" in hand.texts()[elsewhere]

    def test_what_is_removed_is_gone_and_removed_twice_is_gone_once(self, calendar: Calendar, hand: Hand) -> None:
        stored = calendar.put(ITEM)
        calendar.remove(stored.href, stored.etag)
        calendar.remove(stored.href, stored.etag)
        calendar.remove(stored.href)
        assert calendar.read(stored.href) is None
        assert hand.texts() == {}

    def test_after_a_removal_it_can_be_written_again(self, calendar: Calendar, hand: Hand) -> None:
        calendar.remove(calendar.put(ITEM).href)
        stored = calendar.put(replace(ITEM, sequence=2))
        assert list(hand.texts()) == [stored.href]

    def test_without_a_token_everything_there_is_is_told(self, calendar: Calendar, hand: Hand) -> None:
        assert calendar.changes().changed == ()
        stored, leave = calendar.put(ITEM), hand.put("leave.ics", LEAVE)
        changes = calendar.changes()
        assert changes.whole
        assert {one.href for one in changes.changed} == {stored.href, leave}
        assert changes.gone == ()
        assert {occurrence.title for one in changes.changed for occurrence in said_in(one.text)} == {
            "席 3F-012",
            "休暇",
        }

    def test_with_a_token_what_changed_since_is_told(self, calendar: Calendar, hand: Hand) -> None:
        stored, leave = calendar.put(ITEM), hand.put("leave.ics", LEAVE)
        follower = Follower(calendar)
        assert follower.told() == (set(), set())
        hand.edit(leave, LEAVE.replace("休暇", "出張"))
        assert follower.told() == ({leave}, set())
        hand.delete(stored.href)
        trip = hand.put("trip.ics", LEAVE.replace("leave-1", "trip-1"))
        assert follower.told() == ({trip}, {stored.href})
        assert follower.told() == (set(), set())

    def test_a_token_that_nobody_knows_gives_everything(self, calendar: Calendar, hand: Hand) -> None:
        leave = hand.put("leave.ics", LEAVE)
        for token in ("nobody-knows-this", "https://city.example/sync/999999999", "💥"):
            changes = calendar.changes(token)
            assert changes.whole
            assert [one.href for one in changes.changed] == [leave]

    def test_many_files_are_told_at_once(self, calendar: Calendar, hand: Hand) -> None:
        for number in range(self.many):
            hand.put(f"{number:04}.ics", LEAVE.replace("leave-1", f"leave-{number}"))
        changes = calendar.changes()
        assert len({one.href for one in changes.changed}) == self.many
        assert all("休暇" in one.text for one in changes.changed)
        token = changes.token
        hand.put("0007.ics", LEAVE.replace("leave-1", "leave-7").replace("休暇", "出張"))
        assert len(calendar.changes(token).changed) in {1, self.many}

    def test_a_calendar_that_is_gone_says_so(self, calendar: Calendar, vanish: Callable[[], object]) -> None:
        stored = calendar.put(ITEM)
        vanish()
        for ask in (
            lambda: calendar.put(replace(ITEM, sequence=1), href=stored.href, etag=stored.etag),
            lambda: calendar.put(replace(ITEM, uid="booking-4712@kyoseki.city.example")),
            lambda: calendar.read(stored.href),
            calendar.changes,
        ):
            with pytest.raises(CalendarUnavailable) as raised:
                ask()
            assert raised.value.trouble is Trouble.CALENDAR_GONE


class Follower:
    """Follows a calendar as the product does: where everything is told, by comparing it with what was there."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        first = calendar.changes()
        self._token = first.token
        self._there = {one.href: one for one in first.changed}

    def told(self) -> tuple[set[str], set[str]]:
        """The files that are new or other since it was asked last, and those that are gone."""
        changes = self._calendar.changes(self._token)
        self._token = changes.token
        told = {one.href: one for one in changes.changed}
        other = {href for href, one in told.items() if self._there.get(href) != one}
        gone = self._there.keys() - told.keys() if changes.whole else set(changes.gone)
        self._there = {href: one for href, one in {**self._there, **told}.items() if href not in gone}
        return other, set(gone)


def said_in(text: str) -> list[Occurrence]:
    """What a file says of the winter."""
    since, until = datetime(2026, 11, 1, tzinfo=TOKYO), datetime(2027, 3, 1, tzinfo=TOKYO)
    reading = reading_of(text, since=since, until=until, zone=TOKYO)
    assert reading.malformed == ()
    return list(reading.occurrences)
