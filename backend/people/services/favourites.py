"""Mark people whom one wants to find at a glance."""

from django.db import transaction

from core import clock
from core.locks import Locked, lock
from people.models import Favourite
from people.policies.standing_in import favourite_refused
from people.selectors.finding import on_the_roll


@transaction.atomic
def mark_favourite(*, owner_id: int, person_id: int) -> None:
    """Mark the person; nothing happens when it is done already. Raises Refused for oneself and past the most of them.

    No event: whom somebody looks for is nobody else's business.
    """
    lock((Locked.PERSON, owner_id))
    marked = Favourite.objects.filter(owner_id=owner_id)
    if marked.filter(person_id=person_id).exists():
        return
    known = on_the_roll(clock.today()).filter(pk=person_id).exists()
    if refused := favourite_refused(
        owner_id=owner_id, person_id=person_id, on_the_roll=known, favourites=marked.count()
    ):
        raise refused
    Favourite.objects.create(owner_id=owner_id, person_id=person_id, created_at=clock.now())


def unmark_favourite(*, owner_id: int, person_id: int) -> None:
    """Take the mark away; nothing happens where there was none."""
    Favourite.objects.filter(owner_id=owner_id, person_id=person_id).delete()
