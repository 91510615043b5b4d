"""What stands before anybody teleworks: rules, registrations, usual weeks; and what waits in one section."""

import datetime as dt

from django.db import transaction

from core import clock
from core.copying import copy_rows
from core.refused import Refused
from demonstration.policies.telework import is_registered, usual_places, usual_shift
from demonstration.services.filling import staff_on
from demonstration.services.playing import account_of, as_person
from demonstration.services.teleworking import managers_of_departments
from demonstration.services.together import SECTION, TITLE
from people.models import Delegation, Department, Person
from people.policies.roles import Role
from people.policies.standing_in import Period
from people.services.delegations import give_delegation
from plans.models import OwnPlan, WeeklyPattern
from plans.policies.own_days import Wish, Word
from plans.selectors.working_days import city_calendar
from plans.services.own_plans import say_own_day
from telework.models import Registration, TeleworkRequest
from telework.policies.fiscal_year import first_day_of, fiscal_year_of, last_day_of
from telework.policies.forms import DecidedAs, Form, ReasonClass, Terminal, Treatment, Unit, UsualPlace
from telework.policies.states import RegistrationState, RequestAction, RequestState
from telework.services.deciding import Chosen, decide
from telework.services.registrations import Written, register
from telework.services.requests import Content, enter_request
from telework.services.rules import set_department_rules, set_rules_for_everyone

NOT_YET_REGISTERED = "星 恵子"
WAITING = (
    ("後藤 香織", 2, Unit.PM, Form.HOME, "広聴レポートの集計"),
    ("渡邉 翔太", 4, Unit.PM, Form.HOME, "意見データの入力"),
    ("星 翔太", 7, Unit.FULL, Form.HOME, "市長への手紙の回答案"),
    ("阿部 直美", 8, Unit.FULL, Form.SATELLITE, "区役所での聞き取り"),
)
"""Who asks to telework on which of the coming working days, and for what."""
RETURNED = ("我妻 美咲", 6, Unit.PM, Form.HOME, "要望一覧の整理")
AWAY = (
    ("佐々木 隆", 4, Wish.LEAVE, Wish.LEAVE, ""),
    ("櫻井 健一", 4, Wish.TRIP, Wish.TRIP, "青葉区役所"),
    ("遠藤 直美", 2, None, Wish.TRIP, "県庁"),
    ("小野寺 真理子", 3, Wish.LEAVE, None, ""),
)
DELEGATED_DAYS = 30
LATER_DAYS = 3
"""How much further somebody looks for a day when the one they think of cannot be had."""


@transaction.atomic
def arrange_telework(today: dt.date) -> None:
    """Rules, usual weeks and this fiscal year's registrations, once a fiscal year."""
    year = fiscal_year_of(today)
    if Registration.objects.filter(fiscal_year=year).exists():
        return
    section = Department.objects.filter(code=SECTION).first()
    always = set() if section is None else set(_people_of(section))
    _set_rules(section)
    people = [(person, department) for department, found in staff_on(today).items() for person in found]
    managers = managers_of_departments()
    late = set(Person.objects.filter(department=section, name=NOT_YET_REGISTERED).values_list("pk", flat=True))
    registered = {one for one, _department in people if is_registered(one) or one in always} - late
    copy_rows([_registration(one, year, managers.get(department)) for one, department in people if one in registered])
    if not WeeklyPattern.objects.exists():
        since = first_day_of(year)
        copy_rows([_usual_week(one, since, registered=one in registered) for one, _department in people])


def let_section_ask(today: dt.date) -> None:
    """Requests and a registration that wait, one that was returned, leave and trips: unless something waits already."""
    section = Department.objects.filter(code=SECTION).first()
    waiting = TeleworkRequest.objects.filter(department=section, day__gte=today, state=RequestState.SUBMITTED)
    if section is None or waiting.exists():
        return
    people = {person.name: person for person in Person.objects.filter(department=section, active_to__isnull=True)}
    days = city_calendar().working_days_from(today, max(when for _name, when, *_rest in WAITING) + LATER_DAYS + 1)
    for name, when, unit, form, tasks in WAITING:
        if name in people:
            _ask(people[name], days[when : when + LATER_DAYS], unit, form, tasks)
    if not OwnPlan.objects.filter(day__gte=today).exists():
        for name, when, am, pm, note in AWAY:
            if name in people:
                _be_away(people[name], days[when], am, pm, note)
    _return_one(people, days)
    if NOT_YET_REGISTERED in people:
        _register(people[NOT_YET_REGISTERED], today)
    _let_approve(people, today)


def _set_rules(section: Department | None) -> None:
    hr = account_of(Role.HR)
    if hr is None or hr.person is None:
        return
    with as_person(hr.person):
        set_rules_for_everyone(
            values={
                "name": "在宅勤務実施要領",
                "name_en": "Telework guideline",
                "owner": "人事課",
                "owner_en": "Personnel Section",
                "most_days_a_week": 3,
                "most_days_a_month": 10,
            }
        )
    manager = account_of(Role.MANAGER)
    if section is None or manager is None or manager.person is None:
        return
    with as_person(manager.person):
        set_department_rules(department=section, values={"minimum_on_site": "refuse"}, minimum_on_site_count=4)


def _people_of(section: Department) -> list[int]:
    return list(Person.objects.filter(department=section, active_to__isnull=True).values_list("pk", flat=True))


def _registration(person_id: int, year: int, decider: int | None) -> Registration:
    since = first_day_of(year)
    decided_at = clock.at(since, dt.time(10))
    return Registration(
        person_id=person_id,
        fiscal_year=year,
        state=RegistrationState.APPROVED.value,
        reason_class=ReasonClass.NONE.value,
        place_kind=UsualPlace.OWN_HOME.value,
        place="自宅",
        contact="業務用携帯",
        terminal=Terminal.OWN_OFFICE.value,
        trained_on=since,
        pledged_at=decided_at - dt.timedelta(days=1),
        valid_from=since,
        valid_to=last_day_of(year),
        created_at=decided_at - dt.timedelta(days=1),
        submitted_at=decided_at - dt.timedelta(days=1),
        decided_at=decided_at,
        decided_by_id=decider,
        decided_as=DecidedAs.MANAGER.value,
    )


def _usual_week(person_id: int, since: dt.date, *, registered: bool) -> WeeklyPattern:
    week = usual_places(person_id, registered=registered)
    shift = usual_shift(person_id)
    return WeeklyPattern(
        person_id=person_id,
        active_from=since,
        am=week,
        pm=week,
        shifts=[shift if place else "" for place in week],
        set_at=clock.at(since, dt.time(9)),
    )


def _ask(person: Person, days: list[dt.date], unit: Unit, form: Form, tasks: str) -> TeleworkRequest | None:
    """On the first of these days on which it can be had."""
    content = Content(
        unit=unit,
        form=form.value,
        terminal=Terminal.OWN_OFFICE.value,
        treatment=Treatment.DUTY.value,
        place="区役所サテライト" if form is Form.SATELLITE else "",
        tasks=tasks,
    )
    for day in days:
        with as_person(person):
            try:
                return enter_request(person_id=person.pk, day=day, content=content, submit=True)
            except Refused:
                continue
    return None


def _be_away(person: Person, day: dt.date, am: Wish | None, pm: Wish | None, note: str) -> None:
    with as_person(person):
        say_own_day(
            person_id=person.pk,
            day=day,
            am=Word(am, note) if am else None,
            pm=Word(pm, note) if pm else None,
            letting_go=True,
        )


def _return_one(people: dict[str, Person], days: list[dt.date]) -> None:
    name, when, unit, form, tasks = RETURNED
    manager = account_of(Role.MANAGER)
    if name not in people or manager is None or manager.person is None:
        return
    asked = _ask(people[name], days[when : when + LATER_DAYS], unit, form, tasks)
    if asked is None:
        return
    with as_person(manager.person):
        decide(
            decider_id=manager.person.pk,
            action=RequestAction.RETURN,
            chosen=Chosen(asked.pk),
            comment="この日は窓口の当番です。別の日にしてください。",
        )


def _register(person: Person, today: dt.date) -> None:
    if Registration.objects.filter(person=person, fiscal_year=fiscal_year_of(today)).exists():
        return
    written = Written(
        reason_class=ReasonClass.CHILDCARE.value,
        place_kind=UsualPlace.OWN_HOME.value,
        place="自宅",
        contact="業務用携帯",
        terminal=Terminal.OWN_OFFICE.value,
        trained_on=max(first_day_of(fiscal_year_of(today)), today - dt.timedelta(days=30)),
        pledged=True,
    )
    with as_person(person):
        register(person_id=person.pk, fiscal_year=fiscal_year_of(today), written=written, submit=True)


def _let_approve(people: dict[str, Person], today: dt.date) -> None:
    """The manager lets the first chief clerk decide, for a month."""
    manager = account_of(Role.MANAGER)
    clerk = next((person for person in people.values() if person.title == TITLE), None)
    if manager is None or manager.person is None or clerk is None:
        return
    scope = Delegation.Scope.APPROVE
    if Delegation.objects.filter(delegator=manager.person, scope=scope).exists():
        return
    with as_person(manager.person):
        give_delegation(
            delegator_id=manager.person.pk,
            delegate_id=clerk.pk,
            scope=scope,
            period=Period(today, today + dt.timedelta(days=DELEGATED_DAYS)),
        )
