"""Invitations, proposals and notes of what was sent, of days that were long ago."""

from datetime import date

from calendars.models import Invitation, Proposal, SentEvent


def forget_day(day: date) -> int:
    """Remove what was mailed about `day`, what calendars proposed for it, and our notes of what we wrote into them.

    What stands in a linked calendar is the person's own. Without the note it is not taken away any more when the link
    ends. Nothing is written about a day so long ago, so no note is missed before. See core.forgetting.Forget.
    """
    found = 0
    for model in (Invitation, Proposal, SentEvent):
        gone, _by_model = model.objects.filter(day=day).delete()
        found += gone
    return found
