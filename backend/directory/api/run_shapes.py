"""What the API says of the directory and its runs."""

from collections.abc import Mapping, Sequence
from typing import Any

from rest_framework import serializers

from directory.api.transfer_shapes import DEEDS, SUBJECTS
from directory.models import DirectoryRun, RunChange, RunFinding
from directory.policies.limits import HeldBecause
from directory.policies.runs import RunPurpose, RunState
from directory.selectors.gaps import Gap
from people.api.answers import (
    DepartmentBriefSerializer,
    PersonBriefSerializer,
    Values,
    department_brief,
    person_brief,
)
from people.models import Person

LONGEST_FINGERPRINT = 64
PURPOSES = [one.value for one in RunPurpose]
STATES = [one.value for one in RunState]


class HoldSerializer(Values):
    code = serializers.ChoiceField(choices=[one.value for one in HeldBecause])
    count = serializers.IntegerField(help_text="how many it would end")
    share_percent = serializers.FloatField()
    most_percent = serializers.IntegerField(help_text="how much a run may end by itself")


class DirectoryRunSerializer(Values):
    id = serializers.IntegerField()
    purpose = serializers.ChoiceField(choices=PURPOSES)
    state = serializers.ChoiceField(choices=STATES)
    source = serializers.CharField(help_text="which directory")  # type: ignore[assignment]  # a field of that name
    started_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    started_by_name = serializers.CharField(help_text="empty: the clock")
    decided_by_name = serializers.CharField()
    decided_at = serializers.DateTimeField(allow_null=True)
    read = serializers.DictField(
        child=serializers.IntegerField(), help_text="how many departments, people and posts the directory listed"
    )
    counts = serializers.DictField(
        child=serializers.IntegerField(), help_text="changes by subject and deed, such as `person.moved`"
    )
    held_because = HoldSerializer(many=True)
    problem = serializers.DictField(help_text="why it failed: `code` and facts; else empty")
    finding_count = serializers.IntegerField()
    fingerprint = serializers.CharField(help_text="of the plan: to apply what was shown")
    transfer = serializers.IntegerField(allow_null=True)


class DirectoryStateSerializer(Values):
    configured = serializers.BooleanField()
    name = serializers.CharField(help_text="which directory; empty where none is configured")
    preset = serializers.CharField()
    every_minutes = serializers.IntegerField(allow_null=True)
    last_success_at = serializers.DateTimeField(allow_null=True)
    failures_in_a_row = serializers.IntegerField()
    next_at = serializers.DateTimeField(allow_null=True, help_text="when the clock looks again")
    running = DirectoryRunSerializer(allow_null=True)
    people = serializers.IntegerField()
    departments = serializers.IntegerField()
    without_section = serializers.IntegerField()
    without_manager = serializers.IntegerField()


class NewRunSerializer(Values):
    dry_run = serializers.BooleanField(default=False, help_text="plan, and change nothing")


class ApplyRunSerializer(Values):
    fingerprint = serializers.CharField(max_length=LONGEST_FINGERPRINT, help_text="that of the plan that was shown")


class RunsQuerySerializer(Values):
    changed = serializers.BooleanField(default=False, help_text="only those that changed something")


class RunChangesQuerySerializer(Values):
    subject = serializers.ChoiceField(choices=SUBJECTS, required=False)
    did = serializers.ChoiceField(choices=DEEDS, required=False)
    q = serializers.CharField(required=False, allow_blank=True, max_length=100, help_text="in number, code or name")


class RunChangeSerializer(Values):
    position = serializers.IntegerField()
    subject = serializers.ChoiceField(choices=SUBJECTS)
    did = serializers.ChoiceField(choices=DEEDS)
    key = serializers.CharField(help_text="a person's number, a department's code, both, or a user name")
    label = serializers.CharField(help_text="the name")  # type: ignore[assignment]  # a field of that name
    department_code = serializers.CharField()
    department_name = serializers.CharField(help_text="empty where it does not exist yet")
    fields = serializers.DictField(  # type: ignore[assignment]  # the contract's name; Serializer.fields is not used here
        child=serializers.ListField(), help_text="by name: the old value and the new one"
    )


class RunFindingSerializer(Values):
    entry = serializers.CharField(help_text="its DN, or the line of a file")
    code = serializers.CharField()
    facts = serializers.DictField()
    person = PersonBriefSerializer(allow_null=True, help_text="who stays as known because of it")


class GapsQuerySerializer(Values):
    of = serializers.ChoiceField(choices=[one.value for one in Gap])


class DirectoryGapSerializer(Values):
    person = PersonBriefSerializer()
    number = serializers.CharField()
    title = serializers.CharField()
    department = DepartmentBriefSerializer(allow_null=True)


def run_shape(run: DirectoryRun, finding_count: int) -> dict[str, Any]:
    """A run as the API says it."""
    return {
        "id": run.pk,
        "purpose": run.purpose,
        "state": run.state,
        "source": run.source,
        "started_at": run.started_at,
        "finished_at": run.finished_at,
        "started_by_name": run.started_by_name,
        "decided_by_name": run.decided_by_name,
        "decided_at": run.decided_at,
        "read": run.read,
        "counts": run.counts,
        "held_because": run.held_because,
        "problem": run.problem,
        "finding_count": finding_count,
        "fingerprint": run.fingerprint,
        "transfer": run.transfer_id,
    }


def change_shapes(changes: Sequence[RunChange], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Changes as the API says them, with the names of departments by code."""
    return [
        {
            "position": one.position,
            "subject": one.subject,
            "did": one.did,
            "key": one.key,
            "label": one.label,
            "department_code": one.department_code,
            "department_name": names.get(one.department_code, ""),
            "fields": one.fields,
        }
        for one in changes
    ]


def finding_shape(finding: RunFinding) -> dict[str, Any]:
    """A finding as the API says it."""
    return {
        "entry": finding.entry,
        "code": finding.code,
        "facts": finding.facts,
        "person": person_brief(finding.person) if finding.person else None,
    }


def gap_shape(person: Person) -> dict[str, Any]:
    """Somebody who lacks something, as the API says it."""
    return {
        "person": person_brief(person),
        "number": person.number,
        "title": person.title,
        "department": department_brief(person.department),
    }
