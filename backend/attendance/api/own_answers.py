"""What the API says of one's own words about one's days."""

from collections.abc import Sequence
from typing import Any

from rest_framework import serializers

from attendance.api.answers import PLACES, SHIFT_CODES, SOURCES
from attendance.policies.copying import Copied, CopiedShift, CopiedWeek, Outcome
from core.answers import LetGoSerializer, ProblemSerializer
from core.problems import refusal_problem
from core.words import Language
from plans.policies.picture import UsualWeek
from plans.policies.shifts import SHIFTS
from spaces.api.answers import DeskPlaceSerializer

Values = serializers.Serializer[Any]
OUTCOMES = [outcome.value for outcome in Outcome]


class ShiftClassSerializer(Values):
    """A shift class: when a working day begins and ends."""

    code = serializers.ChoiceField(choices=SHIFT_CODES)
    starts_at = serializers.CharField(help_text="HH:MM by the city's clocks")
    ends_at = serializers.CharField(help_text="HH:MM by the city's clocks")


class WeekSerializer(Values):
    """A usual week; empty places and shifts say nothing."""

    active_from = serializers.DateField(allow_null=True, help_text="null: no usual week was ever set")
    am = serializers.ListField(child=serializers.ChoiceField(choices=PLACES, allow_blank=True), help_text="7")
    pm = serializers.ListField(child=serializers.ChoiceField(choices=PLACES, allow_blank=True), help_text="7")
    shifts = serializers.ListField(child=serializers.ChoiceField(choices=SHIFT_CODES, allow_blank=True), help_text="7")


class UsualWeekSerializer(WeekSerializer):
    next = WeekSerializer(allow_null=True, help_text="the one set to begin after today, if any")


class ForeseenDaySerializer(Values):
    day = serializers.DateField()
    problem = ProblemSerializer(allow_null=True, help_text="why it cannot be said")
    lets_go = LetGoSerializer(many=True)


class ForeseenSerializer(Values):
    days = ForeseenDaySerializer(many=True)


class CopiedSerializer(Values):
    """A half of a day of the other week, and what became of it: `kept` is where something stands already."""

    day = serializers.DateField()
    half = serializers.ChoiceField(choices=["am", "pm"])
    place = serializers.ChoiceField(choices=PLACES)
    source = serializers.ChoiceField(  # type: ignore[assignment]  # a field of that name
        choices=SOURCES, help_text="what is copied: a desk, a request, a word of my own"
    )
    outcome = serializers.ChoiceField(choices=OUTCOMES)
    problem = ProblemSerializer(allow_null=True)


class CopiedShiftSerializer(Values):
    """The shift class a day of the other week was to have: `kept` is where another was chosen already."""

    day = serializers.DateField()
    shift = serializers.ChoiceField(choices=SHIFT_CODES)
    outcome = serializers.ChoiceField(choices=OUTCOMES)
    problem = ProblemSerializer(allow_null=True)


class CopiedWeekSerializer(Values):
    days = CopiedSerializer(many=True, help_text="the halves in which something was planned, in order of time")
    shifts = CopiedShiftSerializer(
        many=True, help_text="of days that were given one and where the other day has not the same, in order of time"
    )


class DeskBackSerializer(Values):
    """A desk that I gave up for something that came to nothing, and that is still free."""

    desk = DeskPlaceSerializer()
    day = serializers.DateField()
    start = serializers.DateTimeField()
    end = serializers.DateTimeField()
    booking = serializers.IntegerField(help_text="the one that was given up")


class DesksBackSerializer(Values):
    desks = DeskBackSerializer(many=True)


NO_WEEK: dict[str, Any] = {"active_from": None, "am": [""] * 7, "pm": [""] * 7, "shifts": [""] * 7}


def usual_week_shape(weeks: Sequence[UsualWeek], now: UsualWeek | None) -> dict[str, Any]:
    """A UsualWeek: the one in force and the one after it, of `weeks` in order of their first day."""
    later = [one for one in weeks if now is None or one.active_from > now.active_from]
    return {**(_week(now) if now else NO_WEEK), "next": _week(later[0]) if later else None}


def _week(one: UsualWeek) -> dict[str, Any]:
    return {"active_from": one.active_from, "am": one.am, "pm": one.pm, "shifts": one.shifts}


def copied_week_shape(week: CopiedWeek, language: Language) -> dict[str, Any]:
    """A CopiedWeek."""
    return {
        "days": [
            {"half": one.half, "place": one.place, "source": one.source, **_outcome(one, language)}
            for one in week.halves
        ],
        "shifts": [{"shift": one.shift, **_outcome(one, language)} for one in week.shifts],
    }


def _outcome(one: Copied | CopiedShift, language: Language) -> dict[str, Any]:
    problem = refusal_problem(one.refused, language) if one.refused else None
    return {"day": one.day, "outcome": one.outcome, "problem": problem}


def shift_shapes() -> list[dict[str, Any]]:
    """Shifts."""
    return [
        {"code": one.code, "starts_at": f"{one.starts_at:%H:%M}", "ends_at": f"{one.ends_at:%H:%M}"}
        for one in SHIFTS.values()
    ]
