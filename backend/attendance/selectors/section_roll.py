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

    `lineage` are the departments above it and itself, from the root down. `minimum_on_site` is the word of the nearest
    of them that says a number; 0 where none does.
    """

    department: Department
    lineage: Sequence[int]
    minimum_on_site: int
    members: Sequence[Member]

    @property
    def person_ids(self) -> list[int]:
        return [member.person.pk for member in self.members]


_kept: KeptByRevision[tuple[int, date, date], SectionRoll | None] = KeptByRevision()


def section_roll(department_id: int, first: date, last: date, people_revision: int) -> SectionRoll | None:
    """The roll of a department from `first` to `last`, both included; None when there is no such department.

    Four queries the first time after the revision of people moved, then none.
    """
    if department_id > LARGEST_ID:
        return None
    return _kept.get((department_id, first, last), people_revision, lambda: _read(department_id, first, last))


def _read(department_id: int, first: date, last: date) -> SectionRoll | None:
    department = Department.objects.filter(pk=department_id).first()
    if department is None:
        return None
    lineage = department.lineage or [department.pk]
    minimums = dict(Department.objects.filter(pk__in=lineage).values_list("pk", "minimum_on_site"))
    nearest = next((minimums[pk] for pk in reversed(lineage) if minimums.get(pk)), 0)
    return SectionRoll(department, tuple(lineage), nearest, tuple(members_of(department, first=first, last=last)))
