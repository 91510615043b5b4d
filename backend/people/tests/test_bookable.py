"""The list of people for whom somebody may book says the same as the policy."""

import pytest

from people.models import Delegation, Person
from tests.factories.hall import add_person
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

BOOKABLE = "/api/v1/people/bookable/"


def found(client, **asked):
    rows = client.get(BOOKABLE, asked).json()["results"]
    return [(row["person"]["name"], row["relation"]) for row in rows]


def test_a_manager_has_the_people_of_the_section_in_order_of_reading(as_person, hall):
    assert found(as_person("yamada")) == [("我妻 美咲", "manager"), ("工藤 真理子", "manager")]
    assert found(as_person("yamada"), q="くどう") == [("工藤 真理子", "manager")]


def test_a_manager_of_a_bureau_has_those_below(as_person, hall):
    bureau = hall.departments["03"]
    add_person(hall, "chief", "局長 一郎", "03", kana="キョクチョウ", manages=True)
    assert bureau.pk in hall.departments["030202"].lineage
    names = [name for name, _relation in found(as_person("chief"))]
    assert names == ["我妻 美咲", "工藤 真理子", "山田 葵"]


@pytest.mark.parametrize("who", ["agatsuma", "sasaki", "hoshi"])
def test_most_people_have_nobody(as_person, who):
    assert found(as_person(who)) == []


def test_a_delegate_has_whoever_gave_it_while_it_runs(as_person, hall):
    give = {"delegate": hall.people["hoshi"], "active_to": TUESDAY}
    Delegation.objects.create(delegator=hall.people["sasaki"], scope="book", active_from=MONDAY, **give)
    Delegation.objects.create(delegator=hall.people["kudo"], scope="approve", active_from=MONDAY, **give)
    Delegation.objects.create(delegator=hall.people["yamada"], scope="book", active_from=TUESDAY, **give)
    assert found(as_person("hoshi")) == [("佐々木 隆", "delegate")]
    Person.objects.filter(pk=hall.person("sasaki")).update(active_to="2026-11-29")
    assert found(as_person("hoshi")) == []


def test_facilities_has_visitors_whose_visit_is_not_over(as_person, hall):
    account = hall.account("hoshi")
    account.roles = ["facilities"]
    account.save()
    for number, (name, last) in enumerate([("来 一", "2026-12-03"), ("来 二", "2026-11-29")]):
        Person.objects.create(
            kind="visitor",
            number=f"V{number}",
            name=name,
            family_name=name,
            host=hall.people["kudo"],
            organisation="県庁",
            active_from="2026-11-02",
            active_to=last,
        )
    assert found(as_person("hoshi")) == [("来 一", "facilities")]
    (row,) = as_person("hoshi").get(BOOKABLE).json()["results"]
    assert (row["organisation"], row["first_day"], row["last_day"]) == ("県庁", "2026-11-02", "2026-12-03")


def test_the_list_comes_in_pages(as_person, hall):
    manager = as_person("yamada")
    first = manager.get(BOOKABLE, {"page_size": 1}).json()
    second = manager.get(BOOKABLE, {"page_size": 1, "cursor": first["next"]}).json()
    assert [one["results"][0]["person"]["name"] for one in (first, second)] == ["我妻 美咲", "工藤 真理子"]
    assert second["next"] is None
