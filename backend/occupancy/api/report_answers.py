"""What reports answer. Every definition stands in docs/occupancy.md; shares are from 0 to 1 and not rounded."""

from typing import Any

from rest_framework import serializers

from occupancy.policies.periods import By
from occupancy.policies.sources import Counts, CoverageSays, PlaceKind, PresenceSource, Source
from spaces.api.answers import DESK_MODES, FEATURES

Values = serializers.Serializer[Any]
SOURCES = [one.value for one in Source]
PRESENCE_SOURCES = [one.value for one in PresenceSource]
PLACE_KINDS = [one.value for one in PlaceKind]
COVERAGE_SAYS = [one.value for one in CoverageSays]
FEATURES_OR_NONE = [*FEATURES, "none"]


def _share(text: str = "") -> serializers.FloatField:
    return serializers.FloatField(allow_null=True, help_text=text or "null: the source cannot tell")


def _count(text: str = "", *, may_be_unknown: bool = False) -> serializers.IntegerField:
    return serializers.IntegerField(allow_null=may_be_unknown, help_text=text)


def _told_count(text: str = "") -> serializers.IntegerField:
    """Of a department that is withheld it is unknown, and never 0."""
    withheld = "null of a department that is told of on no day"
    return _count(f"{text}; {withheld}" if text else withheld, may_be_unknown=True)


class ReportPlaceSerializer(Values):
    kind = serializers.ChoiceField(choices=PLACE_KINDS)
    id = serializers.IntegerField(allow_null=True)
    name = serializers.CharField()
    code = serializers.CharField()


class CoverageSerializer(Values):
    share = _share("part / whole; null where there is no whole")
    says = serializers.ChoiceField(choices=COVERAGE_SAYS)
    part = _count()
    whole = _count()
    estimated_share = _share("gate: stays whose end is estimated; null for other sources")


class WithheldSerializer(Values):
    departments = _count("departments whose figures are told on no day of the period")
    desks = _count("assigned desks left out of the place's figures, at most at one time")


class ReportScopeSerializer(Values):
    to = serializers.DateField()
    source = serializers.ChoiceField(choices=SOURCES)  # type: ignore[assignment]  # a field of that name
    counts = serializers.ChoiceField(choices=[one.value for one in Counts])
    place = ReportPlaceSerializer()
    working_days = _count("working days with facts: those that the figures are of")
    left_out_days = _count("weekends, 祝日 and closing days")
    missing_days = _count("working days that are over and have no facts")
    provisional_days = _count("working days with facts that are not over")
    coverage = CoverageSerializer()
    withheld = WithheldSerializer()
    built_at = serializers.DateTimeField(allow_null=True, help_text="when the newest of these facts were built")
    facts_version = serializers.IntegerField()

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {"from": serializers.DateField(), **super().get_fields()}


class AverageUtilisationSerializer(Values):
    value = _share("in_use / in_service; by gates people per desk, which may pass 1")
    in_use = _count("desk slots, or people slots by gates", may_be_unknown=True)
    in_service = _count("desk slots", may_be_unknown=True)


class PeaksSerializer(Values):
    mean = serializers.FloatField(allow_null=True)
    p95 = _count("by nearest rank", may_be_unknown=True)
    max = _count(may_be_unknown=True)


class DailyPeakSerializer(PeaksSerializer):
    max_on = serializers.DateField(allow_null=True, help_text="the first day with the maximum")
    days = _count("how many daily peaks there are: days of which the source tells", may_be_unknown=True)
    in_service = _count("the most desks in service at one time", may_be_unknown=True)


class AttendanceRateSerializer(Values):
    value = _share("present / on_roll")
    present = serializers.FloatField(allow_null=True, help_text="distinct people a day")
    on_roll = serializers.FloatField(allow_null=True, help_text="people on the roll a day")
    source = serializers.ChoiceField(choices=PRESENCE_SOURCES, allow_null=True)  # type: ignore[assignment]  # as above


class RateSerializer(Values):
    value = _share()


class SharingRatioSerializer(Values):
    value = serializers.FloatField(allow_null=True, help_text="people on the roll per desk in service")
    inverse = serializers.FloatField(allow_null=True, help_text="desks in service per person")
    people = serializers.FloatField(allow_null=True, help_text="a day")
    desks = serializers.FloatField(allow_null=True, help_text="a day")


class NoShowRateSerializer(RateSerializer):
    no_shows = _told_count()
    due = _told_count("bookings that were not cancelled before their start")


class WalkUpRateSerializer(RateSerializer):
    walk_ups = _told_count()
    check_ins = _told_count()


class RefusedSerializer(Values):
    value = _told_count("wishes refused for want of a desk")
    by_rule = _told_count("wishes that another rule refused")


class CountOnlySerializer(Values):
    value = _told_count()


class NeverUsedSerializer(Values):
    value = _count("desks without one core slot in use", may_be_unknown=True)
    desks = _count("desks in service on one of the days", may_be_unknown=True)


class BookedActualSerializer(Values):
    as_booked = _told_count("somebody came")
    walk_up = _told_count("came without a booking")
    no_show = _told_count("released for want of check-in")
    not_used = _told_count("nobody is known to have come, and nothing released it")
    cancelled = _told_count()
    unused_hours = _share("booked and not used; null as of the counts")
    early_leave_hours = _share("left before the end; null as of the counts")


class OccupancyFiguresSerializer(Values):
    average_utilisation = AverageUtilisationSerializer()
    daily_peak = DailyPeakSerializer()
    attendance_rate = AttendanceRateSerializer()
    telework_rate = RateSerializer()
    sharing_ratio = SharingRatioSerializer()
    no_show_rate = NoShowRateSerializer()
    walk_up_rate = WalkUpRateSerializer()
    refused = RefusedSerializer()
    spilled_over = CountOnlySerializer(help_text="bookings in an overflow area")
    never_used = NeverUsedSerializer()
    booked_actual = BookedActualSerializer()


class ScopedFiguresSerializer(Values):
    scope = ReportScopeSerializer()
    figures = OccupancyFiguresSerializer()


class SummarySerializer(ScopedFiguresSerializer):
    compared = ScopedFiguresSerializer(allow_null=True, help_text="the other period")


class TimelineRowSerializer(Values):
    day = serializers.DateField(help_text="the first of the week (a Monday) or month")
    peak = _count("the most desks in use, or people, at one time", may_be_unknown=True)
    peak_at = serializers.CharField(allow_null=True, help_text="HH:MM of the peak, on the first day with it")
    present = _count("distinct people; of a week or month its largest day", may_be_unknown=True)
    in_service = _count("the most desks in service at one time", may_be_unknown=True)
    average = _share("average utilisation")
    provisional = serializers.BooleanField()


class TimelineSerializer(Values):
    scope = ReportScopeSerializer()
    by = serializers.ChoiceField(choices=[one.value for one in By])
    p95 = _count("of the daily peaks", may_be_unknown=True)
    rows = TimelineRowSerializer(many=True, help_text="working days with facts, in order")


class HeatCellSerializer(Values):
    share = serializers.FloatField()
    in_use = serializers.FloatField(help_text="mean of the days")
    in_service = serializers.FloatField(help_text="mean of the days; of a department: people on its roll")


class HeatRowSerializer(Values):
    weekday = serializers.IntegerField(help_text="0 is Monday")
    days = _count()
    cells = serializers.ListField(child=HeatCellSerializer(allow_null=True), help_text="one for each of `slots`")


class HeatMapSerializer(Values):
    scope = ReportScopeSerializer()
    slots = serializers.ListField(child=serializers.CharField(), help_text="HH:MM at which each begins")
    rows = HeatRowSerializer(many=True, help_text="Monday to Friday")


class ReportFloorSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()


class ReportAreaSerializer(ReportFloorSerializer):
    floor = ReportFloorSerializer()


class PlaceRowSerializer(Values):
    in_service = _count("the most desks in service at one time", may_be_unknown=True)
    average_utilisation = _share()
    daily_peak = PeaksSerializer()
    full_days = _count("days whose peak is 98 % of the desks in service or more", may_be_unknown=True)
    refused = _count()
    withheld_desks = _count("assigned desks left out, at most at one time")


class FloorRowSerializer(PlaceRowSerializer):
    floor = ReportFloorSerializer()


class AreaRowSerializer(PlaceRowSerializer):
    area = ReportAreaSerializer()


class FloorsReportSerializer(Values):
    scope = ReportScopeSerializer()
    rows = FloorRowSerializer(many=True)


class AreasReportSerializer(Values):
    scope = ReportScopeSerializer()
    rows = AreaRowSerializer(many=True)


class ReportDepartmentSerializer(ReportFloorSerializer):
    kind = serializers.CharField()
    path = serializers.ListField(child=serializers.CharField(), help_text="names from the bureau down, without its own")


class DepartmentRowSerializer(Values):
    department = ReportDepartmentSerializer()
    areas = serializers.ListField(child=serializers.CharField(), help_text="areas it is at home in on the last day")
    days = _count("working days on which its figures are told")
    on_roll = serializers.FloatField(help_text="mean of the days")
    attendance_rate = _share()
    telework_rate = _share()
    presence = PeaksSerializer(help_text="people at one time")
    presence_source = serializers.ChoiceField(choices=PRESENCE_SOURCES)
    refused = _count()
    spilled_over = _count()
    no_show_rate = _share()


class DepartmentsReportSerializer(Values):
    scope = ReportScopeSerializer()
    withheld = _count("departments of this kind whose figures are told on no day of the period")
    rows = DepartmentRowSerializer(many=True, help_text="in order of the codes")


class ReportDeskSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    area_id = serializers.IntegerField(help_text="where it stood last in the period")
    floor_id = serializers.IntegerField(help_text="where it stood last in the period")


class DeskRowSerializer(Values):
    desk = ReportDeskSerializer()
    mode = serializers.ChoiceField(choices=DESK_MODES)
    in_service_slots = _count(may_be_unknown=True)
    in_use_slots = _count(may_be_unknown=True)
    share = _share()
    never_used = serializers.BooleanField(allow_null=True)
    withheld = serializers.BooleanField(help_text="assigned to somebody: it has no figures")


class DesksReportSerializer(Values):
    scope = ReportScopeSerializer()
    slot = serializers.CharField(allow_null=True, help_text="HH:MM, where only one was asked for")
    rows = DeskRowSerializer(many=True, help_text="in order of the codes")


class FeatureRowSerializer(Values):
    feature = serializers.ChoiceField(choices=FEATURES_OR_NONE)
    desks = _count("shared desks that have it, on one of the days")
    average_utilisation = _share("of them")
    others = _share("average utilisation of the shared desks that have it not")


class FeaturesReportSerializer(Values):
    scope = ReportScopeSerializer()
    rows = FeatureRowSerializer(many=True)
