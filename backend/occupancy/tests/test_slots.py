"""Slots: which ones a stretch holds, and which are core."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from occupancy.policies.slots import bits_of, core_window, slot_starts, slot_time, slots_within

TOKYO = ZoneInfo("Asia/Tokyo")
DAY = dt.date(2026, 11, 24)


def at(clock, day=DAY):
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), tzinfo=TOKYO)


def test_the_core_window_holds_eighteen_slots():
    window = core_window(dt.time(8, 30), dt.time(17, 15))
    assert [slot_time(slot).isoformat("minutes") for slot in (window.first, window.end - 1)] == ["08:30", "17:00"]
    assert (len(window.slots), window.mask.bit_count()) == (18, 18)


def test_a_window_in_which_nothing_is_counted_is_refused():
    with pytest.raises(ValueError, match="no slot begins"):
        core_window(dt.time(8, 31), dt.time(8, 59))


@pytest.mark.parametrize(
    ("start", "end", "slots"),
    [
        ("08:30", "17:15", range(17, 35)),
        ("08:30", "12:00", range(17, 24)),
        ("08:31", "09:00", range(18, 18)),
        ("08:31", "09:01", range(18, 19)),
        ("00:00", "00:00:01", range(1)),
    ],
)
def test_a_stretch_holds_the_slots_that_begin_in_it(start, end, slots):
    assert list(slots_within(at(start), at(end), DAY, TOKYO)) == list(slots)


def test_a_duty_over_midnight_counts_on_both_days():
    stay = (at("17:28"), at("08:38", DAY + dt.timedelta(days=1)))
    assert list(slots_within(*stay, DAY, TOKYO)) == list(range(35, 48))
    assert list(slots_within(*stay, DAY + dt.timedelta(days=1), TOKYO)) == list(range(18))
    assert not slots_within(*stay, DAY + dt.timedelta(days=2), TOKYO)


def test_bits_are_slots():
    assert [bits_of(range(0)), bits_of(range(1)), bits_of(range(2, 4))] == [0, 1, 0b1100]
    assert slot_starts(DAY, TOKYO)[17] == at("08:30")
