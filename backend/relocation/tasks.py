"""What the worker does for displaced bookings by the clock."""

from procrastinate.contrib.django import app

from relocation.services.answering import lapse_over


@app.periodic(cron="7 * * * *")
@app.task(name="relocation.lapse_offers", queueing_lock="relocation.lapse_offers")
def lapse_offers(timestamp: int) -> None:
    """Every hour: offers that nobody answered in time are marked as lapsed."""
    lapse_over()
