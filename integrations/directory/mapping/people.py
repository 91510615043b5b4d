"""People's entries: who somebody is, where they work, and who their superior is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from integrations.directory.checked import Told
from integrations.directory.mapping.departments import MappedDepartments
from integrations.directory.mapping.distinguished_names import dn_key, first_value
from integrations.directory.mapping.entry import Entry, NoText
from integrations.directory.mapping.instants import instant
from integrations.directory.port import DirectoryPerson, Employment, Finding, FindingCode
from integrations.directory.settings import By, DirectorySettings, PersonAttributes

_ACCOUNT_DISABLED = 0x2
"""ACCOUNTDISABLE of userAccountControl (MS-ADTS 2.2.16)."""
_LOCKED_FOR_GOOD = "000001010000Z"
"""pwdAccountLockedTime of an account that only an administrator unlocks (draft-behera-ldap-password-policy)."""
_NEEDED = {
    "id": FindingCode.NO_ID,
    "number": FindingCode.NO_NUMBER,
    "name": FindingCode.NO_NAME,
}


@dataclass
class MappedPeople:
    """What the entries say. `ids` has each person's id by the key of the DN, also of those that make no sense;
    `unnamed` the keys of those without an id, and of accounts that are disabled. `also_in` are the further departments
    of people who are members of several, by DN; `titled` whether anybody has a title, or none is asked for.
    """

    told: list[Told[DirectoryPerson]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    ids: dict[tuple[str, ...], str] = field(default_factory=dict)
    titled: bool = False
    unnamed: set[tuple[str, ...]] = field(default_factory=set)
    also_in: list[tuple[str, str]] = field(default_factory=list)


def map_people(entries: Iterable[Entry], settings: DirectorySettings, departments: MappedDepartments) -> MappedPeople:
    """Everyone who makes sense by themselves, and a finding for each that does not. Disabled accounts are left out."""
    mapped = MappedPeople()
    by_id = dict[str, str]()
    for entry in entries:
        if _is_disabled(entry, settings.people.attributes.disabled):
            mapped.unnamed.add(dn_key(entry.dn))
            continue
        person = _map(entry, settings, departments, mapped)
        if person.id:
            mapped.ids[dn_key(entry.dn)] = person.id
            by_id[person.id] = person.id
        else:
            mapped.unnamed.add(dn_key(entry.dn))
    mapped.titled = not settings.people.attributes.title or any(one.value.title for one in mapped.told)
    mapped.told = [Told(one.entry, _with_manager(one, mapped, by_id)) for one in mapped.told]
    return mapped


@dataclass
class _Reading:
    """An entry that is being read: the first trouble of an attribute is kept, and the others are read on."""

    entry: Entry
    faults: list[tuple[FindingCode, dict[str, str]]] = field(default_factory=list)

    def text(self, attribute: str) -> str:
        try:
            return self.entry.text(attribute)
        except NoText:
            self.fault(FindingCode.NOT_UTF8, attribute=attribute)
            return ""

    def fault(self, code: FindingCode, **facts: str) -> None:
        self.faults.append((code, facts))


def _map(
    entry: Entry, settings: DirectorySettings, departments: MappedDepartments, mapped: MappedPeople
) -> DirectoryPerson:
    attributes, reading = settings.people.attributes, _Reading(entry)
    named = {name: reading.text(getattr(attributes, name)) for name in _NEEDED}
    unreadable = {facts["attribute"] for _code, facts in reading.faults}
    for name, code in _NEEDED.items():
        if not named[name] and getattr(attributes, name) not in unreadable:
            reading.fault(code, attribute=getattr(attributes, name))
    words = named["name"].split()
    person = DirectoryPerson(
        id=named["id"] or _id_in_dn(entry.dn, attributes),
        number=named["number"],
        name=named["name"],
        family_name=reading.text(attributes.family_name) or next(iter(words), ""),
        given_name=reading.text(attributes.given_name),
        kana=reading.text(attributes.kana),
        mail=reading.text(attributes.mail),
        title=reading.text(attributes.title),
        employment=_employment(reading, settings) or Employment.REGULAR,
        department=_department(reading, settings, departments, mapped),
        uuid=_uuid(entry, attributes.uuid),
        manager=reading.text(attributes.manager),
        password_changed_at=instant(reading.text(attributes.password_changed)),
    )
    if reading.faults:
        mapped.findings += [
            Finding(entry.dn, code, facts, uuid=person.uuid, id=person.id, number=person.number)
            for code, facts in reading.faults
        ]
    else:
        mapped.told.append(Told(entry.dn, person))
    return person


def _id_in_dn(dn: str, attributes: PersonAttributes) -> str:
    """The id an entry is named by, for an entry whose attribute cannot be read."""
    name, value = first_value(dn)
    return value if name == attributes.id.lower() else ""


def _employment(reading: _Reading, settings: DirectorySettings) -> Employment | None:
    attribute = settings.people.attributes.employment
    before = len(reading.faults)
    named = reading.text(attribute)
    if not named and settings.people.employment_otherwise:
        return settings.people.employment_otherwise
    found = settings.people.employments.get(named)
    if found is None and len(reading.faults) == before:
        reading.fault(FindingCode.UNKNOWN_EMPLOYMENT, attribute=attribute, value=named)
    return found


def _department(
    reading: _Reading, settings: DirectorySettings, departments: MappedDepartments, mapped: MappedPeople
) -> str:
    """The code of the main department; what is wrong with it is noted."""
    finders: Mapping[By, Callable[[], set[str]]] = {
        By.ATTRIBUTE: lambda: set(_texts(reading, settings.people.attributes.department)),
        By.TREE: lambda: {departments.code_above(dn_key(reading.entry.dn)) or ""} - {""},
        By.GROUPS: lambda: set(departments.of_member.get(dn_key(reading.entry.dn), ())),
    }
    by = settings.departments.by
    before = len(reading.faults)
    codes = finders[by]()
    if by is By.GROUPS and len(codes) > 1:
        main = codes & set(_texts(reading, settings.people.attributes.department))
        if len(main) == 1:
            mapped.also_in += [(reading.entry.dn, code) for code in sorted(codes - main)]
            codes = main
    if len(codes) == 1:
        return next(iter(codes))
    if len(reading.faults) == before:
        if codes:
            reading.fault(FindingCode.SEVERAL_DEPARTMENTS, value=", ".join(sorted(codes)))
        else:
            attribute = settings.people.attributes.department if by is By.ATTRIBUTE else ""
            reading.fault(FindingCode.NO_DEPARTMENT, **({"attribute": attribute} if attribute else {}))
    return ""


def _texts(reading: _Reading, attribute: str) -> list[str]:
    try:
        return reading.entry.texts(attribute)
    except NoText:
        reading.fault(FindingCode.NOT_UTF8, attribute=attribute)
        return []


def _uuid(entry: Entry, attribute: str) -> str:
    """entryUUID as text, or objectGUID's 16 bytes (the first three groups little-endian); empty where there is none."""
    value = next(iter(entry.raw(attribute)), b"")
    if attribute.lower() == "objectguid" and len(value) == 16:
        return str(UUID(bytes_le=value))
    try:
        return str(UUID(value.decode("ascii")))
    except ValueError:
        return value.decode("ascii", "ignore").strip()


def _is_disabled(entry: Entry, attribute: str) -> bool:
    """Whether the account is: bit 2 of a number (userAccountControl), TRUE, or locked for good."""
    value = next(iter(entry.raw(attribute)), b"").decode("ascii", "ignore").strip()
    if value.isdecimal():
        return bool(int(value) & _ACCOUNT_DISABLED)
    return value.upper() in {"TRUE", _LOCKED_FOR_GOOD}


def _with_manager(told: Told[DirectoryPerson], mapped: MappedPeople, by_id: Mapping[str, str]) -> DirectoryPerson:
    """The person with the superior's id in place of the DN; one who is nowhere is left out, and said."""
    person = told.value
    if not person.manager:
        return person
    manager = mapped.ids.get(dn_key(person.manager)) or by_id.get(person.manager)
    if manager is None:
        mapped.findings.append(
            Finding(
                told.entry,
                FindingCode.UNKNOWN_MANAGER,
                {"value": person.manager},
                uuid=person.uuid,
                id=person.id,
                number=person.number,
                warns=True,
            )
        )
    return replace(person, manager=manager or "")
