"""The figures of reports, over arrays of days by slots; each says its formula, its unit and its source.

`in_use` and `in_service` are counts by day (rows) and slot (columns) of the same place, `counted` says which slots
belong to a figure: those of the core window that the source can tell of. The definitions are those of docs/occupancy.md
(the product's own, from how public bodies and planners count: peaks at one instant, percentiles by nearest rank).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.integer[Any]]
Mask = NDArray[np.bool_]

UNKNOWN = -1
"""Stands in an array of peaks for a day of which nothing is known."""

FULL_SHARE = 0.98
"""A day is full when its peak reaches this share of the desks in service."""

PERCENTILE = 0.95


@dataclass(frozen=True, slots=True)
class Peaks:
    """Daily peaks of several days: their mean, their 95th percentile by nearest rank, and the largest."""

    mean: float | None
    p95: int | None
    max: int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A half-hour on a weekday: how full it is, and the means of desks in use and in service."""

    share: float
    in_use: float
    in_service: float


def share_of(part: float, whole: float) -> float | None:
    """`part / whole`, or None of nothing. Rates are of this form: of the sums of a period, never a mean of rates."""
    return float(part / whole) if whole else None


def average_utilisation(in_use: Counts, in_service: Counts, counted: Mask) -> float | None:
    """平均利用率: Σ C / Σ S over the counted slots of all days; a share, by gates people per desk.

    Source: bookings, check-ins, gates, counts or sensors, whichever made `in_use`.
    """
    return share_of(total(in_use, counted), total(in_service, counted))


def total(counts: Counts, counted: Mask) -> int:
    """The sum over the counted slots; desk slots, or people slots by gates."""
    return int(counts[counted].sum())


def daily_peaks(in_use: Counts, counted: Mask) -> Counts:
    """日最大: for each day the most that were in use at one time, max over slots of C; UNKNOWN where nothing counts.

    Desks, or people by gates. The sum over a place is taken before the maximum: never a sum of each desk's own peak.
    """
    found: Counts = np.where(counted, in_use, UNKNOWN).max(axis=1, initial=UNKNOWN)
    return found


def peak_slots(in_use: Counts, counted: Mask) -> Counts:
    """For each day the column of the first slot with its peak; means nothing on a day with UNKNOWN peak."""
    found: Counts = np.where(counted, in_use, UNKNOWN).argmax(axis=1)
    return found


def nearest_rank(values: Counts | Sequence[int], share: float = PERCENTILE) -> int | None:
    """The percentile by nearest rank: of n values in order the ceil(share · n)-th; None of none.

    It is always one of the values: with 38 days the p95 is the 37th.
    """
    if not len(values):
        return None
    ordered = np.sort(np.asarray(values))
    # 0.95 · 20 is 19.000000000000004 in binary: rounded before it is raised.
    return int(ordered[max(ceil(round(share * len(ordered), 9)), 1) - 1])


def peaks(values: Counts) -> Peaks:
    """Mean, p95 and maximum of daily peaks (日最大の平均・p95・最大); days without one are left out."""
    known = values[values != UNKNOWN]
    if not known.size:
        return Peaks(None, None, None)
    return Peaks(float(known.mean()), nearest_rank(known), int(known.max()))


def full_days(in_use: Counts, in_service: Counts, counted: Mask) -> int:
    """満席の日: days on which in one slot C ≥ 98 % of S, with S > 0: more may have been wanted than the figure says."""
    full = counted & (in_service > 0) & (in_use >= FULL_SHARE * in_service)
    return int(full.any(axis=1).sum())


def heat_map(in_use: Counts, in_service: Counts, counted: Mask) -> list[Cell | None]:
    """曜日と時刻: for each column Σ C / Σ S over the days (rows) in which it counts; None where it never does."""
    days = counted.sum(axis=0)
    used, served = (np.where(counted, counts, 0).sum(axis=0) for counts in (in_use, in_service))
    return [
        Cell(float(use / serve), float(use / of), float(serve / of)) if of and serve else None
        for use, serve, of in zip(used.tolist(), served.tolist(), days.tolist(), strict=True)
    ]


def attendance_rate(present: int, on_roll: int) -> float | None:
    """出社率: Σ distinct people present / Σ people on the roll, sums over days. Source: gates, else check-ins."""
    return share_of(present, on_roll)


def telework_rate(halves: int, on_roll: int) -> float | None:
    """在宅率: Σ half-days of telework / (2 · Σ people on the roll), sums over days. Source: performed requests."""
    return share_of(halves, 2 * on_roll)


def sharing_ratio(people: float, desks: float) -> float | None:
    """1席あたりの人: people on the roll per desk in service, both as means of the days. Source: roll and layouts."""
    return share_of(people, desks)


def no_show_rate(no_shows: int, due: int) -> float | None:
    """来なかった予約: bookings released for want of check-in / bookings due, cancelled ones left out of both."""
    return share_of(no_shows, due)


def walk_up_rate(walk_ups: int, check_ins: int) -> float | None:
    """予約なしの利用: check-ins without a booking / check-ins."""
    return share_of(walk_ups, check_ins)
