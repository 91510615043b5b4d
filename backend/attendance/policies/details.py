"""How much of a half-day somebody may be told who may see where the person is."""

from dataclasses import dataclass

from people.policies.visibility import Seen, Viewer, is_manager_of


@dataclass(frozen=True, slots=True)
class Details:
    """What is told beyond the place.

    `requests` are those behind a stretch, `notes` what the person noted of a trip or a leave, `waiting` the requests
    that wait for a decision, `drafts` those that the person has not sent yet or got back.
    """

    requests: bool = False
    notes: bool = False
    waiting: bool = False
    drafts: bool = False


EVERYTHING = Details(requests=True, notes=True, waiting=True, drafts=True)


def details_for(viewer: Viewer, seen: Seen) -> Details:
    """Everything for oneself, all but drafts for the managers, and approved requests for the same section."""
    if viewer.person_id == seen.person_id:
        return EVERYTHING
    if is_manager_of(viewer, seen.lineage):
        return Details(requests=True, notes=True, waiting=True)
    return Details(requests=not viewer.departments.isdisjoint(seen.departments))
