"""Remember the desks that were wanted and not given.

Costs nothing where a desk is given. The attempt travels with the refusal, and is written when the refusal has become
an answer: what a refused transaction writes is undone with it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.utils.crypto import salted_hmac

from bookings.models import RefusedAttempt
from bookings.policies.attempted import UNMET_DEMAND, Attempt
from bookings.selectors.booker import booker_on
from core import clock
from core.refused import Refused
from spaces.selectors import placed_desk


@contextmanager
def attempt(*, person_id: int, desk_id: int, day: date) -> Iterator[None]:
    """Whatever refuses inside is an attempt of this person for this desk."""
    try:
        yield
    except Refused as refused:
        if refused.code in UNMET_DEMAND and not refused.attempts:
            refused.attempts = (Attempt(person_id, desk_id, day, str(refused.code)),)
        raise


def remember_refused(refused: Refused) -> None:
    """Write down the attempts of a refusal that was answered: a row each, without the person."""
    RefusedAttempt.objects.bulk_create(_row(one) for one in refused.attempts if isinstance(one, Attempt))


def _row(one: Attempt) -> RefusedAttempt:
    place = placed_desk(one.desk_id, one.day)
    digest = salted_hmac("bookings.refused_attempt", f"{one.person_id}|{one.day}", algorithm="sha256").hexdigest()
    return RefusedAttempt(
        at=clock.now(),
        day=one.day,
        area_id=place.area.id if place else None,
        department_id=booker_on(one.person_id, one.day).department_id,
        code=one.code,
        whose=digest[:16],
    )
