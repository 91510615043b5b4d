"""What becomes of each displaced booking, as it is told before and after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relocation.selectors.hall_days import HallDays
from relocation.selectors.lost import Lost
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A booking that a change displaces: the desk and area it loses, where it could go, and whether it went there.

    `proposal` may be a desk that is only drawn yet; its id is below nought.
    """

    lost: Lost
    desk_code: str
    area_name: str
    proposal: DeskOnFloor | None
    moved: bool = False


def foreseen(
    lost: Sequence[Lost], places: Mapping[int, DeskOnFloor], hall: HallDays, *, moved: bool = False
) -> list[Foreseen]:
    """Every lost booking with what `places` proposes for it; `moved` says that it goes there."""
    found = []
    for one in lost:
        desk = one.booking.desk
        stood = hall.place_before(desk.pk, one.booking.day) or hall.place(desk.pk, one.booking.day)
        proposal = places.get(one.booking.pk)
        area_name = "" if stood is None else stood.area.name
        found.append(Foreseen(one, desk.code, area_name, proposal, moved and proposal is not None))
    return found
