"""The key of stored secrets is changed while everything goes on."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from calendars.models import CalendarLink
from calendars.servers import CalendarUnavailable, Trouble
from calendars.services.links import link_calendar
from calendars.services.opening import password_of
from calendars.tests.linked import loopback_allowed, new_link
from tests.fixtures.calendar_servers import CalendarAccount, CalendarServer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]
OLD, NEW = "a" * 40, "b" * 40


@pytest.fixture
def link(hall, tmp_path, settings):
    settings.CALENDAR_KEYS = (OLD,)
    server = CalendarServer(tmp_path, "http://127.0.0.1:1", [])
    account = CalendarAccount(server, "taro", "秘密", "http://127.0.0.1:1/taro/", lambda _name, _password: None)
    with loopback_allowed():
        return link_calendar(person_id=hall.person("agatsuma"), new=new_link(account))


def test_the_old_key_can_be_taken_away_after_resealing(link, settings):
    settings.CALENDAR_KEYS = (NEW, OLD)
    said = StringIO()
    call_command("reseal_secrets", stdout=said)
    assert "calendars: 1 secrets have the present key" in said.getvalue()

    settings.CALENDAR_KEYS = (NEW,)
    assert password_of(CalendarLink.objects.get(pk=link.pk)) == "秘密"


def test_a_key_that_is_missing_is_named_and_the_link_wants_its_password_anew(link, settings):
    settings.CALENDAR_KEYS = (NEW,)
    with pytest.raises(CommandError, match="KYOSEKI_OLD_CALENDAR_KEYS"):
        call_command("reseal_secrets", stdout=StringIO())
    with pytest.raises(CalendarUnavailable) as refused:
        password_of(link)
    assert refused.value.trouble is Trouble.PASSWORD


def test_the_password_is_nowhere_in_clear(link):
    stored = bytes(CalendarLink.objects.values_list("sealed_password", flat=True).get(pk=link.pk) or b"")
    assert "秘密".encode() not in stored
    assert not CalendarLink.objects.filter(username__contains="秘密").exists()
