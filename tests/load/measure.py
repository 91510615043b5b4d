"""One size, from an empty database to its figures. Runs in a process of its own: settings are read once."""

from collections.abc import Collection
from pathlib import Path

from core import clock
from plans.selectors.working_days import CityCalendar, city_calendar
from tests.load.approving import measure_approving
from tests.load.booking import measure_booking
from tests.load.calendar_feeds import measure_calendar_feeds
from tests.load.calendar_push import measure_calendar_push
from tests.load.contests import measure_contests
from tests.load.desks_needed import measure_desks_needed
from tests.load.directory import measure_directory
from tests.load.drawing import measure_drawing
from tests.load.editor_drag import measure_editor_drag
from tests.load.figures import Figures
from tests.load.forgetting import measure_forgetting
from tests.load.gate_log import measure_gate_log
from tests.load.hall import Hall
from tests.load.history import BUSY_DAYS_AHEAD
from tests.load.kept_hall import kept_hall
from tests.load.occupancy_build import measure_occupancy_build
from tests.load.occupancy_reports import measure_occupancy_reports
from tests.load.placement import measure_placement
from tests.load.reading import measure_reading
from tests.load.rostering import measure_rostering
from tests.load.searching import measure_searching
from tests.load.section import measure_section
from tests.load.series import measure_series
from tests.load.sizes import Size
from tests.load.stack import served
from tests.load.starting import measure_starting
from tests.load.waiting import measure_waiting

SERVED = frozenset(
    {
        "reading",
        "editing",
        "searching",
        "section",
        "booking",
        "series",
        "contests",
        "waiting",
        "approving",
        "feeds",
        "starting",
    }
)
"""Parts that ask a server of the hall."""
WITHOUT_BOOKINGS = frozenset({"desks_needed", "gate_log", "placement", "occupancy_reports"})
"""Parts that read no booking. Where only such are asked for none is written, which takes most of the time."""


def measure(size: Size, folder: Path, seconds: int, parts: Collection[str]) -> Figures:
    """Build the hall of `size` in the database unless it is there already, serve it, and measure `parts` of PARTS."""
    figures = Figures(size.name)
    calendar = city_calendar()
    kept = kept_hall(size, folder, calendar, with_bookings=not WITHOUT_BOOKINGS.issuperset(parts))
    figures.told("people / desks / bookings", f"{size.people:,} / {size.desks:,} / {kept.bookings:,}")
    if SERVED.intersection(parts):
        _measure_served(parts, kept.hall, folder, seconds, calendar, figures)
    _measure_beside(parts, kept.hall, folder, figures)
    return figures


def _measure_served(
    parts: Collection[str], hall: Hall, folder: Path, seconds: int, calendar: CityCalendar, figures: Figures
) -> None:
    days = [day.isoformat() for day in calendar.working_days_from(clock.today(), 15)]
    busy, empty = days[BUSY_DAYS_AHEAD], days[BUSY_DAYS_AHEAD + 1 :]
    with served(folder) as product:
        port = product.port
        if "reading" in parts:
            measure_reading(product, hall, busy, seconds, figures)
        if "editing" in parts:
            measure_editor_drag(port, hall, figures)
        if "searching" in parts:
            measure_searching(port, hall, figures)
            measure_rostering(hall, figures)
        if "section" in parts:
            measure_section(port, hall, figures)
        if "booking" in parts:
            measure_booking(port, hall, day=empty[0], rush_day=empty[1], figures=figures)
        if "series" in parts:
            measure_series(port, hall, figures)
        if "contests" in parts:
            measure_contests(port, hall, empty[2:9], figures)
            measure_drawing(port, hall, empty[2:7], figures)
        if "waiting" in parts:
            measure_waiting(port, hall, empty[9], figures)
        if "approving" in parts:
            measure_approving(port, hall, empty[-5:], figures)
        if "feeds" in parts:
            measure_calendar_feeds(port, hall, seconds, figures)
        if "starting" in parts:
            measure_starting(port, hall, figures)


def _measure_beside(parts: Collection[str], hall: Hall, folder: Path, figures: Figures) -> None:
    """What brings servers and processes of its own."""
    if "calendars" in parts:
        measure_calendar_push(hall, folder, figures)
    if "directory" in parts:
        measure_directory(figures)
    if "occupancy_build" in parts:
        measure_occupancy_build(hall, figures)
    if "desks_needed" in parts:
        measure_desks_needed(hall, figures)
    if "gate_log" in parts:
        measure_gate_log(hall.size.gate_lines, folder, figures)
    if "placement" in parts:
        measure_placement(figures)
    if "occupancy_reports" in parts:
        measure_occupancy_reports(hall, figures)
    if "forgetting" in parts:
        measure_forgetting(hall, folder, figures)
