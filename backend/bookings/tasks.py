"""What the worker does for bookings by the clock."""

from procrastinate.contrib.django import app

from audit.context import acting_as
from bookings.services.release import release_no_shows


@app.periodic(cron="* * * * *")
@app.task(name="bookings.release_no_shows", queueing_lock="bookings.release_no_shows")
def release_desks_nobody_came_to(timestamp: int) -> None:
    """Every minute: release the bookings whose grace is over without a check-in."""
    with acting_as(actor_name="release", request_id=f"release-{timestamp}"):
        release_no_shows()
