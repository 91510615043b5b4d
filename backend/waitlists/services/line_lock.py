"""Nobody joins the line of a day while a desk of that day is being freed, and the other way round.

Who frees a desk holds the line shared to the end of the transaction and never waits for it: a desk is freed under locks
of people and desks, and waiting here as well could close a circle. Who joins holds it alone and no other lock.
"""

from datetime import date

from django.db import connection

from core.locks import Locked, lock


def join_alone(day: date) -> None:
    """Wait until no desk of `day` is being freed, and keep it so to the end of the transaction."""
    lock((Locked.LINE, day.toordinal()))


def nobody_joins(day: date) -> bool:
    """Keep everybody from joining the line of `day` to the end of the transaction; False where somebody is at it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock_shared(%s, %s)", [int(Locked.LINE), day.toordinal()])
        (got,) = cursor.fetchone()
    return bool(got)
