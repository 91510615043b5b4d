"""Load the fictional hall into an empty database, or bring it up to today."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from audit.context import acting_as
from core import clock
from demonstration.services.arranging import arrange_people
from demonstration.services.arranging_telework import arrange_telework, let_section_ask
from demonstration.services.deferring import load_past_soon
from demonstration.services.drafting import draft_a_floor
from demonstration.services.duties import set_counter_duties
from demonstration.services.filling import fill_days
from demonstration.services.passing import pass_gates
from demonstration.services.repeating import repeat_weekly, wait_for_a_desk
from demonstration.services.rules import set_closing_days, set_events, set_rules
from demonstration.services.settling import settle_days
from demonstration.services.subscribing import subscribe
from demonstration.services.teleworking import fill_telework, settle_telework
from demonstration.services.telling import hang_display, tell_of_a_look
from demonstration.services.together import plan_together
from demonstration.services.transferring import plan_the_transfer
from directory.services.file_import import import_people
from directory.source import directory_in_file
from people.services.demonstration import grant_demonstration_roles
from spaces.importing.folder import files_of
from spaces.models import Building, Layout
from spaces.services.places_import import import_places

BUILDING_CODE = "main"
BUILDING_NAME = "市役所本庁舎（架空）"
OPENED_ON = dt.date(2026, 4, 1)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a run did: whether the hall itself was new, bookings made, bookings that moved on."""

    hall: bool
    bookings_made: int
    bookings_moved_on: int


def load_hall(folder: Path, *, days: bool = True) -> Loaded:
    """Load people, places, duties, roles, rules and closing days once; then bookings up to today's window.

    Every step can be repeated, so that a run broken off is finished by the next one. Without `days` it is the hall
    alone: nobody has booked or asked for anything.
    """
    with acting_as(actor_name="demonstration"):
        new = not Layout.objects.exists()
        if new:
            _load_once(folder)
        if not days:
            return Loaded(new, 0, 0)
        today = clock.today()
        repeat_weekly(today)
        made = fill_days(today)
        wait_for_a_desk(today)
        plan_together(today)
        arrange_people(today)
        arrange_telework(today)
        fill_telework(today)
        let_section_ask(today)
        moved_on = settle_days(today)
        settle_telework(today)
        pass_gates(today)
        hang_display()
        subscribe()
        draft_a_floor(today)
        plan_the_transfer(folder, today)
        load_past_soon(folder)
        if new:
            tell_of_a_look(today)
        return Loaded(new, made, moved_on)


def _load_once(folder: Path) -> None:
    set_closing_days()
    set_events()
    import_people(directory=directory_in_file(folder / "directory.ldif"), since=OPENED_ON)
    set_counter_duties(folder / "departments.csv")
    grant_demonstration_roles()
    with transaction.atomic():
        building, _made = Building.objects.get_or_create(code=BUILDING_CODE, defaults={"name": BUILDING_NAME})
        import_places(building=building, files=files_of(folder), effective_from=OPENED_ON)
        set_rules(building)
