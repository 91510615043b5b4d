"""Which departments there will be, and what that changes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from directory.policies.known import KnownDepartment
from directory.policies.plan import Change, Value
from directory.policies.runs import Did, Subject
from directory.source import DirectoryDepartment, Finding, FindingCode
from people.policies.posts import DepartmentAbove


@dataclass(frozen=True, slots=True)
class Standing:
    """The departments that stand after the run, parents first, and each one's line from the root down to itself.

    `unclear` are the codes about which the directory makes no sense: they stay as known.
    """

    departments: Mapping[str, DirectoryDepartment]
    lineages: Mapping[str, Sequence[DepartmentAbove]]
    unclear: frozenset[str]
    findings: Sequence[Finding]


def standing_departments(
    known: Iterable[KnownDepartment], wanted: Iterable[DirectoryDepartment], unclear: Iterable[str]
) -> Standing:
    """Those of the directory, and as known those about which it makes no sense.

    A department whose line does not lead to a root makes none either: what it lies below is nowhere, or is itself.
    """
    here = {one.entry.code: one.entry for one in known if not one.ended}
    given = {one.code: one for one in wanted}
    kept = set(unclear)
    findings: list[Finding] = []
    while True:
        _keep_what_is_above(kept, here, given)
        standing = {code: one for code, one in given.items() if code not in kept}
        standing.update({code: here[code] for code in kept if code in here})
        wrong = [code for code in standing if code not in kept and _leads_nowhere(code, standing)]
        if not wrong:
            break
        findings += [_finding(standing[code], standing) for code in wrong]
        kept.update(wrong)
    lines = {code: _line(code, standing) for code in standing}
    ordered = sorted(standing, key=lambda code: (len(lines[code]), code))
    return Standing(
        {code: standing[code] for code in ordered},
        {code: [DepartmentAbove(one.code, one.kind.value) for one in lines[code]] for code in ordered},
        frozenset(kept),
        findings,
    )


def department_changes(known: Iterable[KnownDepartment], standing: Standing) -> list[Change]:
    """Departments added, renamed, moved, back and ended; those that stand parents first."""
    on_record = {one.entry.code: one for one in known}
    changes = []
    for code, one in standing.departments.items():
        before = on_record.get(code)
        after = _values(one)
        if before is None:
            fields: dict[str, tuple[Value, Value]] = {name: (None, value) for name, value in after.items() if value}
            changes.append(Change(Subject.DEPARTMENT, Did.ADDED, code, one.name, code, fields))
            continue
        old = _values(before.entry)
        fields = {name: (old[name], value) for name, value in after.items() if old[name] != value}
        if before.ended or fields:
            did = Did.RETURNED if before.ended else Did.MOVED if "parent" in fields else Did.CHANGED
            changes.append(Change(Subject.DEPARTMENT, did, code, one.name, code, fields))
    gone = sorted(code for code, one in on_record.items() if not one.ended and code not in standing.departments)
    changes += [Change(Subject.DEPARTMENT, Did.ENDED, code, on_record[code].entry.name, code) for code in gone]
    return changes


def _values(one: DirectoryDepartment) -> dict[str, str | None]:
    return {"name": one.name, "kind": one.kind.value, "parent": one.parent}


def _line(code: str, standing: Mapping[str, DirectoryDepartment]) -> list[DirectoryDepartment]:
    """From the root down; it breaks off where a department is not there, or is met again."""
    line: list[DirectoryDepartment] = []
    above: str | None = code
    while above is not None and above in standing and len(line) <= len(standing):
        line.append(standing[above])
        above = standing[above].parent
    return line[::-1]


def _keep_what_is_above(kept: set[str], here: Mapping[str, DirectoryDepartment], given: Collection[str]) -> None:
    """What stays as known keeps its line, also where the directory has dropped a department of it."""
    for code in list(kept):
        above = here[code].parent if code in here else None
        while above is not None and above in here and above not in kept and above not in given:
            kept.add(above)
            above = here[above].parent


def _leads_nowhere(code: str, standing: Mapping[str, DirectoryDepartment]) -> bool:
    """Whether what it lies below is not there, or is below it: not whether that is wrong further up."""
    above = standing[code].parent
    if above is not None and above not in standing:
        return True
    for _step in standing:
        if above is None or above not in standing:
            return False
        if above == code:
            return True
        above = standing[above].parent
    return False


def _finding(one: DirectoryDepartment, standing: Mapping[str, DirectoryDepartment]) -> Finding:
    nowhere = one.parent not in standing
    return Finding(
        f"department {one.code}",
        FindingCode.UNKNOWN_DEPARTMENT if nowhere else FindingCode.BELOW_ITSELF,
        {"attribute": "parent", "value": one.parent or ""},
        department=one.code,
    )
