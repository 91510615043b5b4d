"""What the API says of records, and what may be asked of them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rest_framework import serializers

from core import clock
from core.fields import FIRST_DAY, LAST_DAY
from core.words import Language
from people.api.answers import DepartmentBriefSerializer, PersonBriefSerializer, person_brief
from telework.policies.fiscal_year import fiscal_year_of
from telework.policies.forms import Form, Origin, Unit
from telework.policies.record import PERFORMED, Allowance, Totals
from telework.policies.record_period import Month, RecordPeriod, month_period, year_period
from telework.selectors.records import DayLine, PersonRecord

Values = serializers.Serializer[Any]
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


class RecordWantedSerializer(Values):
    """A month or a fiscal year; this month where neither is named."""

    month = serializers.RegexField(r"^\d{4}-(0[1-9]|1[0-2])$", required=False, help_text="YYYY-MM")
    fiscal_year = serializers.IntegerField(
        required=False, min_value=FIRST_DAY.year + 1, max_value=LAST_DAY.year - 1, help_text="2026 is 令和8年度"
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "month" in attrs and "fiscal_year" in attrs:
            raise serializers.ValidationError({"fiscal_year": ["not with month"]})
        if "month" in attrs:
            found = _MONTH.fullmatch(attrs["month"])
            if found is None or not FIRST_DAY.year < int(found[1]) < LAST_DAY.year:
                raise serializers.ValidationError({"month": ["YYYY-MM"]})
        return attrs

    @property
    def period(self) -> RecordPeriod:
        """The period asked for, once this is valid."""
        values = self.validated_data
        if "fiscal_year" in values:
            return year_period(values["fiscal_year"])
        if "month" in values:
            year, month = values["month"].split("-")
            return month_period(Month(int(year), int(month)))
        return month_period(Month.of(clock.today()))


class RecordFileWantedSerializer(RecordWantedSerializer):
    format = serializers.ChoiceField(choices=["xlsx", "csv"], default="xlsx")
    encoding = serializers.ChoiceField(
        choices=["utf-8-sig", "cp932"], default="utf-8-sig", help_text="of csv; what CP932 has no code for becomes 〓"
    )


class RecordPeriodSerializer(Values):
    first = serializers.DateField()
    last = serializers.DateField()
    fiscal_year = serializers.IntegerField(help_text="in which the period lies")
    name = serializers.CharField(help_text="令和8年度, or 2026年11月; in the reader's language")


class FormDaysSerializer(Values):
    home = serializers.IntegerField()
    satellite = serializers.IntegerField()
    mobile = serializers.IntegerField()


class OriginDaysSerializer(Values):
    request = serializers.IntegerField()
    order = serializers.IntegerField()
    post_hoc = serializers.IntegerField()


class TotalsSerializer(Values):
    days = serializers.IntegerField(help_text="with any telework")
    full_days = serializers.IntegerField()
    half_days = serializers.IntegerField(help_text="halves, of days that were not wholly telework")
    hours = serializers.IntegerField(help_text="requests by the hour")
    minutes = serializers.IntegerField(help_text="worked")
    in_advance = serializers.IntegerField(help_text="days approved or ordered before the day")
    unconfirmed = serializers.IntegerField(help_text="requests not confirmed yet")
    by_form = FormDaysSerializer()
    by_origin = OriginDaysSerializer()


class MonthTotalsSerializer(TotalsSerializer):
    month = serializers.CharField(help_text="YYYY-MM")


class AllowanceMonthSerializer(Values):
    month = serializers.CharField(help_text="YYYY-MM")
    days = serializers.IntegerField()


class AllowanceSerializer(Values):
    """Whole days at home, approved or ordered beforehand, in the months that are averaged."""

    days_counted = serializers.IntegerField()
    average = serializers.FloatField(help_text="a month, to one decimal")
    reached = serializers.BooleanField(help_text="more than `more_than` on average")
    more_than = serializers.IntegerField()
    months = AllowanceMonthSerializer(many=True)


class RecordedDaySerializer(Values):
    request = serializers.IntegerField(help_text="its id")
    day = serializers.DateField()
    unit = serializers.ChoiceField(choices=[one.value for one in Unit])
    form = serializers.ChoiceField(choices=[one.value for one in Form])
    origin = serializers.ChoiceField(choices=[one.value for one in Origin])
    state = serializers.ChoiceField(choices=list(PERFORMED))
    in_advance = serializers.BooleanField()
    started_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    break_minutes = serializers.IntegerField()
    minutes = serializers.IntegerField(help_text="worked")
    overtime_minutes = serializers.IntegerField()


class OwnRecordSerializer(Values):
    period = RecordPeriodSerializer()
    totals = TotalsSerializer()
    months = MonthTotalsSerializer(many=True)
    allowance = AllowanceSerializer()
    days = RecordedDaySerializer(many=True)


class PersonRecordSerializer(Values):
    person = PersonBriefSerializer()
    number = serializers.CharField()
    totals = TotalsSerializer()
    allowance = AllowanceSerializer()


class DepartmentRecordSerializer(Values):
    department = DepartmentBriefSerializer()
    period = RecordPeriodSerializer()
    people = PersonRecordSerializer(many=True, help_text="in order of department and staff number")
    total = TotalsSerializer()


def period_shape(period: RecordPeriod, language: Language) -> dict[str, Any]:
    """A RecordPeriod."""
    return {
        "first": period.first,
        "last": period.last,
        "fiscal_year": fiscal_year_of(period.first),
        "name": period.in_language(language),
    }


def totals_shape(totals: Totals) -> dict[str, Any]:
    """Totals."""
    return {
        "days": totals.days,
        "full_days": totals.full_days,
        "half_days": totals.half_days,
        "hours": totals.hours,
        "minutes": totals.minutes,
        "in_advance": totals.in_advance,
        "unconfirmed": totals.unconfirmed,
        "by_form": _plain(totals.by_form),
        "by_origin": _plain(totals.by_origin),
    }


def allowance_shape(allowance: Allowance) -> dict[str, Any]:
    """An Allowance."""
    return {
        "days_counted": allowance.days_counted,
        "average": allowance.average,
        "reached": allowance.reached,
        "more_than": allowance.more_than,
        "months": [{"month": str(month), "days": days} for month, days in allowance.months],
    }


def own_record_shape(
    record: PersonRecord, lines: Sequence[DayLine], period: RecordPeriod, language: Language
) -> dict[str, Any]:
    """An OwnRecord."""
    return {
        "period": period_shape(period, language),
        "totals": totals_shape(record.totals),
        "months": [{"month": str(month), **totals_shape(totals)} for month, totals in record.by_month],
        "allowance": allowance_shape(record.allowance),
        "days": [_line_shape(line) for line in lines],
    }


def person_record_shape(record: PersonRecord) -> dict[str, Any]:
    """A PersonRecord."""
    return {
        "person": person_brief(record.person),
        "number": record.person.number,
        "totals": totals_shape(record.totals),
        "allowance": allowance_shape(record.allowance),
    }


def _line_shape(line: DayLine) -> dict[str, Any]:
    day = line.recorded
    return {
        "request": line.request_id,
        "day": day.day,
        "unit": day.unit,
        "form": day.form,
        "origin": day.origin,
        "state": day.state,
        "in_advance": day.in_advance,
        "started_at": line.started_at,
        "ended_at": line.ended_at,
        "break_minutes": line.break_minutes,
        "minutes": day.minutes,
        "overtime_minutes": line.overtime_minutes,
    }


def _plain(counts: Mapping[str, int]) -> dict[str, int]:
    return {str(name): count for name, count in counts.items()}
