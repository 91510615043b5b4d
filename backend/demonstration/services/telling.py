"""Something to be told of, and a screen on a wall: so that notices and displays are seen where they belong."""

import datetime as dt

from attendance.services.looking import note_view_of_person
from demonstration.services.playing import account_of, as_person
from displays.models import DisplayLink
from displays.services.links import set_up_display
from people.policies.roles import Role
from spaces.models import Floor

FLOOR = "6階"
WHERE = "6階 エレベーターホール"


def tell_of_a_look(today: dt.date) -> None:
    """The manager looks at where the member of staff was last week, who hears of it."""
    manager, staff = account_of(Role.MANAGER), account_of(Role.STAFF)
    if manager is None or manager.person is None or staff is None or staff.person_id is None:
        return
    with as_person(manager.person):
        note_view_of_person(person_id=staff.person_id, day=today - dt.timedelta(days=7))


def hang_display() -> None:
    """Facilities set up a display, unless there is one; nobody knows its address."""
    floor, facilities = Floor.objects.filter(name=FLOOR).first(), account_of(Role.FACILITIES)
    if floor is None or facilities is None or facilities.person is None or DisplayLink.objects.exists():
        return
    with as_person(facilities.person):
        set_up_display(floor_id=floor.pk, name=WHERE, names=False, created_by=facilities)
