"""Which entry of a directory is which person."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from directory.policies.known import KnownPerson, KnownRoll
from directory.source import DirectoryPerson, Finding, FindingCode


@dataclass(frozen=True, slots=True)
class Matched:
    """`pairs`: each entry that makes sense with the person it is, None for somebody new; in order of number.

    `unclear` are people about whom the directory makes no sense: they stay as known. `gone` are those it no longer
    lists. `given_up` are people whose user name, or number, belongs to another entry from now on.
    """

    pairs: Sequence[tuple[DirectoryPerson, KnownPerson | None]]
    unclear: frozenset[int]
    gone: Sequence[KnownPerson]
    names_given_up: Sequence[KnownPerson]
    numbers_given_up: Sequence[KnownPerson]
    findings: Sequence[Finding]


def matched(
    known: KnownRoll, entries: Sequence[DirectoryPerson], findings: Iterable[Finding], departments: Iterable[str]
) -> Matched:
    """Match by the lasting identity, else by the number; who is neither is new.

    An entry that contradicts another one, whose department is nowhere, or whose name or number is somebody's who is
    not the directory's to change, makes no sense: whom it is about stays as known, and a finding says why. `findings`
    are those of the roll itself.
    """
    who = _Who(known.people)
    unclear = {one.person_id for finding in findings if not finding.warns for one in who.about(finding)}
    found = _contradictions(entries, frozenset(departments))
    refused: dict[str, Finding] = {}
    while True:
        refused |= found
        unclear |= {one.person_id for finding in found.values() for one in who.about(finding)}
        left_in = [entry for entry in entries if entry.id not in refused]
        pairs = [
            (entry, person) for entry, person in who.match(left_in) if person is None or person.person_id not in unclear
        ]
        found = _collisions(known, pairs, unclear)
        if not found:
            break
    here = {person.person_id for _entry, person in pairs if person is not None}
    others = [one for one in known.people if one.person_id not in here and one.person_id not in unclear]
    names = {entry.id.lower() for entry, _person in pairs}
    numbers = {entry.number for entry, _person in pairs}
    listed = [one for one in others if one.listed or one.left]
    return Matched(
        sorted(pairs, key=lambda pair: pair[0].number),
        frozenset(unclear),
        [one for one in others if one.listed and not one.left],
        [one for one in listed if names & _names_of(one)],
        [one for one in listed if one.entry.number in numbers],
        list(refused.values()),
    )


class _Who:
    """The people on record, by what a directory calls them."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        self._by_uuid = {one.entry.uuid: one for one in people if one.entry.uuid}
        self._by_id = {one.entry.id.lower(): one for one in people if one.entry.id}
        self._by_number = {one.entry.number: one for one in people}

    def about(self, finding: Finding) -> list[KnownPerson]:
        """Everybody whom a finding may be about: it is better to keep one too many as known."""
        found = (
            self._by_uuid.get(finding.uuid),
            self._by_id.get(finding.id.lower()),
            self._by_number.get(finding.number),
        )
        return [one for one in found if one is not None]

    def match(self, entries: Sequence[DirectoryPerson]) -> list[tuple[DirectoryPerson, KnownPerson | None]]:
        by_uuid = {entry.id: self._by_uuid.get(entry.uuid) for entry in entries}
        taken = {one.person_id for one in by_uuid.values() if one is not None}
        pairs = []
        for entry in entries:
            person = by_uuid[entry.id]
            if person is None:
                namesake = self._by_number.get(entry.number)
                person = namesake if namesake is not None and namesake.person_id not in taken else None
            pairs.append((entry, person))
        return pairs


def _contradictions(entries: Sequence[DirectoryPerson], departments: frozenset[str]) -> dict[str, Finding]:
    """Entries that contradict each other, or are nowhere, by id."""
    found: dict[str, Finding] = {}
    for code, name_of in _NAMES.items():
        for name, several in _by(entries, name_of).items():
            if name and len(several) > 1:
                found.update({one.id: _finding(one, code, {"value": name}) for one in several})
    for entry in entries:
        if entry.department not in departments:
            facts = {"attribute": "department", "value": entry.department}
            found[entry.id] = _finding(entry, FindingCode.UNKNOWN_DEPARTMENT, facts)
    return found


def _by(
    entries: Iterable[DirectoryPerson], name_of: Callable[[DirectoryPerson], str]
) -> Mapping[str, list[DirectoryPerson]]:
    sorted_out: defaultdict[str, list[DirectoryPerson]] = defaultdict(list)
    for entry in entries:
        sorted_out[name_of(entry)].append(entry)
    return sorted_out


def _collisions(
    known: KnownRoll, pairs: Sequence[tuple[DirectoryPerson, KnownPerson | None]], unclear: set[int]
) -> dict[str, Finding]:
    """Entries whose user name or number is that of somebody who keeps it, by id."""
    changing = {person.person_id for _entry, person in pairs if person is not None}
    stay = [
        one
        for one in known.people
        if one.person_id in unclear or (one.person_id not in changing and not one.listed and not one.left)
    ]
    names = known.names_taken | {name for one in stay for name in _names_of(one)}
    numbers = known.numbers_taken | {one.entry.number for one in stay}
    found: dict[str, Finding] = {}
    for entry, _person in pairs:
        if entry.id.lower() in names:
            found[entry.id] = _finding(entry, FindingCode.ID_TWICE, {"value": entry.id})
        elif entry.number in numbers:
            found[entry.id] = _finding(entry, FindingCode.NUMBER_TWICE, {"value": entry.number})
    return found


def _names_of(person: KnownPerson) -> set[str]:
    return {name for name in (person.entry.id.lower(), person.username) if name}


def _finding(entry: DirectoryPerson, code: FindingCode, facts: Mapping[str, str]) -> Finding:
    return Finding(f"person {entry.id}", code, facts, uuid=entry.uuid, id=entry.id, number=entry.number)


_NAMES: Mapping[FindingCode, Callable[[DirectoryPerson], str]] = {
    FindingCode.ID_TWICE: lambda entry: entry.id.lower(),
    FindingCode.NUMBER_TWICE: lambda entry: entry.number,
}
