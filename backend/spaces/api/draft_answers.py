"""What the API says of drafts."""

from typing import Any

from django.urls import reverse
from rest_framework import serializers

from spaces.api.draft_requests import DraftContentSerializer
from spaces.drafting.mistakes import DraftMistake, errors
from spaces.importing.changes import FloorChange
from spaces.models import LayoutDraft
from spaces.selectors.drafts import mistakes_of

Values = serializers.Serializer[Any]
MISTAKE_CODES = [mistake.value for mistake in DraftMistake]


class FloorNameSerializer(Values):
    id = serializers.IntegerField()
    name = serializers.CharField()


class LayoutDraftBriefSerializer(Values):
    id = serializers.IntegerField()
    floor = FloorNameSerializer()
    name = serializers.CharField()
    effective_from = serializers.DateField()
    revision = serializers.IntegerField(help_text="goes up with every save")
    updated_at = serializers.DateTimeField()
    updated_by = serializers.CharField(help_text="a name")
    desks = serializers.IntegerField()
    areas = serializers.IntegerField()
    mistakes = serializers.IntegerField(help_text="that have to be mended before publishing; warnings are not counted")


class LayoutDraftSerializer(LayoutDraftBriefSerializer):
    content = DraftContentSerializer()
    plan_url = serializers.CharField(help_text="SVG behind the desks, ten units to the metre")
    based_on = serializers.IntegerField(allow_null=True, help_text="the layout it was copied from, while that exists")
    closed = serializers.BooleanField(help_text="published: it can be read and no longer changed")


class DraftMistakeSerializer(Values):
    code = serializers.ChoiceField(choices=MISTAKE_CODES)
    severity = serializers.ChoiceField(choices=["error", "warning"], help_text="only errors keep it from publishing")
    subject = serializers.ChoiceField(choices=["desk", "area", "floor"])
    subject_code = serializers.CharField(help_text="the code of the desk or area; may be empty or there twice")
    place = serializers.IntegerField(allow_null=True, help_text="which desk or area of the content, from 0")
    words = serializers.CharField(help_text="in the reader's language")


class DraftChangesSerializer(Values):
    """Codes of what differs from what the floor has on that day otherwise."""

    first = serializers.BooleanField(help_text="the floor has no layout on that day otherwise")
    plan = serializers.BooleanField(help_text="the drawing or the floor's size")
    desks_new = serializers.ListField(child=serializers.CharField())
    desks_retired = serializers.ListField(child=serializers.CharField())
    desks_moved = serializers.ListField(child=serializers.CharField())
    desks_changed = serializers.ListField(child=serializers.CharField(), help_text="mode, features or person")
    areas_new = serializers.ListField(child=serializers.CharField())
    areas_gone = serializers.ListField(child=serializers.CharField())
    areas_changed = serializers.ListField(child=serializers.CharField())


def draft_brief_shape(draft: LayoutDraft) -> dict[str, Any]:
    """A LayoutDraftBrief; its floor has to be at hand."""
    return {
        "id": draft.pk,
        "floor": {"id": draft.floor_id, "name": draft.floor.name},
        "name": draft.name,
        "effective_from": draft.effective_from,
        "revision": draft.revision,
        "updated_at": draft.updated_at,
        "updated_by": draft.updated_by,
        "desks": len(draft.content["desks"]),
        "areas": len(draft.content["areas"]),
        "mistakes": len(errors(mistakes_of(draft.floor, draft.content, draft.effective_from))),
    }


def draft_shape(draft: LayoutDraft) -> dict[str, Any]:
    """A LayoutDraft."""
    return {
        **draft_brief_shape(draft),
        "content": draft.content,
        "plan_url": reverse("layout-draft-plan", args=[draft.pk]),
        "based_on": draft.based_on_id,
        "closed": draft.published_at is not None,
    }


def changes_shape(change: FloorChange) -> dict[str, Any]:
    """DraftChanges."""
    changed = {code for code, _was, _now in change.desks_mode} | set(change.desks_other)
    return {
        "first": change.first,
        "plan": change.plan,
        "desks_new": change.desks_new,
        "desks_retired": change.desks_retired,
        "desks_moved": change.desks_moved,
        "desks_changed": sorted(changed),
        "areas_new": change.areas_new,
        "areas_gone": change.areas_gone,
        "areas_changed": change.areas_changed,
    }
