"""What the API says of the rules of telework, and what it takes."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from core.rules import BY_DEFAULT, Rule
from core.words import Language
from people.api.answers import DepartmentBriefSerializer, department_brief
from people.models.person import EmploymentClass
from telework.models import TeleworkRule
from telework.policies.forms import Form
from telework.policies.rules import DEFAULTS, Strictness, TeleworkRules
from telework.selectors.department_rules import DepartmentRules, version_of

Values = serializers.Serializer[Any]

RULES = list(DEFAULTS)
STRICTNESS = [one.value for one in Strictness]
TOO_FEW = [Strictness.WARN.value, Strictness.REFUSE.value]
DAY_MINUTES = 24 * 60


def _number(largest: int, means: str, *, smallest: int = 0) -> serializers.IntegerField:
    return serializers.IntegerField(min_value=smallest, max_value=largest, allow_null=True, help_text=means)


def _clock(means: str) -> serializers.TimeField:
    return serializers.TimeField(format="%H:%M", input_formats=["%H:%M"], allow_null=True, help_text=means)


class TeleworkRuleValuesSerializer(Values):
    """What a row says, or what holds. In a row null leaves the word to the department above."""

    registration_needed = serializers.BooleanField(allow_null=True)
    training_in_fiscal_year = serializers.BooleanField(allow_null=True)
    excluded_classes = serializers.ListField(
        child=serializers.ChoiceField(choices=EmploymentClass.values), max_length=8, allow_null=True
    )
    counter_duty = serializers.ChoiceField(choices=STRICTNESS, allow_null=True)
    forms = serializers.ListField(
        child=serializers.ChoiceField(choices=[form.value for form in Form]),
        min_length=1,
        max_length=8,
        allow_null=True,
    )
    apply_by_days = _number(60, "working days before the day; 0 is the same day")
    apply_by_time = _clock("HH:MM on the last day to apply")
    post_hoc_days = _number(60, "working days after the day; 0 is never")
    most_days_a_week = _number(7, "0 is no limit")
    most_days_a_month = _number(31, "0 is no limit")
    most_days_in_a_row = _number(31, "0 is no limit")
    office_days_a_week = _number(7, "at least so many")
    pool_terminals = _number(10_000, "shared by the department; null: not limited")
    earliest_time = _clock("HH:MM")
    latest_time = _clock("HH:MM")
    day_minutes = _number(DAY_MINUTES, "office and telework of one day together", smallest=1)
    documents_out = serializers.BooleanField(allow_null=True)
    overtime = serializers.BooleanField(allow_null=True, help_text="may be reported without an order")
    minimum_on_site = serializers.ChoiceField(choices=TOO_FEW, allow_null=True, help_text="what too few on site does")
    team_days = serializers.ChoiceField(choices=STRICTNESS, allow_null=True)
    cover_after_days = _number(60, "working days after which the next manager up may decide; 0 is never")
    report_by_days = _number(60, "working days after the day")
    rest_hours = _number(24, "between two working days")
    difference_minutes = _number(DAY_MINUTES, "between report and device log, without an explanation")
    allowance_days = _number(31, "days a month on average that the allowance needs more than")
    allowance_months = _number(12, "the months averaged", smallest=1)


class DepartmentRulesWantedSerializer(TeleworkRuleValuesSerializer):
    """What a department's own row is to say. What is left out stays."""

    minimum_on_site_count = serializers.IntegerField(
        min_value=0, max_value=1000, help_text="people needed on site in each half-day; 0: as the department above"
    )
    version = serializers.CharField(
        max_length=16, help_text="the version that was seen: 409 where others have set the rules meanwhile"
    )


class EveryoneRulesWantedSerializer(TeleworkRuleValuesSerializer):
    """What the row for everyone is to say. What is left out stays."""

    name = serializers.CharField(max_length=100, help_text="as a refusal calls it")
    name_en = serializers.CharField(max_length=100, allow_blank=True)
    owner = serializers.CharField(max_length=100, help_text="whose rule it is")
    owner_en = serializers.CharField(max_length=100, allow_blank=True)
    set_by_departments = serializers.ListField(
        child=serializers.ChoiceField(choices=RULES),
        max_length=len(RULES),
        allow_null=True,
        help_text="the rules that departments may set; null: the usual ones",
    )


class TeleworkRuleRowSerializer(Values):
    """One row of rules: whom it is for (null: everyone) and what it says."""

    department = DepartmentBriefSerializer(allow_null=True)
    name = serializers.CharField()
    owner = serializers.CharField()
    says = TeleworkRuleValuesSerializer()


class TeleworkRulesSerializer(Values):
    """Every row, what departments may set, and what holds where nobody says anything."""

    rows = TeleworkRuleRowSerializer(many=True, help_text="the one for everyone first")
    set_by_departments = serializers.ListField(child=serializers.ChoiceField(choices=RULES))
    defaults = TeleworkRuleValuesSerializer()


class DepartmentToSetSerializer(Values):
    """A department whose rules whoever asks may set."""

    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    says = serializers.IntegerField(help_text="how many rules the department's own row says something about")
    minimum_on_site_count = serializers.IntegerField(help_text="the department's own number; 0: none")


class WhoseRuleSerializer(Values):
    """Whose word one rule is here."""

    rule = serializers.ChoiceField(choices=RULES)
    name = serializers.CharField()
    owner = serializers.CharField()
    scope = serializers.CharField()
    by_default = serializers.BooleanField(help_text="nobody has said anything")
    own = serializers.BooleanField(help_text="the department's own word")


class DepartmentRulesSerializer(Values):
    """The rules of a department, with whose word each is."""

    department = DepartmentBriefSerializer()
    effective = TeleworkRuleValuesSerializer()
    inherited = TeleworkRuleValuesSerializer(help_text="what would hold if the department itself said nothing")
    own = TeleworkRuleValuesSerializer(help_text="what the department itself says; null where it says nothing")
    whose = WhoseRuleSerializer(many=True)
    may_set = serializers.ListField(child=serializers.ChoiceField(choices=RULES), help_text="by whoever asks")
    minimum_on_site_count = serializers.IntegerField(help_text="the department's own number; 0: none")
    minimum_on_site_from = DepartmentBriefSerializer(allow_null=True, help_text="whose number holds here")
    minimum_on_site_holds = serializers.IntegerField(help_text="the number that holds here; 0: none")
    version = serializers.CharField(help_text="of what the department itself says")


def row_shape(row: TeleworkRule, language: Language) -> dict[str, Any]:
    """A TeleworkRuleRow in the reader's language."""
    english = language == "en"
    return {
        "department": department_brief(row.department),
        "name": (row.name_en if english else "") or row.name,
        "owner": (row.owner_en if english else "") or row.owner,
        "says": row_values(row),
    }


def row_values(row: TeleworkRule | None) -> dict[str, Any]:
    """What a row says as TeleworkRuleValues; a row that is not there says nothing."""
    said = {name: getattr(row, name, None) for name in DEFAULTS}
    return TeleworkRuleValuesSerializer({name: None if value == "" else value for name, value in said.items()}).data


def default_values() -> dict[str, Any]:
    """DEFAULTS as TeleworkRuleValues."""
    return dict(TeleworkRuleValuesSerializer(DEFAULTS).data)


def department_rules_shape(found: DepartmentRules, language: Language) -> dict[str, Any]:
    """A DepartmentRules in the reader's language."""
    own = row_values(found.own)
    holds = found.minimum_from
    return {
        "department": department_brief(found.department),
        "effective": _rules_values(found.effective),
        "inherited": _rules_values(found.inherited),
        "own": own,
        "whose": [_whose(name, getattr(found.effective, name), own, language) for name in DEFAULTS],
        "may_set": list(found.may_set),
        "minimum_on_site_count": found.minimum_count,
        "minimum_on_site_from": department_brief(holds),
        "minimum_on_site_holds": holds.minimum_on_site if holds else 0,
        "version": version_of(found.own, found.minimum_count),
    }


def _rules_values(rules: TeleworkRules) -> dict[str, Any]:
    return TeleworkRuleValuesSerializer({name: getattr(rules, name).value for name in DEFAULTS}).data


def _whose(name: str, rule: Rule, own: Mapping[str, Any], language: Language) -> dict[str, Any]:
    named = rule.owner.in_language(language)
    return {
        "rule": name,
        "name": named.name,
        "owner": named.owner,
        "scope": named.scope,
        "by_default": rule.owner == BY_DEFAULT,
        "own": own[name] is not None,
    }
