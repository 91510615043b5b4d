"""How quickly a year of Tuesdays is previewed, and a rule is tried on a month."""

import time
from datetime import date, timedelta

from bookings.models import BookingRule
from bookings.selectors.simulation import candidate_rows, simulate
from core import clock
from core.revision import Slow, bump
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Wanted, run

PREVIEWS = 40
A_YEAR = timedelta(days=364)
A_MONTH = timedelta(days=31)
TUESDAY = 1


def measure_series(port: int, hall: Hall, figures: Figures) -> None:
    """Previews by people of different areas, one after another; then a rule over the month before today."""
    rule = BookingRule.objects.create(
        name="a year of series", owner="bench", series_window_days=400, max_series_dates=200
    )
    bump(Slow.RULES)
    try:
        _measure_previews(port, hall, figures)
    finally:
        rule.delete()
        bump(Slow.RULES)
    _measure_trial(figures)


def _measure_previews(port: int, hall: Hall, figures: Figures) -> None:
    first = clock.today() + timedelta(days=(TUESDAY - clock.today().weekday()) % 7)
    previews = [
        Wanted(
            hall.person_ids[person],
            "POST",
            "/booking-series/preview/",
            {
                "desk": hall.desk_ids[hall.area_of(person)][person // hall.size.home_areas % 40],
                "weekdays": [TUESDAY],
                "from": first.isoformat(),
                "until": (first + A_YEAR).isoformat(),
            },
        )
        for person in range(PREVIEWS)
    ]
    run(port, previews[:4], clients=1)
    found = run(port, previews, clients=1)
    dates = {len(answer.json["dates"]) for answer in found.answers if answer.status == 200}
    figures.most("preview of a year of Tuesdays, p95", found.milliseconds(0.95), 300, " ms")
    figures.told("preview of a year of Tuesdays, p50", f"{found.milliseconds(0.5):.0f} ms")
    figures.told("previews: answers; dates", f"{found.statuses()}; {sorted(dates)}", "all 200", dates == {53})


def _measure_trial(figures: Figures) -> None:
    last: date = clock.today()
    present, wanted = candidate_rows(BookingRule(name="shorter", owner="bench", longest_minutes=240), None)
    began = time.monotonic()
    found = simulate(present, wanted, first=last - A_MONTH, last=last)
    figures.most("trying a rule on a month", time.monotonic() - began, 5, " s", digits=1)
    figures.told("trying a rule: bookings judged; refused", f"{found.judged:,}; {found.refused:,}")
