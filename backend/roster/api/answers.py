"""What the API says of the roster and of head counts."""

from typing import Any

from rest_framework import serializers

from core.paged import page_of
from roster.policies.belief import Source, Standing
from roster.policies.head_count import Kind, Status
from roster.services.marking import Taken

Values = serializers.Serializer[Any]
KINDS = [kind.value for kind in Kind]
STANDINGS = [standing.value for standing in Standing]
SOURCES = [source.value for source in Source]
STATUSES = [status.value for status in Status]
TAKEN = [taken.value for taken in Taken]


class RosterPersonSerializer(Values):
    person = serializers.IntegerField()
    name = serializers.CharField()
    kana = serializers.CharField()
    number = serializers.CharField()
    search = serializers.CharField(help_text="name, reading and number, folded for finding")
    visitor = serializers.BooleanField()
    organisation = serializers.CharField(help_text="of a visitor; else empty")
    department = serializers.IntegerField(allow_null=True)
    floor = serializers.IntegerField(allow_null=True)
    area = serializers.CharField()
    desk = serializers.CharField(help_text="its code; empty where none is known")
    standing = serializers.ChoiceField(choices=STANDINGS, allow_null=True, help_text="null: came to a list by a mark")
    source = serializers.ChoiceField(choices=SOURCES, allow_null=True)  # type: ignore[assignment]  # a field of that name
    since = serializers.DateTimeField(allow_null=True, help_text="when the source said so")


class RosterFloorSerializer(Values):
    id = serializers.IntegerField()
    name = serializers.CharField()
    seen = serializers.IntegerField()
    expected = serializers.IntegerField()
    left = serializers.IntegerField()


class RosterDepartmentSerializer(RosterFloorSerializer):
    bureau = serializers.CharField()


class HeadCountBriefSerializer(Values):
    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=KINDS)
    started_at = serializers.DateTimeField()
    due_at = serializers.DateTimeField(help_text="from then on the unmarked are unaccounted for")


class RosterSerializer(Values):
    as_of = serializers.DateTimeField()
    day = serializers.DateField()
    from_copy = serializers.BooleanField(help_text="the database is silent: this is the last copy")
    copy_written_at = serializers.DateTimeField(allow_null=True)
    reason = serializers.ChoiceField(choices=KINDS, help_text="why you opened it")
    may_lead = serializers.BooleanField(help_text="you may start and close head counts")
    people = RosterPersonSerializer(many=True)
    floors = RosterFloorSerializer(many=True)
    departments = RosterDepartmentSerializer(many=True)
    head_counts = HeadCountBriefSerializer(many=True, help_text="those under way")


class OpeningSerializer(Values):
    reason = serializers.ChoiceField(choices=KINDS)


class OpenedSerializer(Values):
    reason = serializers.ChoiceField(choices=KINDS)
    opened_at = serializers.DateTimeField()
    until = serializers.DateTimeField(help_text="then it has to be opened again")
    from_copy = serializers.BooleanField()


class FiguresSerializer(Values):
    listed = serializers.IntegerField()
    added = serializers.IntegerField(help_text="marked, and not on the list")
    safe = serializers.IntegerField()
    needs_help = serializers.IntegerField()
    absent = serializers.IntegerField()
    unmarked = serializers.IntegerField()


class SafetyMarkSerializer(Values):
    person = serializers.IntegerField()
    status = serializers.ChoiceField(choices=STATUSES)
    note = serializers.CharField()
    made_at = serializers.DateTimeField()
    made_by = serializers.CharField()
    by_self = serializers.BooleanField()


class HeadCountSummarySerializer(HeadCountBriefSerializer):
    started_by = serializers.CharField()
    unaccounted_after_minutes = serializers.IntegerField()
    closed_at = serializers.DateTimeField(allow_null=True)
    closed_by = serializers.CharField()
    closing_note = serializers.CharField()
    figures = FiguresSerializer()


class HeadCountSerializer(HeadCountSummarySerializer):
    from_copy = serializers.BooleanField()
    copy_written_at = serializers.DateTimeField(allow_null=True)
    may_lead = serializers.BooleanField()
    people = RosterPersonSerializer(many=True, help_text="the frozen list, then those who came to it by a mark")
    marks = SafetyMarkSerializer(many=True, help_text="the latest of everybody marked")
    floors = RosterFloorSerializer(many=True)
    departments = RosterDepartmentSerializer(many=True)


class HeadCountStartSerializer(Values):
    id = serializers.UUIDField(help_text="chosen by you: sent twice it starts once")
    kind = serializers.ChoiceField(choices=KINDS)
    unaccounted_after_minutes = serializers.IntegerField(min_value=5, max_value=240, default=30)


class HeadCountClosingSerializer(Values):
    note = serializers.CharField(max_length=1000, required=False, allow_blank=True, default="")


class MarkWantedSerializer(Values):
    id = serializers.UUIDField(help_text="chosen by you: sent twice it counts once")
    person = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    status = serializers.ChoiceField(choices=STATUSES)
    note = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    seconds_ago = serializers.IntegerField(
        min_value=0, max_value=2**31 - 1, required=False, default=0, help_text="how long ago it was made"
    )


class MarksSerializer(Values):
    marks = serializers.ListField(child=MarkWantedSerializer(), max_length=200)


class MarkTakenSerializer(Values):
    id = serializers.UUIDField()
    taken = serializers.ChoiceField(choices=TAKEN)


class MarksTakenSerializer(Values):
    from_copy = serializers.BooleanField(help_text="kept in the journal, until the database is back")
    marks = MarkTakenSerializer(many=True)


class OwnMarkWantedSerializer(Values):
    id = serializers.UUIDField(help_text="chosen by you: sent twice it counts once")
    head_count = serializers.UUIDField()
    status = serializers.ChoiceField(choices=STATUSES)
    note = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    seconds_ago = serializers.IntegerField(min_value=0, max_value=2**31 - 1, required=False, default=0)


class OwnSafetySerializer(HeadCountBriefSerializer):
    listed = serializers.BooleanField(help_text="you were believed in the building at its start")
    mark = SafetyMarkSerializer(allow_null=True)


HeadCountPageSerializer = page_of(HeadCountSummarySerializer)
