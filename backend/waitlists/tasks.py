"""What the worker does for those who wait."""

from datetime import date

from procrastinate.contrib.django import app

from audit.context import acting_as
from waitlists.services.keeping import book_at_once, keep_lines, serve_day
from waitlists.services.serving import BOOK_AT_ONCE, SERVE_DAY, WAITLIST


@app.periodic(cron="* * * * *")
@app.task(name="waitlists.keep_lines", queueing_lock="waitlists.keep_lines")
def keep_every_line(timestamp: int) -> None:
    """Every minute: lapsed offers go to the next, and lines whose day is over end."""
    with acting_as(actor_name=WAITLIST, request_id=f"waitlist-{timestamp}"):
        keep_lines()


@app.task(name=SERVE_DAY)
def serve_line_of_day(day: str) -> None:
    """Look once more at a day on which somebody joined while a desk was being freed."""
    with acting_as(actor_name=WAITLIST):
        serve_day(date.fromisoformat(day))


@app.task(name=BOOK_AT_ONCE)
def book_offer_at_once(wait_id: int) -> None:
    """Book the desk for whoever wished to have it without being asked."""
    book_at_once(wait_id)
