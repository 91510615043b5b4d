"""What somebody supposes, as it is sent: the fields of `desks-needed` and of scenarios."""

import math
from datetime import date
from typing import Any

from rest_framework import serializers

from core.fields import LARGEST_ID, DayField, IdField

LONGEST_PERIOD_DAYS = 1830
MOST_DEPARTMENTS = 1000
MOST_GROUPS = 3000
MOST_CORRELATED_GROUPS = 200
"""Each group is drawn by itself on each of thousands of days."""
MOST_PEOPLE = 100_000
MOST_DRAWS = 10_000
HISTORY_DRAWS = 2_000
SIMULATION_DRAWS = 10_000
LARGEST_SEED = 2**32 - 1
SOURCES = ("gate", "check_in", "booking")
BASES = ("history", "rates")

Values = serializers.Serializer[Any]


class FractionField(serializers.FloatField):
    """A finite number in bounds; text and true are not numbers here."""

    def to_internal_value(self, data: Any) -> float:
        if isinstance(data, bool) or not isinstance(data, int | float) or not math.isfinite(data):
            self.fail("invalid")
        number: float = super().to_internal_value(data)
        return number


class WholeField(serializers.IntegerField):
    """A whole number; text and true are not numbers here."""

    def to_internal_value(self, data: Any) -> int:
        if isinstance(data, bool) or not isinstance(data, int):
            self.fail("invalid")
        number: int = super().to_internal_value(data)
        return number


def desks_field(**kwargs: Any) -> WholeField:
    """A number of desks there are."""
    return WholeField(min_value=0, max_value=MOST_PEOPLE, **kwargs)


def draws_field(default: int) -> WholeField:
    """How often days are drawn again."""
    return WholeField(min_value=100, max_value=MOST_DRAWS, default=default)


class PercentilesField(serializers.ListField):
    """Percentiles as fractions, each once."""

    child = FractionField(min_value=0.5, max_value=0.999)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_length=1, max_length=6, **kwargs)

    def to_internal_value(self, data: Any) -> list[float]:
        found: list[float] = super().to_internal_value(data)
        return sorted(set(found))


class ByDepartmentField(serializers.DictField):
    """Something for each of some departments, by their ids (text, as JSON's keys are)."""

    default_error_messages = {"key": "ids of departments", "many": f"at most {MOST_DEPARTMENTS}"}

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if isinstance(data, dict):
            if len(data) > MOST_DEPARTMENTS:
                self.fail("many")
            if not all(_is_id(key) for key in data):
                self.fail("key")
        found: dict[str, Any] = super().to_internal_value(data)
        return found


def _is_id(key: object) -> bool:
    return (
        isinstance(key, str)
        and key.isascii()
        and key.isdigit()
        and len(key) <= 19
        and not key.startswith("0")
        and int(key) <= LARGEST_ID
    )


def departments_field() -> serializers.ListField:
    """Ids of departments; null is everybody."""
    return serializers.ListField(
        child=IdField(),
        min_length=1,
        max_length=MOST_DEPARTMENTS,
        allow_null=True,
        default=None,
        help_text="with everything below them; null: everybody",
    )


class RateGroupSerializer(Values):
    """People who come at one rate, each for oneself."""

    name = serializers.CharField(max_length=100, allow_blank=True, default="")
    people = WholeField(min_value=1, max_value=MOST_PEOPLE)
    rate = FractionField(min_value=0, max_value=1, help_text="of days on which one of them comes")


def groups_field(**kwargs: Any) -> serializers.ListField:
    """Groups with stated rates."""
    return serializers.ListField(child=RateGroupSerializer(), min_length=1, max_length=MOST_GROUPS, **kwargs)


class OwnDesksSerializer(Values):
    """How many people of a department have a desk of their own."""

    departments = ByDepartmentField(child=WholeField(min_value=0, max_value=MOST_PEOPLE))


class FromHistorySerializer(Values):
    """Which days the question stands on, and how they are drawn again."""

    to = DayField()
    source = serializers.ChoiceField(choices=SOURCES, default="gate")  # type: ignore[assignment]  # a field of that name
    draws = draws_field(HISTORY_DRAWS)
    seed = WholeField(min_value=0, max_value=LARGEST_SEED, default=1)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": DayField(), **super().get_fields()}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        check_period(attrs["from"], attrs["to"])
        return attrs


class FromRatesSerializer(Values):
    """Stated rates, and how much people come on the same days."""

    groups = groups_field()
    correlation = FractionField(
        min_value=0, max_value=0.9, default=0.0, help_text="0: each for oneself, exactly; else simulated"
    )
    draws = draws_field(SIMULATION_DRAWS)
    seed = WholeField(min_value=0, max_value=LARGEST_SEED, default=1)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        check_groups(attrs["groups"], attrs["correlation"])
        return attrs


class QuestionSerializer(Values):
    """What both forms of the question have in common."""

    desks = desks_field(allow_null=True, default=None, help_text="null: those in service today")
    percentiles = PercentilesField(default=[0.9, 0.95, 0.99])
    percentile = FractionField(min_value=0.5, max_value=0.999, default=0.95, help_text="the one planned by")
    growth = FractionField(min_value=-0.5, max_value=1, default=0.0, help_text="people more, as a fraction")
    attendance = FractionField(
        min_value=-0.5, max_value=0.5, default=0.0, help_text="how much more or less often people come, as a fraction"
    )
    growth_by_department = ByDepartmentField(
        child=FractionField(min_value=-0.5, max_value=1), default=dict, help_text="in place of `growth`, by id"
    )
    days_short_target = WholeField(
        min_value=0, max_value=366, allow_null=True, default=None, help_text="days a year on which desks may be short"
    )
    cannot_share = OwnDesksSerializer(
        allow_null=True, default=None, help_text="null: those with an assigned desk, as the facts have it"
    )
    floor_people = WholeField(
        min_value=0,
        max_value=MOST_PEOPLE,
        allow_null=True,
        default=None,
        help_text="people who come at once when telework is off; never fewer desks than these",
    )
    working_days_a_year = WholeField(
        min_value=1, max_value=366, allow_null=True, default=None, help_text="null: those of this fiscal year"
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs["percentiles"] = sorted({*attrs["percentiles"], attrs["percentile"]})
        return attrs


class SupposedSerializer(QuestionSerializer):
    """What a scenario supposes: `history` with basis history, `rates` with basis rates, the other null."""

    basis = serializers.ChoiceField(choices=BASES)
    departments = departments_field()
    history = FromHistorySerializer(allow_null=True, default=None)
    rates = FromRatesSerializer(allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        basis, other = attrs["basis"], BASES[1 - BASES.index(attrs["basis"])]
        if attrs[basis] is None:
            raise serializers.ValidationError({basis: ["needed with this basis"]})
        if attrs[other] is not None:
            raise serializers.ValidationError({other: ["not with this basis"]})
        if basis == "rates":
            refuse_departments(attrs)
        return attrs


class DesksNeededSerializer(QuestionSerializer):
    """`rates` (with `correlation`), or `from` and `to` (with `departments`, `source`); either with `draws`, `seed`."""

    rates = groups_field(required=False)
    correlation = FractionField(min_value=0, max_value=0.9, default=0.0)
    departments = departments_field()
    to = DayField(required=False)
    source = serializers.ChoiceField(choices=SOURCES, default="gate")  # type: ignore[assignment]  # a field of that name
    draws = WholeField(min_value=100, max_value=MOST_DRAWS, required=False)
    seed = WholeField(min_value=0, max_value=LARGEST_SEED, default=1)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {**super().get_fields(), "from": DayField(required=False)}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        days = {name for name in ("from", "to") if name in attrs}
        if ("rates" in attrs) is bool(days):
            raise serializers.ValidationError({"rates": ["either rates, or from and to"]})
        if "rates" in attrs:
            check_groups(attrs["rates"], attrs["correlation"])
            refuse_departments(attrs)
        elif missing := {"from", "to"} - days:
            raise serializers.ValidationError({name: ["needed"] for name in missing})
        else:
            check_period(attrs["from"], attrs["to"])
        return attrs

    def supposed(self) -> dict[str, Any]:
        """The same question in the form of a scenario's `supposed`."""
        values = self.validated_data
        common: dict[str, Any] = {str(name): values[name] for name in QuestionSerializer().fields}
        if "rates" in values:
            rates = {
                "groups": values["rates"],
                "correlation": values["correlation"],
                "draws": values.get("draws", SIMULATION_DRAWS),
                "seed": values["seed"],
            }
            return {**common, "basis": "rates", "departments": None, "history": None, "rates": rates}
        history = {
            "from": values["from"],
            "to": values["to"],
            "source": values["source"],
            "draws": values.get("draws", HISTORY_DRAWS),
            "seed": values["seed"],
        }
        return {**common, "basis": "history", "departments": values["departments"], "history": history, "rates": None}


def check_period(first: date, last: date) -> None:
    """Raises ValidationError where the period is turned round or too long."""
    if last < first:
        raise serializers.ValidationError({"to": ["not before from"]})
    if (last - first).days >= LONGEST_PERIOD_DAYS:
        raise serializers.ValidationError({"to": [f"at most {LONGEST_PERIOD_DAYS} days"]})


def check_groups(groups: list[dict[str, Any]], correlation: float) -> None:
    """Raises ValidationError where the groups have too many people together, or are too many to be simulated."""
    if sum(group["people"] for group in groups) > MOST_PEOPLE:
        raise serializers.ValidationError({"groups": [f"at most {MOST_PEOPLE} people"]})
    if correlation and len(groups) > MOST_CORRELATED_GROUPS:
        raise serializers.ValidationError({"groups": [f"at most {MOST_CORRELATED_GROUPS} with a correlation"]})


def refuse_departments(attrs: dict[str, Any]) -> None:
    """Stated rates know no departments. Raises ValidationError naming what was sent of them all the same."""
    named = [name for name in ("departments", "growth_by_department", "cannot_share") if attrs[name]]
    if named:
        raise serializers.ValidationError({name: ["not with rates"] for name in named})


def plain_supposition(values: dict[str, Any]) -> dict[str, Any]:
    """A checked supposition as JSON keeps it."""
    history = values["history"]
    if history is None:
        return dict(values)
    return {**values, "history": {**history, "from": history["from"].isoformat(), "to": history["to"].isoformat()}}
