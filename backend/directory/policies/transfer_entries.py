"""What a planned transfer changes: the roll as it is known against the roll as it will be, entry by entry."""

from collections.abc import Collection, Mapping

from directory.policies.planned_values import (
    PERSON_FIELDS,
    PlannedEntry,
    Values,
    department_values,
    people_values,
)
from directory.policies.runs import Did, Subject
from directory.source import Finding, Roll


def transfer_entries(known: Roll, wanted: Roll, *, left: Collection[str] = ()) -> list[PlannedEntry]:
    """The entries of the transfer from `known` to `wanted`: departments first (parents first), then people by number.

    `left` are the numbers of people who are on record and not on the roll: they come back. People are the same by
    uuid, or by number where one side has none. Those whose entry in `wanted` makes no sense are left out: they stay
    as they are.
    """
    unclear = [finding for finding in wanted.findings if not finding.warns]
    return [*_departments(known, wanted, unclear), *_people(known, wanted, unclear, left)]


def _departments(known: Roll, wanted: Roll, unclear: Collection[Finding]) -> list[PlannedEntry]:
    before = {one.code: department_values(one) for one in known.departments}
    after = {one.code: department_values(one) for one in wanted.departments}
    kept = {one.department for one in unclear if one.department}
    entries = []
    for code, values in after.items():
        old = before.get(code)
        if old is None:
            entries.append(_entry(Subject.DEPARTMENT, Did.ADDED, None, values))
        elif old["parent"] != values["parent"]:
            entries.append(_entry(Subject.DEPARTMENT, Did.MOVED, old, values))
        elif old != values:
            entries.append(_entry(Subject.DEPARTMENT, Did.CHANGED, old, values))
    gone = [values for code, values in before.items() if code not in after and code not in kept]
    return entries + [_entry(Subject.DEPARTMENT, Did.ENDED, values, None) for values in gone]


def _people(known: Roll, wanted: Roll, unclear: Collection[Finding], left: Collection[str]) -> list[PlannedEntry]:
    before, after = people_values(known), people_values(wanted)
    number_of_uuid = {values["uuid"]: number for number, values in before.items() if values["uuid"]}
    met: set[str] = set()
    entries = []
    for number in sorted(after):
        values = after[number]
        was = number_of_uuid.get(values["uuid"], number)
        old = before.get(was)
        if old is None:
            did = Did.RETURNED if number in left else Did.ADDED
            entries.append(_entry(Subject.PERSON, did, None, values))
            continue
        met.add(was)
        if old["department"] != values["department"]:
            entries.append(_entry(Subject.PERSON, Did.MOVED, old, values))
        elif any(old[name] != values[name] for name in PERSON_FIELDS):
            entries.append(_entry(Subject.PERSON, Did.CHANGED, old, values))
    kept = {(name, getattr(one, name)) for one in unclear for name in ("number", "uuid", "id") if getattr(one, name)}
    for number in sorted(before.keys() - met):
        old = before[number]
        if not any((name, old[name]) in kept for name in ("number", "uuid", "id")):
            entries.append(_entry(Subject.PERSON, Did.ENDED, old, None))
    return entries


def _entry(subject: Subject, did: Did, before: Values | None, after: Values | None) -> PlannedEntry:
    seen: Mapping[str, str] = before or after or {}
    return PlannedEntry(
        subject=subject,
        did=did,
        key=seen["code" if subject is Subject.DEPARTMENT else "number"],
        label=(after or seen)["name"],
        before=before,
        after=after,
    )
