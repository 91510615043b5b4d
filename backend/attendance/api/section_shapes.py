"""A section's days as plain values for JSON, in the shapes of `section_answers`.

A thousand people have ten thousand halves in a week: what is presumed of a day is the same for most of them, so each of
those values is made once and stands in many places.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from attendance.api.shapes import date_shape
from attendance.selectors.section import Section, SectionDay, SectionPerson
from attendance.selectors.section_details import WaitingRequest
from bookings.services.holder import KIND as BOOKING
from core.clock import city_zone
from core.words import Language
from people.api.answers import department_brief, person_brief
from plans.policies.claims import OWN
from plans.policies.picture import DayHalves, Half, Source

Shape = dict[str, Any]
HIDDEN: Shape = {"visible": False, "am": None, "pm": None, "pending": []}


def section_shape(section: Section, language: Language) -> Shape:
    """A SectionAttendance."""
    shaping = _Shaping(section)
    return {
        "department": department_brief(section.roll.department),
        "minimum_on_site": section.roll.minimum_on_site,
        "manages": section.roll.department.pk in section.managed,
        "days": [_day(day, section, language) for day in section.days],
        "people": [_person(one, section, shaping) for one in section.people],
    }


def _day(day: SectionDay, section: Section, language: Language) -> Shape:
    team = day.team_day
    return {
        **date_shape(day.date, language),
        "on_site_am": day.on_site_am,
        "on_site_pm": day.on_site_pm,
        "short_am": day.short_am,
        "short_pm": day.short_pm,
        "unseen": day.unseen,
        "team_day": team
        and {
            "id": team.id,
            "department": team.department,
            "part": team.part,
            "note": team.note,
            "mine": team.department_id in section.managed,
        },
    }


def _person(one: SectionPerson, section: Section, shaping: "_Shaping") -> Shape:
    person, here = one.member.person, section.roll.department.pk
    below = person.department is not None and person.department_id != here and one.member.main
    days = [day.date.day for day in section.days]
    return {
        "person": person_brief(person),
        "title": person.title,
        "unit": person.department.name if below and person.department else "",
        "manages": one.member.manages,
        "counted": one.member.main,
        "me": one.me,
        "may_decide": one.may_decide,
        "visible": one.visible,
        "days": [
            HIDDEN
            if halves is None
            else shaping.cell(halves, one.waiting.get(day, ()), decided=one.me or one.may_decide, notes=one.notes)
            for day, halves in zip(days, one.days, strict=True)
        ],
    }


class _Shaping:
    """Shapes of halves; those of presumed days are made once."""

    def __init__(self, section: Section) -> None:
        self._seats = section.seats
        self._notes = section.notes
        self._holding = section.requests.holding
        self._usual: dict[int, Shape] = {}
        self._days: dict[int, Shape] = {}
        self._zone = city_zone()

    def cell(self, day: DayHalves, waiting: Sequence[WaitingRequest], *, decided: bool, notes: bool) -> Shape:
        if waiting or (day.am and day.am.planned) or (day.pm and day.pm.planned):
            return self._made(day, waiting, decided=decided, notes=notes)
        known = self._days.get(id(day))
        if known is None:
            known = self._days[id(day)] = self._made(day, (), decided=False, notes=False)
        return known

    def _made(self, day: DayHalves, waiting: Sequence[WaitingRequest], *, decided: bool, notes: bool) -> Shape:
        return {
            "visible": True,
            "am": self._half(day.am, decided=decided, notes=notes),
            "pm": self._half(day.pm, decided=decided, notes=notes),
            "pending": [self._pending(one) for one in waiting],
        }

    def _half(self, half: Half | None, *, decided: bool, notes: bool) -> Shape | None:
        if half is None:
            return None
        if half.holder_id is None:
            known = self._usual.get(id(half))
            if known is None:
                known = self._usual[id(half)] = self._shape(half)
            return known
        shape = self._shape(half)
        if half.holder_kind == BOOKING:
            if seat := self._seats.get(half.holder_id):
                shape["desk"], shape["present"] = seat.desk, seat.present
        elif half.source == Source.REQUEST and decided:
            shape["request"] = self._holding.get(half.holder_id)
        elif half.holder_kind == OWN and notes:
            shape["note"] = self._notes.get(half.holder_id, "")
        return shape

    def _shape(self, half: Half) -> Shape:
        return {
            "place": half.place,
            "source": half.source.value,
            "start": self._instant(half.start),
            "end": self._instant(half.end),
            "desk": None,
            "request": None,
            "note": "",
            "present": False,
        }

    def _pending(self, one: WaitingRequest) -> Shape:
        return {
            "id": one.id,
            "version": one.version,
            "state": one.state,
            "form": one.form,
            "unit": one.unit,
            "am": one.am,
            "pm": one.pm,
            "start": self._instant(one.start),
            "end": self._instant(one.end),
        }

    def _instant(self, instant: datetime) -> str:
        return instant.astimezone(self._zone).isoformat()
