from datetime import date

import pytest

from audit.selectors import events_of
from core.revision import Slow, revisions
from people.models import Account, Delegation, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ME = "/api/v1/me/"


def test_me_is_everything_the_screens_ask_first(hall, as_person, settings):
    settings.DEMONSTRATION = False
    answer = as_person("yamada").get(ME).json()
    area, section = hall.areas["06A"], hall.departments["030202"]
    assert answer == {
        "username": "yamada",
        "person": {
            "id": hall.person("yamada"),
            "number": hall.people["yamada"].number,
            "name": "山田 葵",
            "family_name": "山田",
            "kana": "ヤマダ アオイ",
            "title": "",
            "department": {"id": section.pk, "code": "030202", "name": "広聴課"},
            "visibility": "everyone",
        },
        "roles": ["staff", "manager"],
        "approves": True,
        "language": "ja",
        "home_areas": [{"id": area.pk, "code": "06A", "name": "6階Aエリア", "floor": hall.floors["6"].pk}],
        "demonstration": False,
        "today": "2026-11-30",
        "working_days": answer["working_days"],
    }
    assert answer["working_days"][:6] == [
        "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07",
    ]  # fmt: skip
    assert len(answer["working_days"]) == 30


def test_who_approves_in_somebodys_place_approves_while_that_lasts(hall, as_person):
    assert as_person("kudo").get(ME).json()["approves"] is False
    Delegation.objects.create(
        delegator_id=hall.person("yamada"),
        delegate_id=hall.person("kudo"),
        scope=Delegation.Scope.APPROVE,
        active_from=date(2026, 11, 30),
        active_to=date(2026, 12, 4),
    )
    assert as_person("kudo").get(ME).json()["approves"] is True


def test_a_break_glass_account_is_nobody_on_the_roll(hall, client_of):
    client = client_of(Account.objects.create(username="breakglass", password="!", roles=["it"]))
    answer = client.get(ME, HTTP_ACCEPT_LANGUAGE="en").json()
    assert (answer["person"], answer["roles"], answer["home_areas"]) == (None, ["it"], [])
    assert answer["language"] == "en"
    assert client.patch(ME, {"language": "en"}).status_code == 403


def test_a_person_chooses_the_language_and_who_sees_them(hall, as_person):
    me = as_person("agatsuma")
    before = revisions()[Slow.PEOPLE]
    answer = me.patch(ME, {"language": "en", "visibility": "section"}).json()
    assert (answer["language"], answer["person"]["visibility"]) == ("en", "section")
    assert me.get(ME, HTTP_ACCEPT_LANGUAGE="ja").json()["language"] == "en"
    assert revisions()[Slow.PEOPLE] > before
    event = events_of("person", hall.person("agatsuma")).get()
    assert (event.kind, event.actor_name) == ("person.preferences_set", "我妻 美咲")
    assert event.before == {"language": "ja", "visibility": "everyone"}
    assert event.after == {"language": "en", "visibility": "section"}


def test_choosing_what_is_chosen_already_leaves_no_trace(hall, as_person):
    before = revisions()[Slow.PEOPLE]
    assert as_person("agatsuma").patch(ME, {"language": "ja"}).status_code == 200
    assert as_person("agatsuma").patch(ME, {}).status_code == 200
    assert revisions()[Slow.PEOPLE] == before
    assert not events_of("person", hall.person("agatsuma")).exists()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"language": "fr"}, "language"),
        ({"language": None}, "language"),
        ({"visibility": "nobody"}, "visibility"),
        ({"visibility": ["everyone"]}, "visibility"),
        ([], "non_field_errors"),
    ],
)
def test_what_cannot_be_chosen_is_named(hall, as_person, body, field):
    answer = as_person("agatsuma").patch(ME, body)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])
    assert Person.objects.get(pk=hall.person("agatsuma")).language == "ja"
