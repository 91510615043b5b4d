"""A small city hall with a small cast, for tests: two floors, four areas, three sections, and people with names.

Sixth floor: area 06A is home to 広聴課 (4 bookable desks, one drop-in, one assigned to the section's chief 山田),
06B to 税制課 (3 desks), 06C is common (2 desks). Seventh floor: 07A is home to 観光課 (2 desks). 06A overflows to 06B,
then 06C.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

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
    """Build it, in few inserts. 山田 manages 広聴課."""
    hall = Hall(Building.objects.create(code="HALL", name="本庁舎"))
    _departments(hall)
    _people(hall)
    for number, level in (("6", 6), ("7", 7)):
        floor = Floor.objects.create(building=hall.building, code=number, name=f"{number}階", level=level)
        hall.floors[number] = floor
        hall.layouts[number] = Layout.objects.create(
            floor=floor,
            effective_from=LONG_AGO,
            width=80,
            height=34,
            plan=BACKGROUND,
            published_at=city_time(LONG_AGO, "9:00"),
        )
    for code in DESKS:
        hall.areas[code] = Area.objects.create(building=hall.building, code=code)
    for place, (code, modes) in enumerate(DESKS.items()):
        _area(hall, code, modes, x=2.0 + 18 * place)
    bump(Slow.PLACES)
    bump(Slow.PEOPLE)
    return hall


def add_person(hall: Hall, key: str, name: str, section: str, *, kana: str = "", manages: bool = False) -> Person:
    """One more person with a main post and an account without a password."""
    family, _, given = name.partition(" ")
    department = hall.departments[section]
    person = Person.objects.create(
        number=f"9{len(hall.people):05}",
        name=name,
        family_name=family,
        given_name=given,
        kana=kana,
        mail=f"{key}@city.example.jp",
        active_from=LONG_AGO,
        department=department,
    )
    Post.objects.create(person=person, department=department, kind="main", manages=manages, active_from=LONG_AGO)
    Account.objects.create(username=key, person=person, password="!")
    hall.people[key] = person
    return person


def _departments(hall: Hall) -> None:
    for code, name in SECTIONS.items():
        bureau = Department.objects.create(code=code[:2], name=f"{name[:2]}局", kind="bureau")
        Department.objects.filter(pk=bureau.pk).update(lineage=[bureau.pk])
        section = Department.objects.create(code=code, name=name, kind="section", parent=bureau)
        section.lineage = [bureau.pk, section.pk]
        section.save(update_fields=["lineage"])
        hall.departments[code] = section
        hall.departments[code[:2]] = bureau


def _people(hall: Hall) -> None:
    for key, (name, kana, section) in PEOPLE.items():
        add_person(hall, key, name, section, kana=kana, manages=key == "yamada")


def _area(hall: Hall, code: str, modes: list[str], *, x: float) -> None:
    layout = hall.layouts["6" if code.startswith("06") else "7"]
    placement = AreaPlacement.objects.create(
        layout=layout,
        area=hall.areas[code],
        name=f"{int(code[:2])}階{code[2]}エリア",
        x=x,
        y=2,
        width=16,
        height=12,
        overflow=[hall.areas[after].pk for after in OVERFLOW.get(code, [])],
    )
    if code in HOMES:
        AreaHome.objects.create(placement=placement, department=hall.departments[HOMES[code]])
    for number, mode in enumerate(modes, start=1):
        desk = Desk.objects.create(building=hall.building, code=f"{code}-{number:03}")
        hall.desks[desk.code] = desk
        DeskPlacement.objects.create(
            layout=layout,
            desk=desk,
            area=placement,
            x=x + 1 + 0.75 * (number % 2),
            y=3 + 1.25 * (number // 2),
            width=0.7,
            height=1.2,
            mode=mode,
            features=["monitor"] if number == 1 else [],
            assigned_to=hall.people["yamada"] if mode == DeskMode.ASSIGNED else None,
        )
