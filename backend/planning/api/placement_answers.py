"""What the API says of placements."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from core.words import Language
from planning.models.placement import Placement, PlacementState
from planning.policies.placing_asked import Proposal
from planning.policies.placing_words import BINDING_KINDS, WHY_CODES, binding_words, why_words

Values = serializers.Serializer[Any]
STATES = PlacementState.values
BASES = ["stated", "scenario", "rates", "history", "roll"]


class PlacementNamedSerializer(Values):
    id = serializers.IntegerField()
    name = serializers.CharField()


class PlacementProgressSerializer(Values):
    """How far the run is; written each second."""

    seconds = serializers.FloatField(help_text="gone since it began")
    limit = serializers.IntegerField(help_text="seconds after which it stops")
    best = serializers.IntegerField(allow_null=True, help_text="of the best found so far; less is better")
    bound = serializers.IntegerField(allow_null=True, help_text="below which none can be")
    gap = serializers.FloatField(allow_null=True, help_text="(best - bound) / best")
    solutions = serializers.IntegerField()


class PlacedDepartmentSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    bureau = serializers.CharField(help_text="the name of the bureau; may be empty")


class PlacedSectionSerializer(Values):
    department = PlacedDepartmentSerializer()
    desks = serializers.IntegerField()
    from_floor = serializers.IntegerField(allow_null=True, help_text="the floor where it starts from")
    moved = serializers.BooleanField()
    counter = serializers.BooleanField()
    fixed = serializers.BooleanField()


class PlacementFloorSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    level = serializers.IntegerField()


class FilledFloorSerializer(Values):
    """A floor with its sections, in order of their codes. `needed` is what they need when they share."""

    floor = PlacementFloorSerializer()
    capacity = serializers.IntegerField()
    needed = serializers.IntegerField()
    desks = serializers.IntegerField(help_text="the sum of its sections' desks; more than `needed` where they share")
    left = serializers.IntegerField(help_text="capacity less needed; below zero: so many desks short")
    sections = PlacedSectionSerializer(many=True)


class PlacementTermsSerializer(Values):
    counters = serializers.IntegerField()
    nearness = serializers.IntegerField()
    moves = serializers.IntegerField()


class BindingSerializer(Values):
    """What keeps the placement from being better, the dearest first."""

    kind = serializers.ChoiceField(choices=BINDING_KINDS)
    floor = serializers.IntegerField(allow_null=True)
    department = serializers.IntegerField(allow_null=True, help_text="the section, where it is one alone")
    sections = serializers.ListField(
        child=serializers.IntegerField(), help_text="the sections that would go to `floor` together without it"
    )
    slack = serializers.IntegerField(allow_null=True, help_text="desks left on the floor, or moves left")
    gain = serializers.IntegerField(help_text="of the objective, by that one move")
    words = serializers.CharField(help_text="in the reader's language")


class WhyImpossibleSerializer(Values):
    """One of the demands that clash: without all of them together there would be a placement."""

    code = serializers.ChoiceField(choices=WHY_CODES)
    floor = serializers.IntegerField(allow_null=True)
    department = serializers.IntegerField(allow_null=True)
    needed = serializers.IntegerField(allow_null=True)
    available = serializers.IntegerField(allow_null=True)
    words = serializers.CharField(help_text="in the reader's language")


class PlacementResultSerializer(Values):
    """Where each section goes; of an impossible problem, the placement with the fewest desks short."""

    floors = FilledFloorSerializer(many=True, help_text="the top floor first")
    moves = serializers.IntegerField()
    objective = serializers.IntegerField()
    bound = serializers.IntegerField()
    gap = serializers.FloatField()
    seconds = serializers.FloatField()
    optimal = serializers.BooleanField()
    stopped = serializers.ChoiceField(choices=["optimal", "gap", "time", "cancelled"], help_text="why it ended")
    terms = PlacementTermsSerializer()
    start_terms = PlacementTermsSerializer(allow_null=True, help_text="of the placement it started from")
    binding = BindingSerializer(many=True)
    unplaced = serializers.ListField(
        child=serializers.IntegerField(), help_text="departments; empty but where impossible"
    )
    pooled_days = serializers.IntegerField(help_text="days of facts on which sections of a floor share; 0: none do")
    facts_version = serializers.IntegerField(allow_null=True)


class AskedSectionSerializer(Values):
    department = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    bureau = serializers.CharField()
    desks = serializers.IntegerField()
    basis = serializers.ChoiceField(choices=BASES, help_text="where the number of desks comes from")
    counter = serializers.BooleanField()
    fixed_floor = serializers.IntegerField(allow_null=True)
    from_floor = serializers.IntegerField(allow_null=True)


class AskedFloorSerializer(Values):
    floor = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()
    level = serializers.IntegerField()
    capacity = serializers.IntegerField()


class AskedNearSerializer(Values):
    a = serializers.IntegerField()
    b = serializers.IntegerField()
    weight = serializers.IntegerField()


class PlacementAskedSerializer(Values):
    """What was asked, with everything that was left out filled in."""

    day = serializers.DateField()
    sections = AskedSectionSerializer(many=True)
    floors = AskedFloorSerializer(many=True)
    sharing = serializers.BooleanField()
    same_division = serializers.IntegerField()
    same_bureau = serializers.IntegerField()
    near = AskedNearSerializer(many=True)
    counters_low = serializers.IntegerField()
    few_moves = serializers.IntegerField()
    start_from = serializers.CharField(allow_null=True, help_text="today, the id of a placement, or null")
    most_moves = serializers.IntegerField(allow_null=True)
    seconds = serializers.IntegerField()
    gap = serializers.FloatField()


class PlacementDraftSerializer(Values):
    floor = serializers.IntegerField()
    draft_id = serializers.IntegerField()


class PlacementSummarySerializer(Values):
    moves = serializers.IntegerField()
    short = serializers.IntegerField(help_text="desks that are missing, over all floors; 0 where everything fits")
    gap = serializers.FloatField(allow_null=True)


class PlacementBriefSerializer(Values):
    id = serializers.IntegerField()
    name = serializers.CharField()
    building = PlacementNamedSerializer()
    scenario = PlacementNamedSerializer(allow_null=True)
    state = serializers.ChoiceField(choices=STATES)
    progress = PlacementProgressSerializer()
    summary = PlacementSummarySerializer(allow_null=True)
    problem = serializers.ChoiceField(
        choices=["", "interrupted", "internal"], help_text="failed: the worker was killed twice, or something broke"
    )
    made_at = serializers.DateTimeField()
    made_by = serializers.CharField(help_text="a name; may be empty")
    started_at = serializers.DateTimeField(allow_null=True)
    cancel_asked_at = serializers.DateTimeField(allow_null=True)
    finished_at = serializers.DateTimeField(allow_null=True)


class PlacementSerializer(PlacementBriefSerializer):
    asked = PlacementAskedSerializer()
    result = PlacementResultSerializer(allow_null=True)
    why = WhyImpossibleSerializer(many=True, help_text="impossible: which demands clash; else empty")
    drafts = PlacementDraftSerializer(many=True, help_text="drafts of layouts made from it, still in work")


class ProposedFloorSerializer(Values):
    floor = PlacementFloorSerializer()
    capacity = serializers.IntegerField()


class ProposedSectionSerializer(Values):
    department = PlacedDepartmentSerializer()
    desks = serializers.IntegerField()
    basis = serializers.ChoiceField(choices=BASES, help_text="where the number of desks comes from")
    counter = serializers.BooleanField()
    floor = serializers.IntegerField(allow_null=True, help_text="where it is at home on the day")


class PlacementProposalSerializer(Values):
    """What a new placement asks where nothing is said: sections in order of their codes, the top floor first."""

    building = PlacementNamedSerializer()
    day = serializers.DateField()
    floors = ProposedFloorSerializer(many=True)
    sections = ProposedSectionSerializer(many=True)


class PlacementDraftsSerializer(Values):
    drafts = PlacementDraftSerializer(many=True)
    made = serializers.IntegerField(help_text="how many were made or written anew by this call")


def placement_brief_shape(placement: Placement) -> dict[str, Any]:
    """A PlacementBrief; its building, scenario and person have to be at hand."""
    scenario = placement.scenario
    progress = placement.progress
    return {
        "id": placement.pk,
        "name": placement.name,
        "building": {"id": placement.building_id, "name": placement.building.name},
        "scenario": None if scenario is None else {"id": scenario.pk, "name": scenario.name},
        "state": placement.state,
        "progress": {
            "seconds": progress.get("seconds", 0.0),
            "limit": progress.get("limit", 0),
            "best": progress.get("best"),
            "bound": progress.get("bound"),
            "gap": progress.get("gap"),
            "solutions": progress.get("solutions", 0),
        },
        "summary": progress.get("summary"),
        "problem": progress.get("problem", ""),
        "made_at": placement.made_at,
        "made_by": "" if placement.made_by is None else placement.made_by.name,
        "started_at": placement.started_at,
        "cancel_asked_at": placement.cancel_asked_at,
        "finished_at": placement.finished_at,
    }


def placement_shape(placement: Placement, drafts: list[dict[str, int]], language: Language) -> dict[str, Any]:
    """A Placement; `drafts` are those of it still in work."""
    asked, result = placement.asked, placement.result
    start = asked["start_from"]
    names = _names(asked)
    return {
        **placement_brief_shape(placement),
        "asked": {
            **{name: asked[name] for name in PlacementAskedSerializer().get_fields()},
            "start_from": None if start is None else str(start),
            "sections": [
                {name: row[name] for name in AskedSectionSerializer().get_fields()} for row in asked["sections"]
            ],
        },
        "result": None if not result or "floors" not in result else _result_shape(result, names, language),
        "why": [{**row, "words": why_words(row, names, language)} for row in (result or {}).get("why", [])],
        "drafts": drafts,
    }


def proposal_shape(proposal: Proposal) -> dict[str, Any]:
    """A PlacementProposal."""
    return {
        "building": {"id": proposal.building_id, "name": proposal.building_name},
        "day": proposal.day,
        "floors": [{"floor": _floor_shape(row), "capacity": row["capacity"]} for row in proposal.floors],
        "sections": [
            {
                "department": department_shape(row),
                "desks": row["desks"],
                "basis": row["basis"],
                "counter": row["counter"],
                "floor": row["from_floor"],
            }
            for row in proposal.sections
        ],
    }


def department_shape(row: Mapping[str, Any]) -> dict[str, Any]:
    """A PlacedDepartment of a section that was asked for."""
    return {"id": row["department"], "code": row["code"], "name": row["name"], "bureau": row["bureau"]}


def _floor_shape(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": row["floor"], "code": row["code"], "name": row["name"], "level": row["level"]}


def _result_shape(result: dict[str, Any], names: dict[str, dict[int, str]], language: Language) -> dict[str, Any]:
    return {
        **{name: result[name] for name in PlacementResultSerializer().get_fields()},
        "binding": [{**row, "words": binding_words(row, names, language)} for row in result["binding"]],
    }


def _names(asked: dict[str, Any]) -> dict[str, dict[int, str]]:
    return {
        "floor": {row["floor"]: row["name"] for row in asked["floors"]},
        "department": {row["department"]: row["name"] for row in asked["sections"]},
    }
