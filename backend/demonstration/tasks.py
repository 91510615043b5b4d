"""Background jobs of the demonstration: its day goes on while it is being served."""

from pathlib import Path

from django.conf import settings
from procrastinate.contrib.django import app

from audit.context import acting_as
from core import clock
from core.queues import HEAVY
from demonstration.services.counting import count_floors
from demonstration.services.deferring import KEEP_SCENARIOS, LOAD_PAST, keep_scenarios_soon
from demonstration.services.filling import fill_days
from demonstration.services.passing import pass_gates
from demonstration.services.past import load_past
from demonstration.services.planning import keep_placement, keep_scenarios
from demonstration.services.settling import settle_days
from demonstration.services.teleworking import fill_telework, settle_telework


@app.periodic(cron="*/5 * * * *")
@app.task(name="demonstration.tasks.go_on", queueing_lock="demonstration_goes_on")
def go_on(timestamp: int) -> None:
    """Check the fictional staff in and out, and fill the next working day. Does nothing outside the demonstration."""
    if not settings.DEMONSTRATION:
        return
    today = clock.today()
    fill_days(today)
    fill_telework(today)
    settle_days(today)
    settle_telework(today)
    pass_gates(today)


@app.task(name=LOAD_PAST, queue=HEAVY, queueing_lock=LOAD_PAST)
def past(*, folder: str) -> None:
    """Load the weeks of the hall's gate log, and have their facts built."""
    with acting_as(actor_name="demonstration"):
        load_past(Path(folder))
        keep_scenarios_soon()
        count_floors()


@app.task(name=KEEP_SCENARIOS, queue=HEAVY, queueing_lock=KEEP_SCENARIOS)
def scenarios() -> None:
    """Answer the scenarios of the hall, once its facts are there, and have the one that fits placed."""
    with acting_as(actor_name="demonstration"):
        keep_scenarios()
        keep_placement()
