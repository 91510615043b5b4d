"""Many acts as one: each is tried, and where any is refused, all are undone and each refused date is named."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from django.db import transaction

from core.refused import Refused
from series.policies.refusals import SeriesRefusal

Done = TypeVar("Done")


def do_all(acts: Iterable[tuple[date, Callable[[], Done]]]) -> list[Done]:
    """What each act answered, in order. Raises Refused (`series_dates_refused`) naming every date refused and why.

    The caller's transaction undoes what was done. An act refused does not keep the others from being tried.
    """
    done: list[Done] = []
    refused: list[dict[str, object]] = []
    attempts: list[object] = []
    for day, act in acts:
        try:
            with transaction.atomic():
                done.append(act())
        except Refused as error:
            refused.append({"day": day, "refusal": error})
            attempts += error.attempts
    if refused:
        raise Refused(SeriesRefusal.SERIES_DATES_REFUSED, {"dates": refused}, attempts)
    return done
