"""Background jobs of what belongs to no app."""

from procrastinate.contrib.django import app

from core.idempotency import forget_old_answers


@app.periodic(cron="29 3 * * *")
@app.task(name="core.tasks.forget_old_answers", queueing_lock="forget_old_answers")
def forget_answers_kept_long_enough(timestamp: int) -> None:
    """Remove the answers kept for an Idempotency-Key when their time is over."""
    forget_old_answers()
