"""How many people waited for which areas."""

from datetime import date

from waitlists.models import Wait
from waitlists.policies.demand import Demand, Waited, demand_of
from waitlists.policies.states import WaitState


def demand(first: date, last: date) -> list[Demand]:
    """By day and area from `first` to `last`, both included; one query."""
    rows = Wait.objects.filter(day__range=(first, last)).values_list("day", "area_id", "person_id", "state")
    return demand_of(
        Waited(day, area_id, person_id, state == WaitState.ACCEPTED) for day, area_id, person_id, state in rows
    )
