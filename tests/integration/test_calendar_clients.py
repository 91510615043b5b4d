"""Programs that people really use take what is pushed, and what they change comes back: vdirsyncer and khal."""

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from integrations.calendar.tests.contract import ALARM, ITEM
from tests.fixtures.calendar_servers import CalendarAccount, event_text
from tests.integration.test_caldav_servers import account_of

SERVERS = ("radicale", "xandikos", "cyrus")
_PROGRAMS = Path(sys.executable).parent
_VDIRSYNCER = """\
[general]
status_path = "{folder}/status/"
[pair ours]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"
[storage there]
type = "caldav"
url = "{calendar}"
username = "{username}"
password = "{password}"
{verify}
"""
_KHAL = """\
[calendars]
[[ours]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Asia/Tokyo
default_timezone = Asia/Tokyo
timeformat = %H:%M
dateformat = %m-%d
longdateformat = %Y-%m-%d
datetimeformat = %m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


@dataclass
class Laptop:
    """A machine of the person, with a calendar that is synchronized and one program to look at it."""

    folder: Path

    @property
    def calendar(self) -> Path:
        return self.folder / "calendar"

    def sync(self) -> None:
        """Both sides are alike when this returns."""
        self.run("vdirsyncer", "--config", str(self.folder / "vdirsyncer"), "sync", "--force-delete")

    def shown(self, first_day: str, days: int) -> str:
        """What khal prints of these days."""
        return self.run("khal", "--config", str(self.folder / "khal"), "list", first_day, f"{days}d")

    def only_file(self) -> Path:
        """The one event there is."""
        (only,) = self.calendar.glob("*.ics")
        return only

    def run(self, program: str, *words: str) -> str:
        """What a program prints; every question of it is answered with yes."""
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"}
        command = [str(_PROGRAMS / program), *words]
        done = subprocess.run(command, env=environment, input="y\n" * 9, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(params=SERVERS)
def theirs(request: pytest.FixtureRequest) -> CalendarAccount:
    account: CalendarAccount = request.getfixturevalue(request.param)
    return account


@pytest.fixture
def laptop(theirs: CalendarAccount, tmp_path: Path) -> Laptop:
    (tmp_path / "calendar").mkdir()
    verify = f'verify = "{theirs.server.ca_file}"' if theirs.server.ca_file else ""
    (tmp_path / "vdirsyncer").write_text(
        _VDIRSYNCER.format(
            folder=tmp_path,
            calendar=theirs.calendar_address,
            username=theirs.username,
            password=theirs.password,
            verify=verify,
        )
    )
    (tmp_path / "khal").write_text(_KHAL.format(folder=tmp_path))
    laptop = Laptop(tmp_path)
    laptop.run("vdirsyncer", "--config", str(tmp_path / "vdirsyncer"), "discover")
    return laptop


def test_what_is_pushed_is_shown_moves_and_goes_and_what_is_changed_there_comes_back(
    theirs: CalendarAccount, laptop: Laptop
):
    calendar = account_of(theirs).calendar(theirs.calendar_address)
    stored = calendar.put(ITEM)
    laptop.sync()
    assert "08:30-17:15 席 3F-012" in laptop.shown("2026-11-30", 1)

    token = calendar.changes().token
    noted = laptop.only_file().read_text().replace("\r\n", "\n").replace("END:VEVENT", f"{ALARM}END:VEVENT")
    laptop.only_file().write_text(noted)
    laptop.sync()
    changes = calendar.changes(token)
    assert [one.href for one in changes.changed] == [stored.href]
    assert "名刺を忘れない" in changes.changed[0].text.replace("\r\n ", "").replace("\n ", "")

    day = timedelta(days=1)
    moved = replace(ITEM, sequence=1, start=ITEM.start + day, end=ITEM.end + day)
    calendar.put(moved, href=stored.href, etag=changes.changed[0].etag)
    laptop.sync()
    assert "席 3F-012" in laptop.shown("2026-12-01", 1)
    assert "TRIGGER:-PT15M" in laptop.only_file().read_text()

    calendar.remove(stored.href)
    laptop.sync()
    assert list(laptop.calendar.iterdir()) == []


@pytest.mark.parametrize("theirs", ["radicale"], indirect=True)
def test_an_event_deleted_in_a_program_is_gone_and_leave_written_there_is_read(theirs: CalendarAccount, laptop: Laptop):
    calendar = account_of(theirs).calendar(theirs.calendar_address)
    stored = calendar.put(ITEM)
    laptop.sync()
    token = calendar.changes().token
    laptop.only_file().unlink()
    (laptop.calendar / "leave.ics").write_text(event_text("leave@laptop", "20261201", summary="休暇"))
    laptop.sync()
    changes = calendar.changes(token)
    assert changes.gone == (stored.href,)
    assert ["休暇" in one.text for one in changes.changed] == [True]
