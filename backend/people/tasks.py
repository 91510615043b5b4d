"""Background jobs of the people app."""

from procrastinate.contrib.django import app

from core import clock
from people.policies.throttle import ThrottlePolicy
from people.services.sessions import delete_expired_sessions
from people.services.throttle import forget_old_counts


@app.periodic(cron="43 3 * * *")
@app.task(name="people.tasks.tidy_sign_ins", queueing_lock="tidy_sign_ins")
def tidy_sign_ins(timestamp: int) -> None:
    """Remove sessions that are over and counts of failures whose window is."""
    delete_expired_sessions()
    forget_old_counts(policy=ThrottlePolicy(), now=clock.now())
