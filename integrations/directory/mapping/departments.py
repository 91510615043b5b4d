"""Department entries: their codes, names and kinds, and which lies above which."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from integrations.directory.checked import NAMELESS, Told
from integrations.directory.mapping.distinguished_names import dn_key
from integrations.directory.mapping.entry import Entry, NoText
from integrations.directory.port import DepartmentKind, DirectoryDepartment, Finding, FindingCode
from integrations.directory.settings import By, DepartmentSettings


@dataclass
class MappedDepartments:
    """What the entries say. `codes` has each entry's code by its DN's key, empty where it has none."""

    told: list[Told[DirectoryDepartment]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    codes: dict[tuple[str, ...], str] = field(default_factory=dict)
    of_member: defaultdict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))

    def code_above(self, key: tuple[str, ...]) -> str | None:
        """The code of the nearest department above an entry; None where there is none."""
        for depth in range(1, len(key)):
            if (code := self.codes.get(key[depth:])) is not None:
                return code or _nameless(key[depth:])
        return None


def map_departments(entries: Iterable[Entry], settings: DepartmentSettings) -> MappedDepartments:
    """Every department that makes sense by itself, and a finding for each that does not."""
    mapped = MappedDepartments()
    found = list(entries)
    for entry in found:
        key = dn_key(entry.dn)
        mapped.codes[key] = _code(entry, settings)
        if settings.by is By.GROUPS:
            for member in entry.raw(settings.member):
                mapped.of_member[dn_key(member.decode("utf-8", "replace"))].add(mapped.codes[key] or _nameless(key))
    for entry in found:
        _map(entry, settings, mapped)
    return mapped


def _map(entry: Entry, settings: DepartmentSettings, mapped: MappedDepartments) -> None:
    code = mapped.codes[dn_key(entry.dn)]

    def fault(finding: FindingCode, **facts: str) -> None:
        mapped.findings.append(Finding(entry.dn, finding, facts, department=code))

    try:
        name, kind_named = entry.text(settings.name), entry.text(settings.kind)
        parent = _parent(entry, settings, mapped)
        entry.text(settings.code)
    except NoText as error:
        fault(FindingCode.NOT_UTF8, attribute=str(error))
        return
    except _SeveralAbove as error:
        fault(FindingCode.SEVERAL_DEPARTMENTS, value=str(error))
        return
    kind = _kind(kind_named, name, settings)
    if not code:
        fault(FindingCode.NO_CODE, attribute=settings.code)
    if not name:
        fault(FindingCode.NO_NAME, attribute=settings.name)
    elif kind is None:
        fault(FindingCode.UNKNOWN_KIND, attribute=settings.kind or settings.name, value=kind_named or name)
    if code and name and kind:
        mapped.told.append(Told(entry.dn, DirectoryDepartment(code, name, kind, parent)))


class _SeveralAbove(Exception):
    """A department is a member of several others."""


def _parent(entry: Entry, settings: DepartmentSettings, mapped: MappedDepartments) -> str | None:
    key = dn_key(entry.dn)
    if settings.parent:
        named = entry.text(settings.parent)
        return mapped.codes.get(dn_key(named), named) or (_nameless(dn_key(named)) if named else None)
    if settings.by is By.GROUPS:
        above = mapped.of_member.get(key, set())
        if len(above) > 1:
            raise _SeveralAbove(", ".join(sorted(above)))
        return next(iter(above), None)
    return mapped.code_above(key)


def _kind(named: str, name: str, settings: DepartmentSettings) -> DepartmentKind | None:
    """By the attribute that names it, or, where there is none, by how the department's name ends."""
    if settings.kind:
        return settings.kinds.get(named)
    endings = sorted((ending for ending in settings.kinds if name.endswith(ending)), key=len)
    return settings.kinds[endings[-1]] if endings else None


def _code(entry: Entry, settings: DepartmentSettings) -> str:
    try:
        return entry.text(settings.code)
    except NoText:
        return ""


def _nameless(key: tuple[str, ...]) -> str:
    return NAMELESS + ",".join(key)
