"""How quickly desks needed are answered for all departments of a city, and how long a forecast takes."""

import datetime as dt
import time
from collections.abc import Callable
from datetime import date

from core import clock
from core.revision import Slow, bump
from planning.policies.poisson_binomial import Group
from planning.policies.supposed import FromHistory, FromRates, Supposed
from planning.services.forecasting import forecast
from planning.services.needs import desks_needed
from plans.selectors.working_days import city_calendar
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.occupancy_facts import write_facts

DRAWS = 10_000
PEOPLE = 3_000
GROUPS = 200


def measure_desks_needed(hall: Hall, figures: Figures) -> None:
    """A year and five of 700 departments drawn again 10,000 times, each department by itself and all together."""
    first, last = write_facts(hall, city_calendar(), clock.today() - dt.timedelta(days=1))
    bump(Slow.PEOPLE)
    year = _history(last - dt.timedelta(days=364), last)
    need = desks_needed(year)
    figures.told("desks needed, departments / days", f"{len(need.by_department):,} / {need.basis.days:,}")
    figures.most(f"desks needed, a year, {DRAWS:,} draws", _seconds(lambda: desks_needed(year)), 5, " s", digits=2)
    whole = _history(first, last)
    figures.told(f"desks needed, five years, {DRAWS:,} draws", f"{_seconds(lambda: desks_needed(whole)):.2f} s")
    rates = tuple(Group(1, number / PEOPLE) for number in range(PEOPLE))
    exact = Supposed(basis=FromRates(rates, 0.0, DRAWS, 1))
    figures.told(f"desks needed, {PEOPLE:,} rates, exact", f"{_seconds(lambda: desks_needed(exact)):.2f} s")
    groups = tuple(Group(PEOPLE // GROUPS, number / GROUPS) for number in range(GROUPS))
    correlated = Supposed(basis=FromRates(groups, 0.2, DRAWS, 1))
    figures.told(f"desks needed, {GROUPS:,} groups, simulated", f"{_seconds(lambda: desks_needed(correlated)):.2f} s")
    figures.told("forecast of all floors, at first", f"{_seconds(forecast):.2f} s")
    figures.most("forecast of all floors, known already", _seconds(forecast) * 1000, 100, " ms")


def _history(first: date, last: date) -> Supposed:
    return Supposed(basis=FromHistory(first, last, "gate", DRAWS, 1))


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
