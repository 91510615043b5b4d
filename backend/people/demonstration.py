"""Who stands for which role in the demonstration hall."""

from dataclasses import dataclass

from people.policies.roles import Role


@dataclass(frozen=True, slots=True)
class Part:
    """A role, and the section (by its code in the hall's directory) and title of the person who plays it."""

    role: Role
    section: str
    title: str
    name: str = ""


CAST = (
    Part(Role.STAFF, "030202", "主事", name="我妻 美咲"),
    Part(Role.MANAGER, "030202", "課長"),
    Part(Role.FACILITIES, "040202", "係長"),
    Part(Role.IT, "020302", "係長"),
    Part(Role.HR, "020201", "係長"),
    Part(Role.CRISIS, "010101", "係長"),
)
