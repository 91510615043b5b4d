"""What files told of and was not taken: cards of nobody, and times to come."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Sum

from core import clock
from gates.models import GateLogFile, GatePassage, UnknownCard
from people.models import Person


class UnknownDay(NamedTuple):
    """Cards of nobody on the roll that a file tells of on a day, and how often they passed."""

    day: date
    cards: int
    passages: int


def could_be_taken_now(file: GateLogFile) -> bool:
    """Whether reading the same content again would bring more: a card has become somebody's, or a time was to come."""
    if file.future:
        return True
    on_the_roll = Person.objects.filter(number=OuterRef("card"))
    return bool(file.unknown_cards.filter(Exists(on_the_roll), staged=False).exists())


def unknown_days_of(file: GateLogFile) -> list[UnknownDay]:
    """Day by day, in order, as the last reading that was done found them."""
    days = (
        file.unknown_cards.filter(staged=False)
        .values("day")
        .annotate(cards=Count("card", distinct=True), passages=Sum("passages"))
    )
    return [UnknownDay(row["day"], row["cards"], row["passages"]) for row in days.order_by("day")]


def unknown_cards_between(first: date, last: date) -> dict[date, int]:
    """How many different cards of nobody on the roll passed on each day, by all files that were taken over.

    A card is nobody's on a day until passages of that day are kept as somebody's. What a file told of it stays on
    record: another file may tell of other gates, and this one may still be read again.
    """
    bounds = {"at__gte": clock.day_start(first), "at__lt": clock.day_end(last)}
    kept = GatePassage.objects.filter(person__number=OuterRef("card"), at__date=OuterRef("day"), **bounds)
    rows = UnknownCard.objects.filter(~Exists(kept), day__range=(first, last), staged=False)
    return dict(rows.values("day").annotate(cards=Count("card", distinct=True)).values_list("day", "cards"))
