"""What the worker does for places by the clock."""

from procrastinate.contrib.django import app

from spaces.services.dxf import forget_drawings


@app.periodic(cron="43 * * * *")
@app.task(name="spaces.forget_drawings", queueing_lock="spaces.forget_drawings")
def forget_old_drawings(timestamp: int) -> None:
    """Every hour: drawings from CAD that nobody made a draft of are deleted."""
    forget_drawings()
