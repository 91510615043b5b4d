"""Rolls for tests: a directory that answers what it is given, and a city large enough for limits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from directory.models import DirectoryRun
from directory.policies.limits import Limits
from directory.policies.runs import RunPurpose
from directory.services.running import run_directory
from directory.source import DirectoryPerson, Finding, Roll
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE, POSTS, person

TODAY_LIMITS = Limits(most_ended_percent=5)
CROWD = tuple(person(f"{number:06}", f"職員 第{number}", "", "主事", "030202") for number in range(100, 137))
"""With PEOPLE they are forty: two who leave are 5 %, three are more."""


@dataclass(slots=True)
class Given:
    """A directory that answers one roll, findings included; an exception is raised instead."""

    roll: Roll | Exception
    read_times: int = 0

    @property
    def name(self) -> str:
        return "given"

    def read(self) -> Roll:
        self.read_times += 1
        if isinstance(self.roll, Exception):
            raise self.roll
        return self.roll


def roll_of(
    people: Sequence[DirectoryPerson] = PEOPLE,
    *,
    departments=DEPARTMENTS,
    posts=POSTS,
    findings: Sequence[Finding] = (),
) -> Roll:
    """A roll; posts of those who are not in it are left out."""
    here = {one.id for one in people}
    return Roll(tuple(departments), tuple(people), tuple(one for one in posts if one.person in here), tuple(findings))


def sync(people: Sequence[DirectoryPerson] = PEOPLE, *, limits: Limits | None = TODAY_LIMITS, **more) -> DirectoryRun:
    """A run of the directory that lists these people."""
    return run_directory(directory=Given(roll_of(people, **more)), limits=limits)


def preview(people: Sequence[DirectoryPerson] = PEOPLE, **more) -> DirectoryRun:
    """A dry run of it."""
    return run_directory(directory=Given(roll_of(people, **more)), purpose=RunPurpose.PREVIEW, limits=TODAY_LIMITS)


def with_uuids(people: Sequence[DirectoryPerson] = PEOPLE) -> tuple[DirectoryPerson, ...]:
    """The same people with lasting identities."""
    return tuple(replace(one, uuid=f"uuid-{one.number}") for one in people)
