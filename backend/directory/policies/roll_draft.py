"""A roll that can be changed: people by number with their concurrent posts, departments by code."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from directory.policies.planned_values import (
    Values,
    department_of,
    department_values,
    people_values,
    person_of,
)
from directory.policies.runs import Subject
from directory.source import DirectoryDepartment, DirectoryPerson, DirectoryPost, Finding, FindingCode, Roll


class RollDraft:
    """Starts as `roll`; `roll()` answers what it has become, whole and in order, whatever was done to it."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._known = {person.number: person for person in roll.people}
        self._number_of_uuid = {person.uuid: person.number for person in roll.people if person.uuid}
        self._people = people_values(roll)
        self._departments = {one.code: department_values(one) for one in roll.departments}
        self._maybe_gone: set[str] = set()
        about = [one for one in roll.findings if not one.warns]
        self._unclear = {
            *(("number", one.number) for one in about if one.number),
            *(("uuid", one.uuid) for one in about if one.uuid),
            *(("id", one.id) for one in about if one.id),
            *(("code", one.department) for one in about if one.department and not (one.id or one.number or one.uuid)),
        }

    def values(self, subject: Subject, *sides: Values | None) -> Values | None:
        """What the roll says of the one whom these values are about, by number or uuid; None when it says nothing."""
        of = self._of(subject)
        for side in sides:
            if side is None:
                continue
            key = side["code" if subject is Subject.DEPARTMENT else "number"]
            found = of.get(key) or of.get(self._number_of_uuid.get(side.get("uuid") or "", ""))
            if found is not None:
                return found
        return None

    def is_unclear(self, subject: Subject, *sides: Values | None) -> bool:
        """Whether the directory has an entry of the one whom these values are about that makes no sense."""
        names = ("code",) if subject is Subject.DEPARTMENT else ("number", "uuid", "id")
        return any(side and (name, side.get(name)) in self._unclear for side in sides for name in names)

    def put(self, subject: Subject, values: Values) -> None:
        """Let the roll say this of a department or person that is new to it."""
        self._of(subject)[values["code" if subject is Subject.DEPARTMENT else "number"]] = dict(values)

    def change(self, subject: Subject, current: Values, fields: Values) -> None:
        """Let the roll say `fields` of the one of whom it says `current`."""
        of = self._of(subject)
        key = "code" if subject is Subject.DEPARTMENT else "number"
        number = current[key]
        of[number] = {**current, **fields}
        if fields.get(key, number) != number:
            of[fields[key]] = of.pop(number)
            self._known[fields[key]] = self._known.pop(number)

    def take_away(self, subject: Subject, current: Values) -> None:
        """Let the roll say nothing of this one. A department stays as long as anybody or anything is in it."""
        if subject is Subject.DEPARTMENT:
            self._maybe_gone.add(current["code"])
        else:
            del self._people[current["number"]]

    def roll(self) -> Roll:
        """The roll as it is now. Somebody whose department is not there is left out, with a finding: kept as known."""
        left_out = [values for values in self._people.values() if values["department"] not in self._departments]
        for values in left_out:
            del self._people[values["number"]]
        self._drop_departments()
        people = sorted(
            (self._person(number, values) for number, values in self._people.items()), key=lambda one: one.id
        )
        posts = sorted(
            (values["id"], code)
            for values in self._people.values()
            for code in values["concurrent"]
            if code in self._departments
        )
        return Roll(
            tuple(self._parents_first()),
            tuple(people),
            tuple(DirectoryPost(person, department) for person, department in posts),
            (*self._roll.findings, *(_without_department(values) for values in left_out)),
        )

    def _of(self, subject: Subject) -> dict[str, dict[str, Any]]:
        return self._departments if subject is Subject.DEPARTMENT else self._people

    def _person(self, number: str, values: Values) -> DirectoryPerson:
        known = self._known.get(number)
        person = person_of(values, known)
        return known if known == person else person

    def _drop_departments(self) -> None:
        used = {values["department"] for values in self._people.values()}
        used |= {code for values in self._people.values() for code in values["concurrent"]}
        going = {code for code in self._maybe_gone if code in self._departments and code not in used}
        while going:
            above = {values["parent"] for code, values in self._departments.items() if code not in going}
            staying = going & above
            if not staying:
                break
            going -= staying
        for code in going:
            del self._departments[code]

    def _parents_first(self) -> Iterator[DirectoryDepartment]:
        done: set[str] = set()
        for code in sorted(self._departments):
            branch: list[str] = []
            above: str | None = code
            while above in self._departments and above not in done and above not in branch:
                branch.append(above)
                above = self._departments[above]["parent"]
            for one in reversed(branch):
                done.add(one)
                department = department_of(self._departments[one])
                known = department.parent is None or department.parent in done
                yield department if known else replace(department, parent=None)


def _without_department(values: Values) -> Finding:
    return Finding(
        entry=values["id"],
        code=FindingCode.UNKNOWN_DEPARTMENT,
        facts={"attribute": "department", "value": values["department"]},
        uuid=values.get("uuid", ""),
        id=values["id"],
        number=values["number"],
        department=values["department"],
    )
