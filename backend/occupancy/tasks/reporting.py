"""Monthly reports, by the clock."""

from procrastinate.contrib.django import app

from audit.context import acting_as
from core.queues import HEAVY
from occupancy.mail import post_of_the_city
from occupancy.services.monthly_reports import send_monthly_reports


@app.periodic(cron="17 21,23 * * *")
@app.task(
    name="occupancy.send_monthly_reports",
    queue=HEAVY,
    queueing_lock="occupancy.send_monthly_reports",
    lock="occupancy.send_monthly_reports",
)
def send_reports(timestamp: int) -> None:
    """Twice early in the city's morning (6:17 and 8:17): last month's reports that were not sent yet."""
    post = post_of_the_city()
    if post is not None:
        with acting_as(actor_name="occupancy", request_id=f"occupancy-reports-{timestamp}"):
            send_monthly_reports(post)
