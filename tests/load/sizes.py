"""How large the hall is against which the product is measured."""

from dataclasses import dataclass

DESKS_PER_FLOOR = 200
AREAS_PER_FLOOR = 5
DESKS_PER_AREA = DESKS_PER_FLOOR // AREAS_PER_FLOOR
FLOORS_PER_COMMON_AREA = 5
PARTS = (
    "reading",
    "searching",
    "booking",
    "contests",
    "series",
    "waiting",
    "editing",
    "section",
    "approving",
    "feeds",
    "calendars",
    "starting",
    "directory",
    "desks_needed",
    "occupancy_build",
    "gate_log",
    "occupancy_reports",
    "placement",
    "forgetting",
)
KEPT = "made.pickle"
"""The file beside a generated database that says it is complete."""


@dataclass(frozen=True, slots=True)
class Size:
    """`bookings` of the past are spread over `years`; `desks` fill whole floors of 200.

    `gate_lines` are those of a year's gate log.
    """

    name: str
    people: int
    desks: int
    bookings: int
    years: int
    gate_lines: int = 2_200_000

    @property
    def floors(self) -> int:
        return self.desks // DESKS_PER_FLOOR

    @property
    def areas(self) -> int:
        return self.floors * AREAS_PER_FLOOR

    @property
    def common_areas(self) -> int:
        return max(2, self.floors // FLOORS_PER_COMMON_AREA)

    @property
    def home_areas(self) -> int:
        return self.areas - self.common_areas


SIZES = {
    "small": Size("small", people=4_000, desks=3_000, bookings=440_000, years=1),
    "city": Size("city", people=20_000, desks=5_000, bookings=3_700_000, years=5, gate_lines=11_000_000),
    # Only to try the programs themselves; its figures say nothing.
    "tiny": Size("tiny", people=4_000, desks=1_000, bookings=20_000, years=1, gate_lines=100_000),
}
