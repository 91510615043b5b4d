"""Invitations, proposals and notes of what was sent, of days that were long ago."""

from datetime import date

from calendars.models import Invitation, Proposal, SentEvent


def forget_day(day: date) -> int:
    """Remove what was mailed about `day` and those before it, and what calendars proposed for them.

    Our notes of what we wrote into calendars go as well: what stands there is the person's own, and is not taken away
    any more when the link ends. Nothing is written about a day so long ago, so no note is missed before. See
    core.forgetting.Forget.
    """
    found = 0
    for model in (Invitation, Proposal, SentEvent):
        gone, _by_model = model.objects.filter(day__lte=day).delete()
        found += gone
    return found
