"""What a run of the directory changed about people, for whoever has to follow, and what follows, for a preview."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

Lineage = tuple[int, ...]
"""The ids of a department and of those above it, from the root down."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody whose posts are others from the day on: main post, concurrent ones, or what they manage.

    `from_department` and `to_department` are the ids of the main posts' departments: the same where only another post
    changed, None where there is none or where it does not exist yet. `lineages` are those of all posts from the day
    on, the main one first; None says that they can be read, since the change is made already.
    """

    person_id: int
    from_department: int | None
    to_department: int | None
    lineages: tuple[Lineage, ...] | None = None
    manages: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class RollChanged:
    """What is different from `day` on; people and departments by id.

    `left`: whose last day is the day before. `moved`: who stays, with other posts. `returned`: who is back on the
    roll. `departments_ended`: departments whose last day is the day before.
    """

    day: date
    left: tuple[int, ...] = ()
    moved: tuple[Moved, ...] = ()
    returned: tuple[int, ...] = ()
    departments_ended: tuple[int, ...] = ()

    @property
    def before(self) -> date:
        """The day before: the last of whoever left."""
        return self.day - timedelta(days=1)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has to follow."""
        return not (self.left or self.moved or self.returned or self.departments_ended)

    @property
    def moved_ids(self) -> tuple[int, ...]:
        """The people who moved."""
        return tuple(one.person_id for one in self.moved)

    @property
    def moved_section(self) -> tuple[Moved, ...]:
        """Those of them whose main post is in another department."""
        return tuple(one for one in self.moved if one.from_department != one.to_department)


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that would follow: its kind (`booking`, `series`, `wait` …), whose it is, and what a sentence needs."""

    kind: str
    person_id: int | None
    facts: Mapping[str, object] = field(default_factory=dict)
