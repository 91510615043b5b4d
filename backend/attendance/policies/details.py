"""How much of a half-day somebody may be told who may see where the person is."""

from dataclasses import dataclass

from people.policies.visibility import Seen, Viewer, is_manager_of


@dataclass(frozen=True, slots=True)
class Details:
    """What is told beyond the place: requests and what waits, and what the person noted of a trip or a leave."""

    requests: bool = False
    notes: bool = False


EVERYTHING = Details(requests=True, notes=True)
PLACE_ONLY = Details()


def details_for(viewer: Viewer, seen: Seen) -> Details:
    """Everything for oneself and the managers; requests besides for those who work in the same section."""
    if viewer.person_id == seen.person_id or is_manager_of(viewer, seen.lineage):
        return EVERYTHING
    return Details(requests=not viewer.departments.isdisjoint(seen.departments))
