"""A directory's whole content, put in order and checked against itself: what every adapter answers.

What makes no sense is left out and becomes a finding, and so is what refers to it: a roll never refers to something
that is not in it.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Final, Generic, TypeVar

from integrations.directory.port import (
    DirectoryDepartment,
    DirectoryPerson,
    DirectoryPost,
    Finding,
    FindingCode,
    Roll,
)

_T = TypeVar("_T")

LONGEST: Final[Mapping[type, Mapping[str, int]]] = {
    DirectoryDepartment: {"code": 64, "name": 100},
    DirectoryPerson: {
        "id": 64,
        "number": 16,
        "name": 100,
        "family_name": 50,
        "given_name": 50,
        "kana": 100,
        "mail": 254,
        "title": 50,
        "uuid": 64,
    },
}
"""How many characters a text may have."""


_NOBODY_ELSES: Final = (
    (FindingCode.NUMBER_TWICE, "number"),
    (FindingCode.ID_TWICE, "id"),
    (FindingCode.ID_TWICE, "uuid"),
)
NAMELESS: Final = "\N{REPLACEMENT CHARACTER}"
"""Before a DN, it stands for the code of a department whose entry has none: what lies below is then not at the top."""


@dataclass(frozen=True, slots=True)
class Told(Generic[_T]):
    """A value and the entry that says it: its DN, or a line of a file."""

    entry: str
    value: _T


def checked(
    departments: Iterable[Told[DirectoryDepartment]],
    people: Iterable[Told[DirectoryPerson]],
    posts: Iterable[Told[DirectoryPost]],
    findings: Iterable[Finding] = (),
) -> Roll:
    """The content in order, with the `findings` of the reading and those of the whole."""
    check = _Check(list(findings))
    by_code = check.departments(departments)
    by_id = check.people(people, by_code)
    held = check.posts(posts, by_code, by_id)
    managed = [check.with_manager(told, by_id).value for told in by_id.values()]
    return Roll(
        _parents_first({code: told.value for code, told in by_code.items()}),
        tuple(sorted(managed, key=lambda person: person.id)),
        tuple(sorted(held, key=lambda post: (post.person, post.department))),
        tuple(sorted(check.findings, key=_place)),
    )


@dataclass
class _Check:
    findings: list[Finding]

    def departments(self, told: Iterable[Told[DirectoryDepartment]]) -> dict[str, Told[DirectoryDepartment]]:
        """By code, those that stand."""
        sound = [one for one in told if _fits(one, self._department)]
        standing: dict[str, Told[DirectoryDepartment]] = {}
        for same in _alike(sound, lambda one: one.code):
            if len(same) == 1:
                standing[same[0].value.code] = same[0]
            for one in same if len(same) > 1 else ():
                self._department(one, FindingCode.CODE_TWICE, value=one.value.code, others=_others(one, same))
        for code in _in_a_circle(standing):
            self._department(standing.pop(code), FindingCode.BELOW_ITSELF, value=code)
        while orphans := [one for one in standing.values() if one.value.parent and one.value.parent not in standing]:
            for one in orphans:
                self._department(one, FindingCode.UNKNOWN_DEPARTMENT, value=_shown(one.value.parent or ""))
                del standing[one.value.code]
        return standing

    def people(
        self, told: Iterable[Told[DirectoryPerson]], departments: Mapping[str, object]
    ) -> dict[str, Told[DirectoryPerson]]:
        """By id, those that stand."""
        sound = [one for one in told if _fits(one, self._person)]
        twice: set[int] = set()
        for code, name in _NOBODY_ELSES:
            for same in _alike(sound, attrgetter(name)):
                if len(same) < 2 or not getattr(same[0].value, name):
                    continue
                for one in same:
                    twice.add(id(one))
                    self._person(one, code, value=str(getattr(one.value, name)), others=_others(one, same))
        standing: dict[str, Told[DirectoryPerson]] = {}
        for one in sound:
            if id(one) in twice:
                continue
            if one.value.department in departments:
                standing[one.value.id] = one
            else:
                self._person(one, FindingCode.UNKNOWN_DEPARTMENT, value=_shown(one.value.department))
        return standing

    def posts(
        self,
        told: Iterable[Told[DirectoryPost]],
        departments: Mapping[str, object],
        people: dict[str, Told[DirectoryPerson]],
    ) -> set[DirectoryPost]:
        """Those of a standing person in a standing department.

        A post in a department that makes no sense leaves its person as known, and one in a department that never was
        is only said; so is a post of nobody.
        """
        faulty_departments = {finding.department for finding in self.findings if finding.department}
        faulty_people = {finding.id for finding in self.findings if finding.id and not finding.warns}
        held: set[DirectoryPost] = set()
        nowhere: dict[tuple[str, str], Told[DirectoryPost]] = {}
        for one in told:
            post = one.value
            if post.person in faulty_people:
                continue
            if post.department not in departments and post.department not in faulty_departments:
                nowhere[one.entry, post.department] = one
            elif post.person not in people:
                self._note(one.entry, FindingCode.UNKNOWN_PERSON, {"value": post.person}, warns=True)
            elif post.department not in departments:
                self._person(people.pop(post.person), FindingCode.UNKNOWN_DEPARTMENT, value=post.department)
                faulty_people.add(post.person)
            else:
                held.add(post)
        for one in nowhere.values():
            self._note(one.entry, FindingCode.UNKNOWN_DEPARTMENT, {"value": one.value.department}, warns=True)
        return {post for post in held if post.person in people}

    def with_manager(
        self, told: Told[DirectoryPerson], people: Mapping[str, Told[DirectoryPerson]]
    ) -> Told[DirectoryPerson]:
        """The same with no manager where the named one does not stand; one who is nowhere is said."""
        manager = told.value.manager
        if not manager or manager in people:
            return told
        if not any(finding.id == manager for finding in self.findings):
            self._person(told, FindingCode.UNKNOWN_MANAGER, value=manager, warns=True)
        return Told(told.entry, replace(told.value, manager=""))

    def _department(self, told: Told[DirectoryDepartment], code: FindingCode, **facts: str) -> None:
        self.findings.append(Finding(told.entry, code, facts, department=told.value.code))

    def _person(self, told: Told[DirectoryPerson], code: FindingCode, *, warns: bool = False, **facts: str) -> None:
        person = told.value
        self.findings.append(
            Finding(told.entry, code, facts, uuid=person.uuid, id=person.id, number=person.number, warns=warns)
        )

    def _note(self, entry: str, code: FindingCode, facts: dict[str, str], *, warns: bool) -> None:
        self.findings.append(Finding(entry, code, facts, warns=warns))


def _fits(told: Told[_T], fault: Callable[..., None]) -> bool:
    """Whether every text of a value has characters that can be shown, and not too many of them; else `fault` hears."""
    sound = True
    for name, longest in LONGEST[type(told.value)].items():
        text = str(getattr(told.value, name))
        if len(text) > longest:
            fault(told, FindingCode.TOO_LONG, attribute=name, most=str(longest))
            sound = False
        if not text.isprintable() and any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text):
            fault(told, FindingCode.NOT_UTF8, attribute=name)
            sound = False
    return sound


def _alike(told: Iterable[Told[_T]], by: Callable[[_T], str]) -> list[list[Told[_T]]]:
    """Those who say the same, in any letter case."""
    groups: defaultdict[str, list[Told[_T]]] = defaultdict(list)
    for one in told:
        groups[by(one.value).lower()].append(one)
    return list(groups.values())


def _shown(code: str) -> str:
    return code.removeprefix(NAMELESS)


def _others(one: Told[_T], same: Iterable[Told[_T]]) -> str:
    return ", ".join(sorted(other.entry for other in same if other is not one))


def _in_a_circle(departments: Mapping[str, Told[DirectoryDepartment]]) -> set[str]:
    """The codes of departments that lie below themselves."""
    found: set[str] = set()
    settled: set[str] = set()
    for code in departments:
        path: list[str] = []
        at: str | None = code
        while at is not None and at in departments and at not in settled and at not in path:
            path.append(at)
            at = departments[at].value.parent
        if at in path:
            found.update(path[path.index(at) :])
        settled.update(path)
    return found


def _parents_first(by_code: Mapping[str, DirectoryDepartment]) -> tuple[DirectoryDepartment, ...]:
    ordered: dict[str, DirectoryDepartment] = {}
    for code in sorted(by_code):
        branch: list[DirectoryDepartment] = []
        above: str | None = code
        while above is not None and above not in ordered:
            branch.append(by_code[above])
            above = by_code[above].parent
        ordered.update((department.code, department) for department in reversed(branch))
    return tuple(ordered.values())


def _place(finding: Finding) -> tuple[str, str, str]:
    return finding.entry, finding.code, str(sorted(finding.facts.items()))
