"""Every table that names somebody beside a day is either forgotten after its time, or kept for a reason that is said.

A new model with a person and a day fails here until it is put on one of the lists: see core.forgetting and
docs/decisions/0064.
"""

from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.contrib.postgres.fields import RangeField
from django.db import models
from django.utils.module_loading import import_string

from core import forgetting
from people.models import Account, Person

FORGOTTEN = {
    "bookings.Booking": "bookings.services.forgetting",
    "bookings.DeskLoan": "bookings.services.forgetting",
    "calendars.Invitation": "calendars.services.forgetting_days",
    "calendars.Proposal": "calendars.services.forgetting_days",
    "calendars.SentEvent": "calendars.services.forgetting_days",
    "gates.GatePassage": "gates.services.forgetting",
    "occupancy.FloorCount": "occupancy.services.retention",
    "plans.AttendancePlan": "plans.services.forgetting",
    "plans.DayShift": "plans.services.forgetting",
    "plans.OwnPlan": "plans.services.forgetting",
    "relocation.Displacement": "relocation.services.forgetting",
    "seating.DeskChoice": "seating.services.forgetting",
    "seating.GroupBooking": "seating.services.forgetting",
    "seating.SectionDraw": "seating.services.forgetting",
    "series.BookingSeries": "series.services.forgetting",
    "series.SeriesDate": "series.services.forgetting",
    "waitlists.Wait": "waitlists.services.forgetting",
}
"""By model, the module that takes the people of a day out of it: one that is registered, or occupancy's own."""

SOONER = {
    "calendars.SeenStretch": "calendars.services.forgetting",
    "notifications.Notice": "notifications.services.forgetting",
    "webhooks.Delivery": "webhooks.services.tidying",
}
"""What a job of its own removes long before a year is over."""

_SIGN_IN = "how somebody signs in, and no day of theirs"
_ROLL = "the roll, which the directory keeps"
_TELEWORK = "records of working hours and their approval, kept for years by law"
_AUTHOR = "who made something that is in use; its days are not the person's"
KEPT = {
    "access.ApiToken": _SIGN_IN,
    "access.Authenticator": _SIGN_IN,
    "access.ExternalIdentity": _SIGN_IN,
    "access.Passkey": _SIGN_IN,
    "access.RecoveryCode": _SIGN_IN,
    "access.Session": _SIGN_IN,
    "calendars.CalendarChoices": "what goes into one's calendar, until it is chosen anew",
    "calendars.CalendarLink": "that a calendar is linked, and how it stands",
    "calendars.CityCalendar": _AUTHOR,
    "calendars.Feed": "an address somebody has, and when it was read last",
    "directory.DirectoryRun": _AUTHOR,
    "directory.PlannedTransfer": _AUTHOR,
    "displays.DisplayLink": _AUTHOR,
    "occupancy.ReportSubscription": "who asked for reports",
    "people.Account": _SIGN_IN,
    "people.Delegation": "who may act for whom, by which decisions are explained",
    "people.Favourite": "whom somebody likes to find; the instant is only their order",
    "people.Person": _ROLL,
    "people.Post": _ROLL,
    "planning.Placement": _AUTHOR,
    "planning.Scenario": _AUTHOR,
    "plans.TeamDay": "a day of a department; who set it decided for it",
    "plans.WeeklyPattern": "a usual week holds until the next one and says of no single day",
    "roster.SafetyMark": "the record of an emergency",
    "telework.DeviceLog": _TELEWORK,
    "telework.Registration": _TELEWORK,
    "telework.TeleworkOrder": _TELEWORK,
    "telework.TeleworkRequest": _TELEWORK,
    "telework.WorkReport": _TELEWORK,
    "telework.WorkStretch": _TELEWORK,
    "webhooks.Webhook": _AUTHOR,
}


def links(model):
    """The models that this one points at."""
    fields = (*model._meta.concrete_fields, *model._meta.many_to_many)
    return {field.related_model for field in fields if field.is_relation}


def has_a_day(model):
    return any(isinstance(field, models.DateField | RangeField) for field in model._meta.concrete_fields)


def naming_somebody():
    """Models with a day that point at a person or an account, or at a model that does."""
    every = apps.get_models(include_auto_created=True)
    direct = {model for model in every if links(model) & {Person, Account}}
    return {model._meta.label for model in every if has_a_day(model) and (model in direct or links(model) & direct)}


def test_every_table_with_somebody_and_a_day_is_forgotten_or_kept_for_a_reason():
    assert naming_somebody() == {*FORGOTTEN, *SOONER, *KEPT}
    assert len(FORGOTTEN) + len(SOONER) + len(KEPT) == len({*FORGOTTEN, *SOONER, *KEPT})


def test_what_is_forgotten_is_forgotten_there():
    registered = {import_string(path).__module__ for path in forgetting._forgetters.values()}
    assert registered - {*FORGOTTEN.values()} == {"people.services.forgetting"}  # visitors' names
    assert {*FORGOTTEN.values()} - registered == {"occupancy.services.retention"}
    for label, module in {**FORGOTTEN, **SOONER}.items():
        name = label.split(".")[1]
        assert name in Path(str(import_module(module).__file__)).read_text("utf-8"), f"{module} knows no {name}"
