"""Everything that is known of a day, read once, before rows are made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from core import clock
from occupancy.policies.demand import WishRefused
from occupancy.policies.evidence import BookingSeen, Stretch, held_of, joined, known_of
from occupancy.policies.slot_counts import mask_of
from occupancy.policies.slots import SLOT_MINUTES, CoreWindow, slot_starts
from occupancy.selectors.bookings_of_day import bookings_seen, wishes_refused
from occupancy.selectors.desks_of_day import DesksOfDay, SensedOfDay, desks_of_day, sensed_of_day
from occupancy.selectors.roll_of_day import RollOfDay, roll_of_day
from occupancy.selectors.stays import StaysOfDay, stays_of_day


@dataclass(frozen=True)
class DaySeen:
    """The records of `day` as they are now; what happened from `until` on is not looked at."""

    day: date
    until: datetime
    core: CoreWindow
    desks: DesksOfDay
    sensed: SensedOfDay
    bookings: Sequence[BookingSeen]
    refused: Sequence[WishRefused]
    gates: StaysOfDay
    roll: RollOfDay

    @cached_property
    def begun(self) -> int:
        """The slots that have begun, as bits: all of them once the day is over."""
        return self.mask([(clock.day_start(self.day), self.until)])

    @property
    def window(self) -> Stretch:
        """From the first core slot to the end of the last."""
        starts = slot_starts(self.day, clock.city_zone())
        end = starts[self.core.end - 1].timestamp() + SLOT_MINUTES * 60
        return starts[self.core.first], datetime.fromtimestamp(end, clock.city_zone())

    @cached_property
    def held(self) -> Mapping[int, Stretch]:
        """By booking id, when its desk counts as taken."""
        every = ((one.id, held_of(one, self.until)) for one in self.bookings)
        return {booking_id: stretch for booking_id, stretch in every if stretch is not None}

    @cached_property
    def known(self) -> Mapping[int, list[Stretch]]:
        """By booking id, when its person is known to have been there."""
        return {one.id: known_of(one, self._stays_in(one), self.until) for one in self.bookings}

    def mask(self, stretches: Sequence[Stretch]) -> int:
        return mask_of(stretches, self.day, clock.city_zone())

    def stays(self, person_id: int) -> list[Stretch]:
        """When the person was in a building of the city, by the gates."""
        stays = self.gates.stays.get(person_id, ())
        return joined([(stay.start, min(stay.end, self.until)) for stay in stays if stay.start < self.until])

    def _stays_in(self, booking: BookingSeen) -> list[Stretch]:
        """The stays of the booking's person in the building of its desk; entrances lead to no floor, so to any."""
        building_of = self.desks.building_of_floor
        here = building_of.get(booking.floor_id)
        return [
            (stay.start, stay.end)
            for stay in self.gates.stays.get(booking.person_id, ())
            if stay.floor_id is None or building_of.get(stay.floor_id) == here
        ]


def see_day(day: date, *, until: datetime, core: CoreWindow, frozen: bool) -> DaySeen:
    """Read the records of a day. `frozen`: what its facts say of its departments holds (see `roll_of_day`)."""
    return DaySeen(
        day=day,
        until=until,
        core=core,
        desks=desks_of_day(day),
        sensed=sensed_of_day(day),
        bookings=bookings_seen(day),
        refused=wishes_refused(day),
        gates=stays_of_day(day),
        roll=roll_of_day(day, frozen=frozen),
    )
