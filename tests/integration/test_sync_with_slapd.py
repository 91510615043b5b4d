"""The demonstration hall kept true from a real OpenLDAP: the first run, an unchanged one, and 1 April as a run."""

import re
from datetime import date, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest
import time_machine

from audit.models import Event
from core.clock import city_zone
from core.revision import Slow, revisions
from directory.models import DirectoryRun
from directory.policies.limits import Limits
from directory.services.running import run_directory
from directory.source import Directory
from integrations.directory import open_directory
from people.models import Account, Department, Person, Post
from tests.fixtures.certificates import Authority
from tests.fixtures.slapd import SlapdOf, slapd_settings
from tools.slapd import PASSWORD, Slapd

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

HALL = Path(__file__).parents[2] / "demonstration" / "hall"
MARCH, APRIL = date(2027, 3, 31), date(2027, 4, 1)


def with_identities(file: str) -> str:
    """The hall's LDIF with an entryUUID for each person, the same before and after: a directory keeps it."""
    text = (HALL / file).read_text(encoding="utf-8")
    return re.sub(
        r"^(dn: uid=(\w+),.*)$",
        lambda found: f"{found[1]}\nentryUUID: {uuid5(NAMESPACE_URL, found[2])}",
        text,
        flags=re.MULTILINE,
    )


def on(server: Slapd, authority: Authority) -> Directory:
    return open_directory(slapd_settings(server, authority), PASSWORD)


def sync(directory: Directory) -> DirectoryRun:
    return run_directory(directory=directory, limits=Limits())


def test_the_hall_is_taken_over_stays_as_it_is_and_moves_on_1_april(
    slapd_of: SlapdOf, slapd_authority: Authority, monday_morning: time_machine.Traveller
) -> None:
    with slapd_of(with_identities("directory.ldif")) as server:
        first = sync(on(server, slapd_authority))
        assert (first.state, first.findings.count()) == ("applied", 0)
        assert first.read == {"departments": 157, "people": 2899, "posts": 90}
        assert first.counts == {
            "department.added": 157,
            "person.added": 2899,
            "post.added": Post.objects.count(),
            "account.added": 2899,
        }
        assert Person.objects.filter(directory_uuid=str(uuid5(NAMESPACE_URL, "s011026"))).get().number == "011026"
        assert Post.objects.filter(kind="main", manages=True).count() == 107

        before = (Event.objects.count(), revisions()[Slow.PEOPLE])
        again = sync(on(server, slapd_authority))
        assert (again.state, again.counts, again.changes.count()) == ("unchanged", {}, 0)
        assert (Event.objects.count(), revisions()[Slow.PEOPLE]) == before

    monday_morning.move_to(datetime(2027, 4, 1, 0, 15, tzinfo=city_zone()))
    with slapd_of(with_identities("directory-2027-04-01.ldif")) as server:
        april = sync(on(server, slapd_authority))
        assert (april.state, april.findings.count()) == ("applied", 0)
        assert april.counts == {
            "department.added": 1,
            "department.changed": 1,
            "person.added": 140,
            "person.moved": 514,
            "person.ended": 115,
            "post.added": 654,
            "post.ended": 633,
            "account.added": 140,
            "account.ended": 115,
        }
        assert sync(on(server, slapd_authority)).state == "unchanged"

    assert Person.objects.filter(active_to=MARCH).count() == 115
    assert Account.objects.filter(is_active=False).count() == 115
    assert Person.objects.filter(active_to__isnull=True).count() == 2924
    assert Post.objects.filter(active_to=MARCH).count() == 633
    assert Post.objects.filter(active_from=APRIL).count() == 654
    renamed = april.changes.get(subject="department", did="changed")
    assert (renamed.key, list(renamed.fields)) == ("020303", ["name"])
    added = Department.objects.get(code="010104")
    assert (added.name, added.active_from, added.members.count()) == ("防災DX推進課", APRIL, 6)
    assert Department.objects.get(code="020303").name == renamed.fields["name"][1]
