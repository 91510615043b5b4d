"""What is on record of departments and people, as a run compares it with the directory."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from directory.policies.known import KnownDepartment, KnownPerson, KnownRoll
from directory.source import DepartmentKind, DirectoryDepartment, DirectoryPerson, Employment
from people.models import Account, Department, Person, PersonKind, Post
from people.policies.posts import WantedPost

_OF_PERSON = (
    "pk",
    "directory_id",
    "directory_uuid",
    "number",
    "name",
    "family_name",
    "given_name",
    "kana",
    "mail",
    "title",
    "employment_class",
    "department_id",
    "active_to",
)


def known_roll(today: date) -> KnownRoll:
    """Everything that is known on `today`, ended departments and leavers included: four reads, however many people."""
    rows = list(Department.objects.order_by("code"))
    codes = {one.pk: one.code for one in rows}
    departments = [
        KnownDepartment(
            DirectoryDepartment(
                one.code, one.name, DepartmentKind(one.kind), codes[one.parent_id] if one.parent_id else None
            ),
            ended=one.active_to is not None and one.active_to < today,
        )
        for one in rows
    ]
    accounts = {
        person_id: (username, active)
        for person_id, username, active in Account.objects.filter(person__kind=PersonKind.STAFF).values_list(
            "person_id", "username", "is_active"
        )
    }
    others = Account.objects.filter(Q(person__isnull=True) | ~Q(person__kind=PersonKind.STAFF))
    return KnownRoll(
        departments,
        _people(today, codes, accounts),
        frozenset(name.lower() for name in others.values_list("username", flat=True)),
        frozenset(Person.objects.exclude(kind=PersonKind.STAFF).values_list("number", flat=True)),
    )


def _people(today: date, codes: dict[int, str], accounts: dict[int, tuple[str, bool]]) -> list[KnownPerson]:
    posts = _posts(today, codes)
    people = []
    for row in Person.objects.filter(kind=PersonKind.STAFF).order_by("number").values(*_OF_PERSON):
        username, active = accounts.get(row["pk"], ("", False))
        last_day: date | None = row["active_to"]
        entry = DirectoryPerson(
            id=row["directory_id"] or "",
            number=row["number"],
            name=row["name"],
            family_name=row["family_name"],
            given_name=row["given_name"],
            kana=row["kana"],
            mail=row["mail"],
            title=row["title"],
            employment=Employment(row["employment_class"]),
            department=codes[row["department_id"]] if row["department_id"] else "",
            uuid=row["directory_uuid"] or "",
        )
        people.append(
            KnownPerson(
                person_id=row["pk"],
                entry=entry,
                posts=frozenset(posts[row["pk"]]),
                last_day=last_day,
                left=last_day is not None and last_day < today,
                username=username,
                account_active=active,
            )
        )
    return people


def _posts(today: date, codes: dict[int, str]) -> defaultdict[int, list[WantedPost]]:
    posts: defaultdict[int, list[WantedPost]] = defaultdict(list)
    rows = Post.objects.filter(Q(active_to__isnull=True) | Q(active_to__gte=today))
    for person_id, department_id, kind, manages in rows.values_list("person_id", "department_id", "kind", "manages"):
        posts[person_id].append(WantedPost(codes[department_id], main=kind == Post.Kind.MAIN, manages=manages))
    return posts
