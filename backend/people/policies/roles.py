"""The roles of an account."""

from enum import StrEnum


class Role(StrEnum):
    """What an account may open. STAFF and MANAGER follow from the person and the posts; the others are granted."""

    STAFF = "staff"
    MANAGER = "manager"
    FACILITIES = "facilities"
    IT = "it"
    HR = "hr"
    CRISIS = "crisis"


GRANTED = (Role.FACILITIES, Role.IT, Role.HR, Role.CRISIS)
"""Roles that are given to an account and taken away again, in the order in which they are shown."""


def roles_of(*, has_person: bool, manages: bool, granted: frozenset[str]) -> tuple[Role, ...]:
    """Every role of an account, in the order of `Role`; an unknown word among `granted` opens nothing."""
    held = {
        Role.STAFF: has_person,
        Role.MANAGER: has_person and manages,
        **{role: role.value in granted for role in GRANTED},
    }
    return tuple(role for role in Role if held[role])
