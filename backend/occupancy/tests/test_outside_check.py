"""The demonstration gate log, counted a second time by pandas: equal to the last unit.

pandas sees how many came and went, and never asks whether a stay holds at an instant: a running sum of +1 and -1, read
off at each half-hour. What the log contains is counted by it as well, from the files themselves.
"""

from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from core import clock
from gates.gate_log import CsvGateLog, FaultyLine, LogOnDisk
from gates.policies.gate_code import floor_code_of
from occupancy.policies.passages import CleaningRule as Rule
from occupancy.policies.passages import Passage, Stay
from occupancy.policies.slots import SLOTS_A_DAY, CoreWindow
from occupancy.policies.stays import stays_of
from occupancy.selectors.desks_of_day import DesksOfDay, SensedOfDay
from occupancy.selectors.roll_of_day import RollOfDay
from occupancy.selectors.stays import StaysOfDay
from occupancy.services.people_rows import floor_rows
from occupancy.services.seen import DaySeen

LOGS = sorted((Path(__file__).parents[3] / "demonstration" / "hall" / "gate-log").glob("*.csv.gz"))
ENCODINGS = {"2026-09": "utf-8", "2026-10": "cp932", "2026-11": "utf-8-sig"}
TOKYO = ZoneInfo("Asia/Tokyo")
FIRST, LAST = date(2026, 9, 27), date(2026, 11, 23)
FLOORS, BUILDING = range(4, 14), "building"
UNKNOWN = "9"  # no card of the directory begins so


@pytest.fixture(scope="module")
def cleaned():
    """By card, what the product makes of the three files; everybody has the usual shift."""
    passages = defaultdict(list)
    for path in LOGS:
        for entry in CsvGateLog(LogOnDisk(path), TOKYO).entries():
            assert not isinstance(entry, FaultyLine)
            floor = floor_code_of(entry.gate)
            assert floor is not None
            passages[entry.card].append(Passage(entry.at, entry.gate, entry.direction == "in", int(floor)))
    return {
        card: stays_of(of_one, lambda day: datetime.combine(day, time(17, 15), tzinfo=TOKYO), TOKYO)
        for card, of_one in passages.items()
        if not card.startswith(UNKNOWN)
    }


@pytest.fixture(scope="module")
def raw():
    """The lines of the files as pandas reads them, by card and time; `before_*` is the card's line before."""
    files = [pd.read_csv(path, dtype=str, encoding=ENCODINGS[path.name[:7]]) for path in LOGS]
    lines = pd.concat(files, ignore_index=True)
    lines.columns = ["time", "card", "gate", "direction"]
    lines["time"] = pd.to_datetime(lines["time"], format="%Y/%m/%d %H:%M:%S")
    lines["enters"] = lines["direction"] == "入"
    return lines.sort_values(["card", "time"], kind="stable", ignore_index=True)


def counted_by_us(stays_by_card):
    """People by place, day and slot, in the rows that a day's facts get; nothing is saved."""
    by_day: defaultdict[date, defaultdict[int, list[Stay]]] = defaultdict(lambda: defaultdict(list))
    for card, cleaned in stays_by_card.items():
        for stay in cleaned.stays:
            for day in {stay.start.astimezone(TOKYO).date(), stay.end.astimezone(TOKYO).date()}:
                by_day[day][int(card)].append(stay)
    counts = {}
    for day, stays in by_day.items():
        for row in floor_rows(seen_at_gates(day, stays)):
            place = row.floor_id or BUILDING
            counts.update({(place, day, slot): people for slot, people in enumerate(row.present) if people})
    return counts


def seen_at_gates(day, stays):
    """A day of which nothing but the gate log is known."""
    return DaySeen(
        day=day,
        until=clock.day_end(day),
        core=CoreWindow(17, 35),
        desks=DesksOfDay(desks=[], floor_of_area={}, building_of_floor=dict.fromkeys(FLOORS, 1)),
        sensed=SensedOfDay({}, {}, {}),
        bookings=[],
        refused=[],
        gates=StaysOfDay(day, stays, Counter(), passages=len(stays)),
        roll=RollOfDay({}, {}),
    )


def counted_by_pandas(stays_by_card):
    """The same, by running sums: whoever comes adds one, whoever goes takes one off."""
    stays = pd.DataFrame(
        [
            (stay.floor_id, stay.start.astimezone(TOKYO), stay.end.astimezone(TOKYO))
            for cleaned in stays_by_card.values()
            for stay in cleaned.stays
        ],
        columns=["place", "start", "end"],
    )
    instants = pd.DataFrame({"at": pd.date_range(FIRST, LAST + timedelta(days=1), freq="30min", tz=TOKYO)})
    instants["at"] = instants["at"].astype("datetime64[ns, Asia/Tokyo]")
    counts = {}
    for place in [*sorted(stays["place"].unique()), BUILDING]:
        here = stays if place == BUILDING else stays[stays["place"] == place]
        events = pd.concat([pd.Series(1, index=here["start"]), pd.Series(-1, index=here["end"])])
        running = events.groupby(level=0).sum().sort_index().cumsum().rename("people").rename_axis("at").reset_index()
        running["at"] = running["at"].astype("datetime64[ns, Asia/Tokyo]")
        sampled = pd.merge_asof(instants, running, on="at").dropna()
        for moment, people in zip(sampled["at"], sampled["people"].astype(int), strict=True):
            if people:
                counts[place, moment.date(), (moment.hour * 60 + moment.minute) // 30] = people
    return counts


def test_people_on_every_floor_and_in_the_building_are_the_same_at_every_half_hour(cleaned):
    ours, theirs = counted_by_us(cleaned), counted_by_pandas(cleaned)
    assert len(ours) > 10 * SLOTS_A_DAY
    assert {place for place, _, _ in ours} == {*FLOORS, BUILDING}
    differing = {
        key: (ours.get(key), theirs.get(key)) for key in ours.keys() | theirs if ours.get(key) != theirs.get(key)
    }
    assert differing == {}


def test_what_was_mended_is_what_the_log_contains(cleaned, raw):
    found: Counter[Rule] = sum((one.found for one in cleaned.values()), Counter())
    assert found == {
        Rule.READ_TWICE: 3_409,
        Rule.ENTERED_AGAIN: 21,
        Rule.EXIT_WITHOUT_ENTRY: 24,
        Rule.EXIT_MISSING: 1_294,
        Rule.OVER_MIDNIGHT: 13,
    }
    assert found == found_by_pandas(raw[~raw["card"].str.startswith(UNKNOWN)])


def found_by_pandas(lines):
    """What is wrong with the log, told from each line and the card's lines around it."""
    of_card = lines.groupby("card", sort=False)
    since = lines["time"] - of_card["time"].shift()
    same = (lines["gate"] == of_card["gate"].shift()) & (lines["enters"] == of_card["enters"].shift())
    doubles = same & (since <= pd.Timedelta(seconds=60))
    once = lines[~doubles]
    of_card = once.groupby("card", sort=False)
    days = (once["time"] - pd.Timedelta(hours=5)).dt.date  # what is passed at night is of the day before
    dates = once["time"].dt.date
    date_before = dates.groupby(once["card"], sort=False).shift()
    entered_before = of_card["enters"].shift().eq(True)
    day_before = days.groupby(once["card"], sort=False).shift()
    exits_after = of_card["enters"].shift(-1).eq(False)
    day_after = days.groupby(once["card"], sort=False).shift(-1)
    return {
        Rule.READ_TWICE: doubles.sum(),
        Rule.ENTERED_AGAIN: (once["enters"] & entered_before & (days == day_before)).sum(),
        Rule.EXIT_WITHOUT_ENTRY: (~once["enters"] & ~entered_before).sum(),
        Rule.EXIT_MISSING: (once["enters"] & ~exits_after & (days != day_after)).sum(),
        Rule.OVER_MIDNIGHT: (~once["enters"] & entered_before & (dates != date_before)).sum(),
    }


def test_the_log_is_the_one_that_is_described(raw):
    assert len(raw) == 232_369
    unknown = raw[raw["card"].str.startswith(UNKNOWN)]
    assert (len(unknown), unknown["card"].nunique()) == (243, 243)
    doubled = raw[raw.duplicated(["card", "gate", "direction"])]
    gaps = (raw["time"] - raw.groupby(["card", "gate", "direction"])["time"].shift())[doubled.index]
    assert set(gaps[gaps <= pd.Timedelta(seconds=60)].dt.total_seconds()) <= {1, 2, 3, 4}


def test_every_duty_over_midnight_is_counted_on_both_its_days(cleaned):
    duties = [
        stay
        for one in cleaned.values()
        for stay in one.stays
        if stay.start.astimezone(TOKYO).date() != stay.end.astimezone(TOKYO).date()
    ]
    assert len(duties) == 13
    assert all(timedelta(hours=15) < duty.end - duty.start < timedelta(hours=16) for duty in duties)
    assert not any(duty.estimated for duty in duties)
