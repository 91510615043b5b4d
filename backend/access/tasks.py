"""Background jobs of the access app."""

from procrastinate.contrib.django import app

from access.policies.throttle import ThrottlePolicy
from access.services.federation import forget_old_round_trips
from access.services.passkeys import forget_spent_challenges
from access.services.sessions import delete_expired_sessions
from access.services.throttle import forget_old_counts
from core import clock


@app.periodic(cron="43 3 * * *")
@app.task(name="access.tasks.tidy_sign_ins", queueing_lock="tidy_sign_ins")
def tidy_sign_ins(timestamp: int) -> None:
    """Remove sessions that are over, counts of failures whose window is, and challenges that were answered."""
    delete_expired_sessions()
    forget_old_round_trips()
    forget_old_counts(policy=ThrottlePolicy(), now=clock.now())
    forget_spent_challenges()
