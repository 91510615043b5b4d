"""The shape of the answer to "how many desks"."""

from typing import Any

from rest_framework import serializers

from planning.api.suppositions import SOURCES

Values = serializers.Serializer[Any]

METHODS = ("bootstrap", "poisson_binomial", "simulation")
NOTES = (
    "few_days",
    "thin_weekdays",
    "weekdays_missing",
    "percentile_beyond_days",
    "days_missing",
    "days_withheld",
    "days_without_source",
    "demand_cut_off",
    "capped_at_roll",
    "some_departments_withheld",
)


def interval_field(**kwargs: Any) -> serializers.ListField:
    """Two numbers of desks, low and high."""
    return serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2, **kwargs)


class DesksShortSerializer(Values):
    desks = serializers.IntegerField()
    probability = serializers.FloatField(help_text="that more are needed than there are, on a working day")
    people = serializers.FloatField(help_text="expected number of people short on a working day")
    people_when_short = serializers.FloatField(
        help_text="the same on a day on which desks are short; 0 if there is none"
    )
    days_a_year = serializers.FloatField()
    interval = serializers.ListField(
        child=serializers.FloatField(),
        min_length=2,
        max_length=2,
        allow_null=True,
        help_text="95 % of days_a_year; null where it is exact",
    )
    when_telework_is_off = serializers.IntegerField(help_text="people short if `floor_people` come; 0 without it")


class ShortTargetSerializer(Values):
    days_a_year = serializers.IntegerField()
    needed = serializers.IntegerField(help_text="desks with which no more days than those are short")


class WeekdayNeedSerializer(Values):
    weekday = serializers.IntegerField(help_text="0 is Monday")
    days = serializers.IntegerField(help_text="of the history")
    needed = serializers.IntegerField(allow_null=True, help_text="null: no such day in the history")


class NeedDepartmentSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()


class DepartmentNeedSerializer(Values):
    department = NeedDepartmentSerializer()
    needed = serializers.IntegerField()
    interval = interval_field()
    on_roll = serializers.FloatField(help_text="mean of the days, with growth")
    presence_mean = serializers.FloatField(help_text="people who share a desk there at once, mean of the daily peaks")


class NeedChangedSerializer(Values):
    change = serializers.FloatField(help_text="as a fraction of what the scenario supposes")
    needed = serializers.IntegerField()
    days_short = serializers.FloatField(help_text="a year")


class NeedSensitivitySerializer(Values):
    attendance = NeedChangedSerializer(many=True)
    growth = NeedChangedSerializer(many=True)


class ShareOfDaysSerializer(Values):
    people = serializers.IntegerField(help_text="at most so many, and more than in the row before")
    share = serializers.FloatField(help_text="of working days")


class WeekdayCountSerializer(Values):
    weekday = serializers.IntegerField(help_text="0 is Monday")
    days = serializers.IntegerField()


class CoverageOfNeedSerializer(Values):
    share = serializers.FloatField(allow_null=True, help_text="of the working days asked for; null of rates")
    says = serializers.ChoiceField(choices=("days", "stated"), help_text="days: of history; stated: rates are stated")
    part = serializers.IntegerField(help_text="working days of which the answer is made")
    whole = serializers.IntegerField(help_text="working days of the period")


class NeedBasisSerializer(Values):
    """What an answer stands on; of stated rates most is null."""

    source = serializers.ChoiceField(choices=SOURCES, allow_null=True)  # type: ignore[assignment]  # a field of that name
    to = serializers.DateField(allow_null=True)
    days = serializers.IntegerField(help_text="working days of which the answer is made; 0 of rates")
    weekdays = WeekdayCountSerializer(many=True)
    missing_days = serializers.IntegerField(help_text="working days without facts, and days not over yet")
    days_without_source = serializers.IntegerField(help_text="days with facts on which the source says nothing")
    days_withheld = serializers.IntegerField(help_text="days on which a department's figures are withheld")
    withheld = serializers.IntegerField(help_text="sections not listed: too few people")
    coverage = CoverageOfNeedSerializer()
    people = serializers.FloatField(help_text="on the roll, growth included; mean of the days")
    on_roll = serializers.FloatField(help_text="on the roll as it was; mean of the days")
    attendance_rate = serializers.FloatField(allow_null=True, help_text="people there at the daily peak / people; mean")
    draws = serializers.IntegerField(help_text="0 where it is exact")
    working_days_a_year = serializers.IntegerField()
    desks_source = serializers.ChoiceField(choices=("building", "stated"))
    facts_version = serializers.IntegerField(allow_null=True)
    notes = serializers.ListField(child=serializers.ChoiceField(choices=NOTES))

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": serializers.DateField(allow_null=True), **super().get_fields()}


class DesksNeedSerializer(Values):
    """How many desks are needed. Percentiles are keys as text: "0.95"."""

    method = serializers.ChoiceField(choices=METHODS)
    percentile = serializers.FloatField(help_text="the one planned by")
    mean = serializers.FloatField(help_text="desks needed on a working day, in the mean")
    needed = serializers.DictField(child=serializers.IntegerField())
    interval = serializers.DictField(child=interval_field(), allow_null=True, help_text="95 %; null where it is exact")
    desks = serializers.IntegerField(help_text="those there are")
    cannot_share = serializers.FloatField(help_text="desks among the needed that are somebody's own, mean")
    on_roll = serializers.FloatField(help_text="people, with growth; mean of the days")
    sharing_ratio = serializers.FloatField(allow_null=True, help_text="people per desk needed")
    inverse = serializers.FloatField(allow_null=True, help_text="desks needed per person")
    short = DesksShortSerializer()
    target = ShortTargetSerializer(allow_null=True)
    by_weekday = WeekdayNeedSerializer(many=True)
    by_department = DepartmentNeedSerializer(many=True, help_text="sections; of one percentile, each by itself")
    sensitivity = NeedSensitivitySerializer()
    distribution = ShareOfDaysSerializer(many=True)
    basis = NeedBasisSerializer()
