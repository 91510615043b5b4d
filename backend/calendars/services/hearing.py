"""Events tell whose calendars have to be looked at again, and nothing more."""

from audit.models import Event
from calendars.policies.heard import is_of_many, people_in
from calendars.selectors.reached import links_of_people, reached_people
from calendars.services.deferring import defer_bring_up
from calendars.services.inviting import look_at


def look_again(event: Event) -> None:
    """Let the linked calendars of whomever the event is about be compared with what belongs there, and what they were
    told by mail.
    """
    people = people_in(event.after) & reached_people()
    if people:
        defer_bring_up(links_of_people(set(people)), behind=is_of_many(event.after))
        look_at(people)
