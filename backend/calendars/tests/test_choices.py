"""What people choose about their calendars: kept, told as an event, and by mail only where mail goes."""

import pytest

from audit.models import Event
from calendars.policies.choices import Titles
from calendars.policies.chosen import Chosen
from calendars.selectors.choices import choices_of
from calendars.selectors.reached import reached_people
from calendars.services.choosing import change_choices
from people.models import Account, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

CHOICES = "/api/v1/calendar/choices/"
DEFAULTS = {
    "titles": "full",
    "spans": "hours",
    "with_desk": True,
    "with_telework": True,
    "with_own_plans": True,
    "by_mail": False,
    "section_as": "summary",
    "mail_possible": False,
}


@pytest.fixture
def mail_server(settings):
    settings.MAIL = {"host": "mail.example.jp"}


def test_without_a_word_the_defaults_hold_and_a_change_keeps_the_rest(hall, as_person):
    me = as_person("agatsuma")
    assert me.get(CHOICES).json() == DEFAULTS
    assert me.patch(CHOICES, {"titles": "busy", "with_desk": False}, format="json").json() == {
        **DEFAULTS,
        "titles": "busy",
        "with_desk": False,
    }
    assert me.patch(CHOICES, {"section_as": "each"}, format="json").json()["titles"] == "busy"
    assert as_person("kudo").get(CHOICES).json() == DEFAULTS


def test_a_change_is_told_once_and_nothing_is_told_of_none(hall, as_person):
    me = as_person("agatsuma")
    for _ in range(2):
        assert me.patch(CHOICES, {"titles": "short", "spans": "hours"}, format="json").status_code == 200
    person = hall.person("agatsuma")
    (told,) = Event.objects.filter(kind="calendar.choices_changed")
    assert (told.subject_kind, told.subject_id) == ("person", person)
    assert (told.before, told.after) == ({"titles": "full"}, {"person": person, "titles": "short"})


def test_by_mail_needs_a_mail_server_and_an_address(hall, as_person, settings):
    me = as_person("agatsuma")
    assert me.patch(CHOICES, {"by_mail": True}, format="json").json()["fields"] == {
        "by_mail": ["no mail can be sent to you"]
    }
    settings.MAIL = {"host": "mail.example.jp"}
    Person.objects.filter(pk=hall.person("agatsuma")).update(mail="")
    assert me.get(CHOICES).json()["mail_possible"] is False
    assert me.patch(CHOICES, {"by_mail": True}, format="json").status_code == 400


def test_whoever_is_invited_by_mail_is_known_at_once(hall, as_person, mail_server):
    me = as_person("agatsuma")
    me.patch(CHOICES, {"titles": "short"}, format="json")
    assert hall.person("agatsuma") not in reached_people()
    assert me.patch(CHOICES, {"by_mail": True}, format="json").json()["mail_possible"] is True
    assert hall.person("agatsuma") in reached_people()


@pytest.mark.parametrize("body", [{"titles": "loud"}, {"spans": ""}, {"with_desk": "perhaps"}, {"section_as": None}])
def test_what_is_no_choice_is_refused(as_person, body):
    assert as_person("agatsuma").patch(CHOICES, body, format="json").status_code == 400


def test_an_account_without_a_person_chooses_nothing(client_of, hall):
    lonely = client_of(Account.objects.create(username="break-glass", password="!"))
    assert (lonely.get(CHOICES).status_code, lonely.patch(CHOICES, {}, format="json").status_code) == (403, 403)


def test_choices_of_many_cost_two_queries(hall, django_assert_num_queries):
    change_choices(person_id=hall.person("agatsuma"), titles=Titles.BUSY, with_telework=False)
    Person.objects.filter(pk=hall.person("kudo")).update(language="en")
    with django_assert_num_queries(2):
        found = choices_of([hall.person(name) for name in ("agatsuma", "kudo")])
    assert found == {
        hall.person("agatsuma"): Chosen(titles=Titles.BUSY, with_telework=False),
        hall.person("kudo"): Chosen(language="en"),
    }
