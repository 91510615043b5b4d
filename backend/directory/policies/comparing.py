"""Comparing what is known with what a directory says: the plan of a run. Decides everything and writes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from directory.policies.department_changes import Standing, department_changes, standing_departments
from directory.policies.known import KnownPerson, KnownRoll
from directory.policies.matching import Matched, matched
from directory.policies.plan import Change, Plan, Value
from directory.policies.runs import Did, Subject
from directory.source import DirectoryPerson, Roll
from people.policies.posts import WantedPost, wanted_posts

TAKEN_OVER = (
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
    "uuid",
)
"""What of a person is the directory's. Roles, language and what they chose to show are not."""


def compare(known: KnownRoll, wanted: Roll) -> Plan:
    """Every change that makes `known` what `wanted` says.

    Whom a finding is about, that does not only warn, stays exactly as known. Comparing again after the plan was
    applied finds no change. Takes about a second for 20,000 people.
    """
    unclear = [
        one.department for one in wanted.findings if _is_of_a_department(one.id, one.uuid, one.number, one.warns)
    ]
    standing = standing_departments(known.departments, wanted.departments, [code for code in unclear if code])
    found = matched(known, wanted.people, wanted.findings, standing.departments)
    posts = _posts(wanted, found, standing)
    changes = [
        *department_changes(known.departments, standing),
        *_person_changes(found),
        *_post_changes(found, posts),
        *_account_changes(found),
    ]
    return Plan(changes, [*wanted.findings, *standing.findings, *found.findings])


def _is_of_a_department(person_id: str, uuid: str, number: str, warns: bool) -> bool:
    return not (person_id or uuid or number or warns)


def _person_changes(found: Matched) -> list[Change]:
    changes = [change for entry, person in found.pairs if (change := _person_change(entry, person)) is not None]
    names = {one.person_id for one in found.names_given_up if one.entry.id}
    numbers = {one.person_id for one in found.numbers_given_up}
    gone = {one.person_id for one in found.gone}
    for one in sorted(_once([*found.gone, *found.names_given_up, *found.numbers_given_up]), key=_by_number):
        fields: dict[str, tuple[Value, Value]] = {}
        if one.person_id in names:
            fields["id"] = (one.entry.id, None)
        if one.person_id in numbers:
            fields["number"] = (one.entry.number, number_given_up(one))
        if fields or one.person_id in gone:
            did = Did.ENDED if one.person_id in gone else Did.CHANGED
            changes.append(_of_person(Subject.PERSON, did, one, fields))
    return changes


def _person_change(entry: DirectoryPerson, person: KnownPerson | None) -> Change | None:
    after = _values(entry)
    if person is None:
        fields: dict[str, tuple[Value, Value]] = {name: (None, value) for name, value in after.items() if value}
        return Change(
            Subject.PERSON, Did.ADDED, entry.number, entry.name, entry.department, fields, number=entry.number
        )
    before = _values(person.entry)
    # A directory that has no lasting identities takes none away.
    after["uuid"] = after["uuid"] or before["uuid"]
    fields = {name: (before[name], value) for name, value in after.items() if before[name] != value}
    if person.last_day is not None:
        fields["last_day"] = (person.last_day.isoformat(), None)
    if not fields:
        return None
    moved = "department" in fields and not person.left
    did = Did.RETURNED if person.left else Did.MOVED if moved else Did.CHANGED
    return Change(
        Subject.PERSON, did, entry.number, entry.name, entry.department, fields, person.person_id, entry.number
    )


def _values(entry: DirectoryPerson) -> dict[str, str | None]:
    values: dict[str, str | None] = {name: getattr(entry, name) for name in TAKEN_OVER}
    values["employment"] = entry.employment.value
    return {name: value or None for name, value in values.items()}


def _posts(wanted: Roll, found: Matched, standing: Standing) -> Mapping[str, frozenset[WantedPost]]:
    """The posts of everybody who makes sense, by id."""
    concurrent: defaultdict[str, set[str]] = defaultdict(set)
    for post in wanted.posts:
        if post.department in standing.departments:
            concurrent[post.person].add(post.department)
    # Where a group of concurrent posts makes no sense, those who are in it as known stay there.
    for entry, person in found.pairs:
        if person is not None and standing.unclear:
            held = {post.department for post in person.posts if not post.main and not post.manages}
            concurrent[entry.id] = (concurrent[entry.id] - standing.unclear) | (held & standing.unclear)
    return {
        entry.id: frozenset(
            wanted_posts(
                title=entry.title,
                main=entry.department,
                concurrent=concurrent[entry.id],
                lineages=standing.lineages,
            )
        )
        for entry, _person in found.pairs
    }


def _post_changes(found: Matched, posts: Mapping[str, frozenset[WantedPost]]) -> list[Change]:
    changes: list[Change] = []
    for entry, person in found.pairs:
        has = person.posts if person is not None else frozenset[WantedPost]()
        wants = posts[entry.id]
        who = person.person_id if person is not None else None
        changes += [_post(Did.ENDED, one, entry, who) for one in sorted(has - wants, key=_in_order)]
        changes += [_post(Did.ADDED, one, entry, who) for one in sorted(wants - has, key=_in_order)]
    for person in sorted(found.gone, key=_by_number):
        changes += [
            _post(Did.ENDED, one, person.entry, person.person_id) for one in sorted(person.posts, key=_in_order)
        ]
    return changes


def _post(did: Did, post: WantedPost, entry: DirectoryPerson, person_id: int | None) -> Change:
    kind = "main" if post.main else "concurrent"
    sides = (lambda value: (value, None)) if did is Did.ENDED else (lambda value: (None, value))
    fields: dict[str, tuple[Value, Value]] = {"kind": sides(kind), "manages": sides(post.manages)}
    key = f"{entry.number} {post.department}"
    return Change(Subject.POST, did, key, entry.name, post.department, fields, person_id, entry.number)


def _account_changes(found: Matched) -> list[Change]:
    changes = []
    for entry, person in found.pairs:
        username = entry.id.lower()
        fields: dict[str, tuple[Value, Value]] = {}
        if person is None or not person.username:
            did, fields = Did.ADDED, {"username": (None, username)}
        else:
            back = person.left and not person.account_active
            did = Did.RETURNED if back else Did.CHANGED
            if person.username != username:
                fields["username"] = (person.username, username)
            if not fields and not back:
                continue
        who = person.person_id if person is not None else None
        changes.append(Change(Subject.ACCOUNT, did, username, entry.name, entry.department, fields, who, entry.number))
    names = {one.person_id for one in found.names_given_up}
    gone = {one.person_id for one in found.gone}
    for one in sorted(_once([*found.gone, *found.names_given_up]), key=_by_number):
        ends = one.person_id in gone and one.account_active
        if one.username and (ends or one.person_id in names):
            given = {"username": (one.username, name_given_up(one))} if one.person_id in names else {}
            change = _of_person(Subject.ACCOUNT, Did.ENDED if ends else Did.CHANGED, one, given)
            changes.append(change)
    return changes


def name_given_up(person: KnownPerson) -> str:
    """The user name of somebody whose own is another person's from now on. No directory has a name with colons."""
    return f"left:{person.person_id}:{person.username}"[:150]


def number_given_up(person: KnownPerson) -> str:
    """The number of somebody whose own is another person's from now on: at most 16 signs."""
    ending = f"~{person.person_id}"
    return person.entry.number[: 16 - len(ending)] + ending


def _of_person(subject: Subject, did: Did, one: KnownPerson, fields: Mapping[str, tuple[Value, Value]]) -> Change:
    entry = one.entry
    key = one.username if subject is Subject.ACCOUNT else entry.number
    return Change(subject, did, key, entry.name, entry.department, fields, one.person_id, entry.number)


def _once(people: Iterable[KnownPerson]) -> list[KnownPerson]:
    return list({one.person_id: one for one in people}.values())


def _by_number(person: KnownPerson) -> str:
    return person.entry.number


def _in_order(post: WantedPost) -> tuple[str, bool, bool]:
    return post.department, post.main, post.manages
