"""Who does what in the hall: its people act in their own names."""

from contextlib import AbstractContextManager

from audit.context import acting_as
from people.demonstration import CAST
from people.models import Account, Person
from people.policies.roles import Role
from people.selectors.demonstration import played_by


def account_of(role: Role) -> Account | None:
    """Who plays the part; None where nobody does."""
    return next((played_by(part) for part in CAST if part.role is role), None)


def as_person(person: Person) -> AbstractContextManager[None]:
    """What happens within is done by that person, signed in or not."""
    account = Account.objects.filter(person=person).only("pk").first()
    return acting_as(actor_id=account.pk if account else None, actor_name=person.name, actor_person_id=person.pk)
