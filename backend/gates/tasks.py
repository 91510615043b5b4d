"""What the workers do for files of gate logs."""

from contextlib import suppress

from django.db import DatabaseError
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from audit.context import acting_as
from core.queues import HEAVY
from gates.models import GateLogFile
from gates.services.deferring import TAKE_FILE
from gates.services.sources import StoredLog
from gates.services.taking import fail, take_over
from gates.services.tidying import forget_stopped_files

_TRIES = 4
_AGAIN = RetryStrategy(max_attempts=_TRIES, wait=30)


@app.task(name=TAKE_FILE, queue=HEAVY, retry=_AGAIN, pass_context=True)
def take_file(context: JobContext, *, file_id: int) -> None:
    """Take a file over that was sent; a job whose worker was killed comes again and goes on where it was."""
    file = GateLogFile.objects.filter(pk=file_id).first()
    if file is None:
        return
    with acting_as(actor_id=file.asked_by_id, actor_name=file.asked_by, request_id=f"gate-log-{file_id}"):
        try:
            take_over(file_id=file_id, source=StoredLog(file))
        except Exception as error:
            if context.job.attempts + 1 >= _TRIES:
                with suppress(DatabaseError):
                    fail(file_id=file_id, reason=type(error).__name__)
            raise


@app.periodic(cron="19 3 * * *")
@app.task(name="gates.forget_stopped_files", queueing_lock="gates.forget_stopped_files")
def forget_stopped(timestamp: int) -> None:
    """Every night: what stopped files left behind, when their time is over."""
    forget_stopped_files()
