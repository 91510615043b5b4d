"""What the main worker does for invitations."""

from procrastinate.contrib.django import app

from calendars.mail import post_of_the_city
from calendars.services.inviting import look_at_everybody
from calendars.services.mailing import send_due_invitations


@app.periodic(cron="* * * * *")
@app.task(
    name="calendars.send_invitations", queueing_lock="calendars.send_invitations", lock="calendars.send_invitations"
)
def send_invitations(timestamp: int) -> None:
    """Every minute: send the invitations that are due, where this installation sends mail."""
    post = post_of_the_city()
    if post is not None:
        send_due_invitations(post)


@app.periodic(cron="8,23,38,53 * * * *")
@app.task(name="calendars.look_at_invitations", queueing_lock="calendars.look_at_invitations")
def look_at_invitations(timestamp: int) -> None:
    """Four times an hour: find what has come into sight or was missed."""
    look_at_everybody()
