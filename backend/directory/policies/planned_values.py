"""People and departments as plain values, as a planned transfer keeps them: the directory port's fields, by name.

A person's values hold the codes of the concurrent posts too (`concurrent`), so that one entry says where somebody is.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from directory.policies.runs import Did, Subject
from directory.source import DepartmentKind, DirectoryDepartment, DirectoryPerson, Employment, Roll
from people.policies.posts import MANAGES_AT, DepartmentAbove, wanted_posts

Values = Mapping[str, Any]
"""Fields of a department or a person: text, None (no parent), or for `concurrent` a sorted list of codes."""

PERSON_FIELDS = (
    "id",
    "number",
    "name",
    "family_name",
    "given_name",
    "kana",
    "mail",
    "title",
    "employment",
    "department",
    "concurrent",
)
"""What of a person counts as a change; who somebody is (uuid) and what is not kept on the roll (manager) does not."""

DEPARTMENT_FIELDS = ("code", "name", "kind", "parent")


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """One department or person of a transfer: as it is before (None: new) and after (None: gone).

    `key` is a person's number or a department's code, `label` the name.
    """

    subject: Subject
    did: Did
    key: str
    label: str
    before: Values | None
    after: Values | None

    def differences(self) -> dict[str, tuple[Any, Any]]:
        """The fields that change, with old and new; of somebody who comes or goes every field, None for the side
        on which there is nothing."""
        fields = DEPARTMENT_FIELDS if self.subject is Subject.DEPARTMENT else PERSON_FIELDS
        old, new = self.before or {}, self.after or {}
        pairs = {name: (old.get(name), new.get(name)) for name in fields}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def person_values(person: DirectoryPerson, concurrent: Iterable[str]) -> dict[str, Any]:
    """A person's values; what stands for the moment only (password_changed_at) is left out."""
    values: dict[str, Any] = {name: getattr(person, name) for name in PERSON_FIELDS if name != "concurrent"}
    values["employment"] = person.employment.value
    values["uuid"] = person.uuid
    values["manager"] = person.manager
    values["concurrent"] = sorted(set(concurrent) - {person.department})
    return values


def people_values(roll: Roll) -> dict[str, dict[str, Any]]:
    """Everybody of a roll by number. Posts that follow from a title (a 部長 in the division) are not said again as
    concurrent ones, so that a roll that names them and one that does not read the same."""
    concurrent: dict[str, set[str]] = {}
    for post in roll.posts:
        concurrent.setdefault(post.person, set()).add(post.department)
    lines = _lineages(roll.departments)
    found = {}
    for person in roll.people:
        posts = concurrent.get(person.id, set())
        if posts and person.title in MANAGES_AT and person.department in lines:
            posts = posts - _by_title(person, lines)
        found[person.number] = person_values(person, posts)
    return found


def department_values(department: DirectoryDepartment) -> dict[str, Any]:
    """A department's values."""
    return {
        "code": department.code,
        "name": department.name,
        "kind": department.kind.value,
        "parent": department.parent,
    }


def person_of(values: Values, known: DirectoryPerson | None = None) -> DirectoryPerson:
    """The person that these values are; what they do not say is as `known`, where somebody is known."""
    said = {name: values[name] for name in PERSON_FIELDS if name not in ("concurrent", "employment")}
    employment = Employment(values["employment"])
    if known is not None:
        return replace(known, **said, employment=employment)
    return DirectoryPerson(
        **said, employment=employment, uuid=values.get("uuid", ""), manager=values.get("manager", "")
    )


def department_of(values: Values) -> DirectoryDepartment:
    """The department that these values are."""
    return DirectoryDepartment(
        code=values["code"], name=values["name"], kind=DepartmentKind(values["kind"]), parent=values["parent"]
    )


def counts_of(entries: Collection[PlannedEntry]) -> dict[str, int]:
    """How many of each: `{"person.moved": 510, "department.changed": 1}`."""
    counts: dict[str, int] = {}
    for entry in entries:
        name = f"{entry.subject.value}.{entry.did.value}"
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items()))


def _by_title(person: DirectoryPerson, lines: Mapping[str, list[DepartmentAbove]]) -> set[str]:
    posts = wanted_posts(title=person.title, main=person.department, concurrent=(), lineages=lines)
    return {post.department for post in posts if not post.main}


def _lineages(departments: Sequence[DirectoryDepartment]) -> dict[str, list[DepartmentAbove]]:
    kinds = {one.code: one.kind.value for one in departments}
    parents = {one.code: one.parent for one in departments}
    return lineages(kinds, parents)


def lineages(kinds: Mapping[str, str], parents: Mapping[str, str | None]) -> dict[str, list[DepartmentAbove]]:
    """Each department's line from the root, by code; `kinds` and `parents` are by code too."""
    return {code: [DepartmentAbove(above, kinds[above]) for above in line_of(code, parents)] for code in kinds}


def line_of(code: str, parents: Mapping[str, str | None]) -> list[str]:
    """The codes from the root down to `code`, as far as `parents` knows them; a circle is cut where it closes."""
    line: list[str] = []
    above: str | None = code
    while above is not None and above in parents and above not in line:
        line.append(above)
        above = parents[above]
    return line[::-1]
