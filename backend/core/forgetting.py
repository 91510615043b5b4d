"""Who holds something of people's days, and forgets it when it has been kept long enough.

Apps register in their `apps.py` by dotted path; this app knows none of them. Whoever decides when (occupancy, once the
day's facts stand for good) asks all of them for one day, in one transaction.
"""

from collections.abc import Callable
from datetime import date

from django.utils.module_loading import import_string

Forget = Callable[[date], int]
"""Removes who was where on a day from what the app keeps, in the caller's transaction; answers how many rows that was.

Asked again about the same day it finds nothing. What is counted without people may stay.
"""

_forgetters: dict[str, str] = {}


def register_forgetter(app: str, forget: str) -> None:
    """Say how an app forgets the people of a day: the dotted path of a Forget, since apps register before models."""
    if _forgetters.get(app, forget) != forget:
        raise ValueError(f"{app} forgets in another way already")
    _forgetters[app] = forget


def forget_people_of(day: date) -> dict[str, int]:
    """Let every app forget the people of `day`; answers by app how many rows that concerned."""
    found: dict[str, int] = {}
    for app, path in sorted(_forgetters.items()):
        forget: Forget = import_string(path)
        found[app] = forget(day)
    return found
