"""Who belongs to a section in a period, and how many have to be on site: read again only when people change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.fields import LARGEST_ID
from core.revision import KeptByRevision
from people.models import Department
from people.selectors.seen import Member, members_of


@dataclass(frozen=True, slots=True)
class SectionRoll:
    """A department with its people from one day to another, the 所属長 first.

    `lineage` are the departments above it and itself, from the root down.
    """

    department: Department
    lineage: Sequence[int]
    members: Sequence[Member]

    @property
    def minimum_on_site(self) -> int:
        """How many have to be on site; 0 where the department itself says nothing (one above counts its own people)."""
        return self.department.minimum_on_site

    @property
    def person_ids(self) -> list[int]:
        return [member.person.pk for member in self.members]


_kept: KeptByRevision[tuple[int, date, date], SectionRoll | None] = KeptByRevision()


def section_roll(department_id: int, first: date, last: date, people_revision: int) -> SectionRoll | None:
    """The roll of a department from `first` to `last`, both included; None when there is no such department.

    Three queries the first time after the revision of people moved, then none.
    """
    if department_id > LARGEST_ID:
        return None
    return _kept.get((department_id, first, last), people_revision, lambda: _read(department_id, first, last))


def _read(department_id: int, first: date, last: date) -> SectionRoll | None:
    department = Department.objects.filter(pk=department_id).first()
    if department is None:
        return None
    lineage = department.lineage or [department.pk]
    return SectionRoll(department, tuple(lineage), tuple(members_of(department, first=first, last=last)))
