"""What the API says of planned transfers."""

from collections.abc import Mapping, Sequence
from typing import Any

from rest_framework import serializers

from core.fields import DayField
from directory.models import PlannedTransfer, TransferEntry
from directory.policies.runs import Did, Subject, TransferState
from directory.selectors.transfer_effects import PlacedEffect
from directory.selectors.transfers import planned
from people.api.answers import PersonBriefSerializer, Values, person_brief
from people.models import Person

SUBJECTS = [one.value for one in Subject]
DEEDS = [one.value for one in Did]
STATES = [one.value for one in TransferState]
LONGEST_TITLE = 100
LONGEST_KIND = 40


class NewTransferSerializer(Values):
    """A file that holds the whole directory as it will be: LDIF, or a ZIP of CSV files."""

    file = serializers.FileField()
    title = serializers.CharField(max_length=LONGEST_TITLE)
    effective_on = DayField(help_text="carried out at the midnight that begins it")


class TransferSerializer(Values):
    id = serializers.IntegerField()
    title = serializers.CharField()
    effective_on = serializers.DateField()
    state = serializers.ChoiceField(choices=STATES)
    file_name = serializers.CharField()
    loaded_at = serializers.DateTimeField()
    loaded_by_name = serializers.CharField()
    counts = serializers.DictField(
        child=serializers.IntegerField(), help_text="changes by subject and deed, such as `person.moved`"
    )
    settled_at = serializers.DateTimeField(allow_null=True, help_text="when it was applied, withdrawn or failed")
    problem = serializers.DictField(help_text="why it failed: `code` and facts; else empty")
    run = serializers.IntegerField(allow_null=True, help_text="the run that carried it out, with its changes")


class EntriesQuerySerializer(Values):
    subject = serializers.ChoiceField(choices=SUBJECTS, required=False)
    did = serializers.ChoiceField(choices=DEEDS, required=False)
    q = serializers.CharField(required=False, allow_blank=True, max_length=100, help_text="in number, code or name")


class TransferEntrySerializer(Values):
    position = serializers.IntegerField()
    subject = serializers.ChoiceField(choices=SUBJECTS)
    did = serializers.ChoiceField(choices=DEEDS)
    key = serializers.CharField(help_text="a person's number or a department's code")
    label = serializers.CharField()  # type: ignore[assignment]  # the metaclass takes declared fields off the class
    fields = serializers.DictField(  # type: ignore[assignment]  # likewise
        child=serializers.ListField(), help_text="by name: the old value and the new one"
    )


class EffectsQuerySerializer(Values):
    kind = serializers.CharField(required=False, max_length=LONGEST_KIND)


class TransferEffectSerializer(Values):
    kind = serializers.CharField(
        help_text="booking, assigned_desk, series, wait, telework, registration, approval, delegation, own_plan, "
        "calendar, token"
    )
    person = PersonBriefSerializer(allow_null=True)
    facts = serializers.DictField()


class EffectCountsSerializer(Values):
    counts = serializers.DictField(child=serializers.IntegerField(), help_text="effects by kind")
    people = serializers.IntegerField(help_text="how many people they concern")


def transfer_shape(transfer: PlannedTransfer, run: int | None) -> dict[str, Any]:
    """A transfer as the API says it."""
    return {
        "id": transfer.pk,
        "title": transfer.title,
        "effective_on": transfer.effective_on,
        "state": transfer.state,
        "file_name": transfer.file_name,
        "loaded_at": transfer.loaded_at,
        "loaded_by_name": transfer.loaded_by_name,
        "counts": transfer.counts,
        "settled_at": transfer.settled_at,
        "problem": transfer.problem,
        "run": run,
    }


def entry_shape(entry: TransferEntry) -> dict[str, Any]:
    """An entry as the API says it."""
    differences = planned(entry).differences()
    return {
        "position": entry.position,
        "subject": entry.subject,
        "did": entry.did,
        "key": entry.key,
        "label": entry.label,
        "fields": {name: list(pair) for name, pair in differences.items()},
    }


def effect_shapes(placed: Sequence[PlacedEffect]) -> list[dict[str, Any]]:
    """Effects as the API says them; one read for all their people."""
    ids = {one.effect.person_id for one in placed if one.effect.person_id is not None}
    people: Mapping[int | None, Person] = {
        person.pk: person for person in Person.objects.select_related("department").filter(pk__in=ids)
    }
    return [
        {
            "kind": one.effect.kind,
            "person": person_brief(people[one.effect.person_id]) if one.effect.person_id in people else None,
            "facts": dict(one.effect.facts),
        }
        for one in placed
    ]
