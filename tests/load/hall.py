"""The hall of a size: building, floors, areas, desks, departments, people, accounts, sessions."""

import datetime as dt
from dataclasses import dataclass
from math import ceil

from access.models import Session
from access.session_key import digest_of
from bookings.models import BookingRule
from core import clock
from core.copying import copy_rows
from core.revision import Slow, bump
from people.models import Account, Department, Person, Post
from spaces.models import (
    Area,
    AreaHome,
    AreaPlacement,
    Building,
    Desk,
    DeskPlacement,
    Floor,
    Layout,
)
from tests.load.session_keys import session_key
from tests.load.sizes import AREAS_PER_FLOOR, DESKS_PER_AREA, Size

PEOPLE_PER_SECTION = 16
CONTESTANTS = 64
SESSION_DAYS = 7
# Names as varied as a hall's, so that answers are compressed no better than there.
FIRST_SIGNS = "佐鈴高田伊渡山中小加吉清木林斎森池橋阿石前藤岡後長村近遠青坂"
SECOND_SIGNS = "藤木橋中部田村本林崎井上野原島川倉沢谷口"
FIRST_READINGS = (
    "サ スズ タカ タ イ ワタリ ヤマ ナカ コ カ ヨシ キヨ キ ハヤシ サイ "
    "モリ イケ ハシ ア イシ マエ フジ オカ ゴ ナガ ムラ チカ エン アオ サカ"
)
SECOND_READINGS = "トウ キ ハシ ナカ ベ タ ムラ モト ハヤシ サキ イ ウエ ノ ハラ シマ カワ クラ サワ タニ グチ"
GIVEN_NAMES = ("健", "美咲", "翔太", "陽子", "真理子", "誠", "葵", "直美", "隆", "恵子", "大輔", "彩", "沙織")
GIVEN_READINGS = "ケン ミサキ ショウタ ヨウコ マリコ マコト アオイ ナオミ タカシ ケイコ ダイスケ アヤ サオリ"
PLAN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 340"><rect width="800" height="340"/></svg>'


@dataclass(frozen=True, slots=True)
class Hall:
    """Ids, in order. People `i` are at home in area `i % home_areas`; the areas after those are common.

    `contestants` may hold one live booking at a time and are at home nowhere.
    """

    size: Size
    floor_ids: list[int]
    area_ids: list[int]
    desk_ids: list[list[int]]
    person_ids: list[int]
    section_ids: list[int]
    contestant_ids: list[int]

    def area_of(self, person: int) -> int:
        """The index of the area in which the person with that index is at home."""
        return person % self.size.home_areas

    def floor_of(self, area: int) -> int:
        """The index of an area's floor."""
        return area // AREAS_PER_FLOOR

    def common_desks(self) -> list[int]:
        """Desks of the common areas, which everybody may book."""
        return [desk for area in self.desk_ids[self.size.home_areas :] for desk in area]


def build_hall(size: Size, opened_on: dt.date) -> Hall:
    """Make everything but the bookings, in an empty database."""
    sections, contest = _departments(size)
    floors, areas, desks = _places(size, opened_on, sections)
    people = _people(size, sections, opened_on)
    contestants = _contestants(contest, opened_on)
    _sessions([*people, *contestants])
    BookingRule.objects.create(name="one at a time", owner="bench", department=contest, max_live_bookings=1)
    for name in (Slow.PLACES, Slow.PEOPLE, Slow.RULES):
        bump(name)
    return Hall(
        size=size,
        floor_ids=[floor.pk for floor in floors],
        area_ids=[area.pk for area in areas],
        desk_ids=[[desk.pk for desk in of_area] for of_area in desks],
        person_ids=[person.pk for person in people],
        section_ids=[person.department_id or 0 for person in people],
        contestant_ids=[person.pk for person in contestants],
    )


def _departments(size: Size) -> tuple[list[list[Department]], Department]:
    """The sections at home in each area, and the section of the contestants."""
    bureau = Department(code="B", name="局", kind="bureau")
    copy_rows([bureau])
    of_area = ceil(ceil(size.people / size.home_areas) / PEOPLE_PER_SECTION)
    sections = [
        [
            Department(
                code=f"S{area:03d}{number:02d}", name=f"第{area}-{number}課", kind="section", parent_id=bureau.pk
            )
            for number in range(of_area)
        ]
        for area in range(size.home_areas)
    ]
    contest = Department(code="C", name="競争課", kind="section", parent_id=bureau.pk)
    every = [section for of_one in sections for section in of_one] + [contest]
    copy_rows(every)
    for section in [bureau, *every]:
        section.lineage = [bureau.pk] if section is bureau else [bureau.pk, section.pk]
    Department.objects.bulk_update([bureau, *every], ["lineage"])
    return sections, contest


def _places(
    size: Size, opened_on: dt.date, sections: list[list[Department]]
) -> tuple[list[Floor], list[Area], list[list[Desk]]]:
    building = Building(code="bench", name="Bench")
    copy_rows([building])
    floors = [
        Floor(building_id=building.pk, code=str(n + 1), name=f"{n + 1}階", level=n + 1) for n in range(size.floors)
    ]
    copy_rows(floors)
    areas = [Area(building_id=building.pk, code=f"A{number:03d}") for number in range(size.areas)]
    copy_rows(areas)
    desks = [
        [Desk(building_id=building.pk, code=f"{area.code}-{n + 1:03d}") for n in range(DESKS_PER_AREA)]
        for area in areas
    ]
    copy_rows([desk for of_area in desks for desk in of_area])
    layouts = [
        Layout(floor_id=f.pk, effective_from=opened_on, width=80, height=34, plan=PLAN, published_at=clock.now())
        for f in floors
    ]
    copy_rows(layouts)
    placements = [
        _placement(number, area, areas, layouts[number // AREAS_PER_FLOOR]) for number, area in enumerate(areas)
    ]
    copy_rows(placements)
    copy_rows(
        [
            AreaHome(placement_id=placements[area].pk, department_id=section.pk)
            for area, of_area in enumerate(sections)
            for section in of_area
        ]
    )
    copy_rows(
        [
            DeskPlacement(
                layout_id=placements[area].layout_id, desk_id=desk.pk, area_id=placements[area].pk,
                x=2.0 + n % 10 * 1.6 + area % AREAS_PER_FLOOR * 16, y=2.0 + n // 10 * 2.0,
                width=1.2, height=0.7, mode="bookable", features=["monitor"],
            )
            for area, of_area in enumerate(desks)
            for n, desk in enumerate(of_area)
        ]
    )  # fmt: skip
    return floors, areas, desks


def _placement(number: int, area: Area, areas: list[Area], layout: Layout) -> AreaPlacement:
    first = number // AREAS_PER_FLOOR * AREAS_PER_FLOOR
    overflow = [other.pk for other in areas[first : first + AREAS_PER_FLOOR] if other is not area]
    return AreaPlacement(
        layout_id=layout.pk, area_id=area.pk, name=f"{area.code}エリア",
        x=number % AREAS_PER_FLOOR * 16.0, y=1.0, width=16.0, height=32.0, overflow=overflow,
    )  # fmt: skip


def _people(size: Size, sections: list[list[Department]], opened_on: dt.date) -> list[Person]:
    people = []
    for number in range(size.people):
        of_area = sections[number % size.home_areas]
        people.append(_person(number, of_area[number // size.home_areas % len(of_area)].pk))
    _with_accounts(people, opened_on)
    return people


def _contestants(contest: Department, opened_on: dt.date) -> list[Person]:
    people = [_person(900_000 + number, contest.pk) for number in range(CONTESTANTS)]
    _with_accounts(people, opened_on)
    return people


def _person(number: int, department_id: int) -> Person:
    family_name = FIRST_SIGNS[number % len(FIRST_SIGNS)] + SECOND_SIGNS[number // 7 % len(SECOND_SIGNS)]
    first, second, given = FIRST_READINGS.split(), SECOND_READINGS.split(), GIVEN_READINGS.split()
    family_kana = first[number % len(first)] + second[number // 7 % len(second)]
    given_name = GIVEN_NAMES[number // 3 % len(GIVEN_NAMES)]
    return Person(
        number=f"{number:06d}", name=f"{family_name} {given_name}", family_name=family_name, visibility="everyone",
        kana=f"{family_kana} {given[number // 3 % len(given)]}",
        employment_class="regular", department_id=department_id,
    )  # fmt: skip


def _with_accounts(people: list[Person], opened_on: dt.date) -> None:
    for person in people:
        person.fold_names()
    copy_rows(people)
    copy_rows(
        [
            Post(person_id=person.pk, department_id=person.department_id or 0, kind="main", active_from=opened_on)
            for person in people
        ]
    )
    copy_rows([Account(username=f"b{person.number}", password="!", person_id=person.pk) for person in people])


def _sessions(people: list[Person]) -> None:
    now = clock.now()
    accounts = dict(Account.objects.values_list("person_id", "pk"))
    Session.objects.bulk_create(
        (
            Session(
                key_digest=digest_of(session_key(person.pk)),
                account_id=accounts[person.pk],
                created_at=now,
                expires_at=now + dt.timedelta(days=SESSION_DAYS),
            )
            for person in people
        ),
        batch_size=2000,
    )
