"""Who may book desks for whom as a group, and who may draw a section's desks."""

from collections.abc import Collection

from people.policies.roles import Role
from people.policies.visibility import Seen, Viewer, is_manager_of


def may_name(viewer: Viewer, named: Seen, *, delegators: Collection[int]) -> bool:
    """Whether `viewer` may book a desk for this person together with others.

    For oneself, for colleagues of one's own sections, as the manager, for those whose delegate one is (`delegators`
    are their ids), and for anybody as facilities.
    """
    return (
        viewer.person_id == named.person_id
        or Role.FACILITIES in viewer.roles
        or not viewer.departments.isdisjoint(named.departments)
        or is_manager_of(viewer, named.lineage)
        or named.person_id in delegators
    )


def may_draw(viewer: Viewer, lineage: Collection[int]) -> bool:
    """Whether `viewer` may draw the desks of a department: its 所属長, one above, or facilities."""
    return Role.FACILITIES in viewer.roles or is_manager_of(viewer, lineage)
