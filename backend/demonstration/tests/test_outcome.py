"""What becomes of a made-up booking."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from core.interval import Interval
from demonstration.policies.outcome import Outcome, outcome

START = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
DAY = Interval(START, START + timedelta(hours=8, minutes=45))
HOUR = timedelta(hours=1)


def stands(person_id: int, now: datetime, *, release: bool = False, cancelled: bool = False) -> Outcome:
    return outcome(
        person_id=person_id,
        during=DAY,
        release_at=START + HOUR if release else None,
        now=now,
        may_be_cancelled=cancelled,
    )


def states(now: datetime, *, release: bool = False, cancelled: bool = False) -> Counter[str]:
    return Counter(stands(person, now, release=release, cancelled=cancelled).state for person in range(1000))


def test_before_the_day_everything_is_booked() -> None:
    assert states(START - HOUR) == {"booked": 1000}


def test_an_hour_in_most_are_there_and_a_few_do_not_come() -> None:
    counted = states(START + HOUR)
    assert counted["checked_in"] > 850
    assert 20 < counted["booked"] < 150


def test_who_does_not_come_is_released_where_desks_are_released() -> None:
    counted = states(START + 2 * HOUR, release=True)
    assert 20 < counted["released"] < 150
    assert counted["booked"] == 0


def test_after_the_day_most_have_checked_out_and_some_forgot() -> None:
    counted = states(DAY.end, cancelled=True)
    assert counted["checked_out"] > 600
    assert counted["checked_in"] > 100
    assert counted["cancelled"] > 10


def test_a_check_out_ends_the_stretch_within_it() -> None:
    for person in range(200):
        one = stands(person, DAY.end)
        assert DAY.covers(one.during)
        if one.checked_out_at is not None:
            assert one.checked_in_at is not None
            assert one.during == Interval(DAY.start, one.checked_out_at)
            assert one.checked_in_at < one.checked_out_at


def test_nobody_comes_back_once_gone() -> None:
    order = ["booked", "checked_in", "checked_out"]
    for person in range(100):
        seen = [stands(person, START + HOUR * hour).state for hour in range(-1, 12)]
        assert seen == sorted(seen, key=order.index)
