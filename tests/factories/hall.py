"""A small city hall with a small cast, for tests: two floors, four areas, three sections, and people with names.

Sixth floor: area 06A is home to 広聴課 (4 bookable desks, one drop-in, one assigned to the section's chief 山田),
06B to 税制課 (3 desks), 06C is common (2 desks). Seventh floor: 07A is home to 観光課 (2 desks). 06A overflows to 06B,
then 06C.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import connection

from core.clock import city_zone
from core.revision import Slow, bump
from people.models import Account, Department, Person, Post
from spaces.models import (
    Area,
    AreaHome,
    AreaPlacement,
    Building,
    Desk,
    DeskMode,
    DeskPlacement,
    Floor,
    Layout,
)

LONG_AGO = date(2020, 4, 1)
BACKGROUND = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 340"></svg>'

SECTIONS = {"030202": "広聴課", "040301": "税制課", "100101": "観光課"}
PEOPLE = {
    "yamada": ("山田 葵", "ヤマダ アオイ", "030202"),
    "agatsuma": ("我妻 美咲", "アガツマ ミサキ", "030202"),
    "kudo": ("工藤 真理子", "クドウ マリコ", "030202"),
    "sasaki": ("佐々木 隆", "ササキ タカシ", "040301"),
    "hoshi": ("星 翔太", "ホシ ショウタ", "100101"),
}
DESKS = {
    "06A": ["bookable"] * 4 + ["drop_in", "assigned"],
    "06B": ["bookable"] * 3,
    "06C": ["bookable"] * 2,
    "07A": ["bookable", "bookable"],
}
HOMES = {"06A": "030202", "06B": "040301", "07A": "100101"}
OVERFLOW = {"06A": ["06B", "06C"], "06B": ["06A"]}


@dataclass
class Hall:
    """What was made, by code or by name."""

    building: Building
    floors: dict[str, Floor] = field(default_factory=dict)
    layouts: dict[str, Layout] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    departments: dict[str, Department] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def desk(self, code: str) -> int:
        return self.desks[code].pk

    def person(self, name: str) -> int:
        return self.people[name].pk

    def account(self, name: str) -> Account:
        return Account.objects.get(person=self.people[name])


def city_time(day: date, clock_time: str) -> datetime:
    """`HH:MM` on `day` by the city's clocks."""
    hour, minute = map(int, clock_time.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=city_zone())


def small_hall() -> Hall:
    """Build it, in few inserts: most tests begin with it. 山田 manages 広聴課."""
    hall = Hall(Building.objects.create(code="HALL", name="本庁舎"))
    _departments(hall)
    _people(hall)
    for number, level in (("6", 6), ("7", 7)):
        hall.floors[number] = Floor(building=hall.building, code=number, name=f"{number}階", level=level)
    Floor.objects.bulk_create(hall.floors.values())
    for number, floor in hall.floors.items():
        hall.layouts[number] = Layout(
            floor=floor,
            effective_from=LONG_AGO,
            width=80,
            height=34,
            plan=BACKGROUND,
            published_at=city_time(LONG_AGO, "9:00"),
        )
    Layout.objects.bulk_create(hall.layouts.values())
    hall.areas = {code: Area(building=hall.building, code=code) for code in DESKS}
    Area.objects.bulk_create(hall.areas.values())
    _desks(hall, _areas(hall))
    bump(Slow.PLACES)
    bump(Slow.PEOPLE)
    return hall


def add_person(hall: Hall, key: str, name: str, section: str, *, kana: str = "", manages: bool = False) -> Person:
    """One more person with a main post and an account without a password."""
    _add_people(hall, {key: (name, kana, section)}, managing=[key] if manages else [])
    return hall.people[key]


def _departments(hall: Hall) -> None:
    """Sections below bureaus, each with its lineage: their numbers are drawn before they are written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('people_department', 'id')) FROM generate_series(1, %s)",
            [2 * len(SECTIONS)],
        )
        numbers = [number for (number,) in cursor.fetchall()]
    for (code, name), above, number in zip(SECTIONS.items(), numbers[::2], numbers[1::2], strict=True):
        bureau = Department(pk=above, code=code[:2], name=f"{name[:2]}局", kind="bureau", lineage=[above])
        hall.departments[code] = Department(
            pk=number, code=code, name=name, kind="section", parent=bureau, lineage=[above, number]
        )
        hall.departments[code[:2]] = bureau
    Department.objects.bulk_create(sorted(hall.departments.values(), key=lambda department: department.pk))


def _people(hall: Hall) -> None:
    _add_people(hall, PEOPLE, managing=["yamada"])


def _add_people(hall: Hall, people: Mapping[str, tuple[str, str, str]], *, managing: Collection[str]) -> None:
    """Each with name, reading and section, by key."""
    added = {}
    for number, (key, (name, kana, section)) in enumerate(people.items(), start=len(hall.people)):
        family, _, given = name.partition(" ")
        added[key] = person = Person(
            number=f"9{number:05}",
            name=name,
            family_name=family,
            given_name=given,
            kana=kana,
            mail=f"{key}@city.example.jp",
            active_from=LONG_AGO,
            department=hall.departments[section],
        )
        person.fold_names()
    Person.objects.bulk_create(added.values())
    Post.objects.bulk_create(
        Post(person=one, department=one.department, kind="main", manages=key in managing, active_from=LONG_AGO)
        for key, one in added.items()
    )
    Account.objects.bulk_create(Account(username=key, person=one, password="!") for key, one in added.items())
    hall.people |= added


def _areas(hall: Hall) -> dict[str, AreaPlacement]:
    """Beside one another from left to right."""
    placed = {
        code: AreaPlacement(
            layout=hall.layouts["6" if code.startswith("06") else "7"],
            area=hall.areas[code],
            name=f"{int(code[:2])}階{code[2]}エリア",
            x=2.0 + 18 * place,
            y=2,
            width=16,
            height=12,
            overflow=[hall.areas[after].pk for after in OVERFLOW.get(code, [])],
        )
        for place, code in enumerate(DESKS)
    }
    AreaPlacement.objects.bulk_create(placed.values())
    AreaHome.objects.bulk_create(
        AreaHome(placement=placed[code], department=hall.departments[section]) for code, section in HOMES.items()
    )
    return placed


def _desks(hall: Hall, areas: Mapping[str, AreaPlacement]) -> None:
    placements = []
    for code, modes in DESKS.items():
        area = areas[code]
        for number, mode in enumerate(modes, start=1):
            desk = Desk(building=hall.building, code=f"{code}-{number:03}")
            hall.desks[desk.code] = desk
            placements.append(
                DeskPlacement(
                    layout=area.layout,
                    desk=desk,
                    area=area,
                    x=area.x + 1 + 0.75 * (number % 2),
                    y=3 + 1.25 * (number // 2),
                    width=0.7,
                    height=1.2,
                    mode=mode,
                    features=["monitor"] if number == 1 else [],
                    assigned_to=hall.people["yamada"] if mode == DeskMode.ASSIGNED else None,
                )
            )
    Desk.objects.bulk_create(hall.desks.values())
    DeskPlacement.objects.bulk_create(placements)
