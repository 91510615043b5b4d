"""Invitations and proposals of days that were long ago."""

from datetime import date

from calendars.models import Invitation, Proposal


def forget_day(day: date) -> int:
    """Remove what was mailed about `day`, and what calendars proposed for it. See core.forgetting.Forget.

    What stands in a linked calendar is the person's own, and our note of it stays with the link: it is needed to take
    it away again.
    """
    found = 0
    for model in (Invitation, Proposal):
        gone, _by_model = model.objects.filter(day=day).delete()
        found += gone
    return found
