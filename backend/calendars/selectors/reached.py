"""Whose calendars we write into: asked with every event that is recorded."""

from audit.models import Event
from calendars.models import CalendarChoices, CalendarLink, Invitation
from calendars.policies.heard import people_in
from core.briefly import Briefly


def is_worth_a_look(event: Event) -> bool:
    """Whether the event is about somebody whose days go into a linked calendar or leave by mail."""
    return not reached_people().isdisjoint(people_in(event.after))


def reached_people() -> frozenset[int]:
    """Who has a link that sends, wants invitations, or was sent some that stand; at most a second old."""
    return _reached.get()


def forget_reached() -> None:
    """Read it anew: somebody has linked a calendar or wants mail now, or no longer."""
    _reached.forget()


def links_of_people(person_ids: set[int]) -> list[int]:
    """The links of these people that we write into."""
    links = CalendarLink.objects.filter(person_id__in=person_ids, sends=True, ended_at__isnull=True)
    return list(links.order_by("pk").values_list("pk", flat=True))


def _read() -> frozenset[int]:
    linked = CalendarLink.objects.filter(sends=True, ended_at__isnull=True).values_list("person_id")
    by_mail = CalendarChoices.objects.filter(by_mail=True).values_list("person_id")
    invited = Invitation.objects.filter(cancelled=False).values_list("person_id")
    return frozenset(person_id for (person_id,) in linked.union(by_mail, invited))


_reached = Briefly(_read)
