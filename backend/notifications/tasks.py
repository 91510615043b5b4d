"""What the worker does for notices by the clock."""

from procrastinate.contrib.django import app

from notifications.mail import post_of_the_city
from notifications.services.forgetting import forget_old_notices
from notifications.services.mailing import send_due_mail


@app.periodic(cron="* * * * *")
@app.task(name="notifications.send_due_mail", queueing_lock="notifications.send_due_mail", lock="notifications.mail")
def send_mail_that_is_due(timestamp: int) -> None:
    """Every minute: send the mails that are due, where this installation sends mail."""
    post = post_of_the_city()
    if post is not None:
        send_due_mail(post)


@app.periodic(cron="51 3 * * *")
@app.task(name="notifications.forget_old_notices", queueing_lock="notifications.forget_old_notices")
def forget_notices_kept_long_enough(timestamp: int) -> None:
    """Every night: delete the notices whose time is over."""
    forget_old_notices()
