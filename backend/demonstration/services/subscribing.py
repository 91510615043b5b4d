"""Addresses to subscribe to: of one's own days for those whom one signs in as first, of the section for who leads it.

No calendar is linked: there is no server that the demonstration could speak to.
"""

from calendars.models import Feed
from calendars.policies.choices import FeedKind
from calendars.services.feeds import make_feed
from demonstration.services.playing import account_of, as_person
from demonstration.services.together import SECTION
from people.models import Department, Person
from people.policies.roles import Role


def subscribe() -> None:
    """Make them, unless somebody has one or has had one."""
    if Feed.objects.exists():
        return
    section = Department.objects.filter(code=SECTION).first()
    for role in (Role.STAFF, Role.MANAGER):
        account = account_of(role)
        if account is not None and account.person is not None:
            _subscribe(account.person, section)


def _subscribe(person: Person, section: Department | None) -> None:
    with as_person(person):
        make_feed(person_id=person.pk, kind=FeedKind.PERSONAL)
        if section is not None and section.posts.filter(person=person, manages=True).exists():
            make_feed(person_id=person.pk, kind=FeedKind.SECTION, department_id=section.pk)
