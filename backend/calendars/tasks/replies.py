"""What the worker for other people's servers does about answers to invitations."""

from procrastinate.contrib.django import app

from calendars.mailbox import mailbox_of_answers
from calendars.services.answering import read_answers
from core.queues import OUTSIDE


@app.periodic(cron="* * * * *")
@app.task(
    name="calendars.read_answers", queue=OUTSIDE, queueing_lock="calendars.read_answers", lock="calendars.read_answers"
)
def read_answers_of_people(timestamp: int) -> None:
    """Every minute: read the mailbox of answers, where there is one."""
    mailbox = mailbox_of_answers()
    if mailbox is not None:
        read_answers(mailbox)
