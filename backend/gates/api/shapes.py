"""How files of gate logs look over HTTP."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rest_framework import serializers

from gates.gate_log import Fault
from gates.models import GateLogFile
from gates.policies.file_states import STOPPED, FileProblem, FileState
from gates.policies.progress import share_of
from gates.selectors.files import FileFacts
from gates.selectors.left_out import UnknownDay
from gates.selectors.reports import report_of
from gates.services.counting import FUTURE, KEPT_FAULTS

Values = serializers.Serializer[Any]
FILE_STATES = [state.value for state in FileState]
FILE_PROBLEMS = [problem.value for problem in FileProblem]
LINE_FAULTS = [*(fault.value for fault in Fault), FUTURE]
COLUMNS = ["at", "card", "gate", "direction"]
SHOWN_IN_LIST = 3


class GateLogUploadSerializer(Values):
    """A log of the gate system: CSV in UTF-8 or CP932, plain or packed by gzip."""

    file = serializers.FileField(max_length=200)


class LeftOutLineSerializer(Values):
    line = serializers.IntegerField(help_text="1 is the header")
    code = serializers.ChoiceField(choices=LINE_FAULTS)
    text = serializers.CharField(help_text="the beginning of the line")


class GateLogProblemSerializer(Values):
    """Why nothing of the file was taken."""

    code = serializers.ChoiceField(choices=FILE_PROBLEMS)
    line = serializers.IntegerField(help_text="where it was found, 0: nowhere")
    reason = serializers.CharField(help_text="in English, for whoever runs the gate system")
    column = serializers.ChoiceField(choices=COLUMNS, allow_null=True, help_text="no_column: which one")
    names = serializers.ListField(child=serializers.CharField(), help_text="no_column: the names it may have")
    found = serializers.ListField(child=serializers.CharField(), help_text="no_column: the names in the first line")


class GateLogProgressSerializer(Values):
    share = serializers.FloatField(help_text="0 to 1 of reading and putting in together")
    line = serializers.IntegerField(help_text="the last line looked at")


class GateLogReportSerializer(Values):
    """Counts of lines; new, doubles, unknown, future and faulty add up to `read`."""

    read = serializers.IntegerField()
    skipped_lines = serializers.IntegerField(help_text="known from the file that this one is the continuation of")
    new = serializers.IntegerField()
    doubles = serializers.IntegerField(help_text="known already, or twice in the file")
    unknown = serializers.IntegerField(help_text="of cards that are nobody's on the roll")
    unknown_cards = serializers.IntegerField(help_text="how many such cards")
    future = serializers.IntegerField(help_text="of a clock that runs ahead")
    faulty = serializers.IntegerField()
    first_day = serializers.DateField(allow_null=True, help_text="of the passages of people on the roll")
    last_day = serializers.DateField(allow_null=True)
    left_out = LeftOutLineSerializer(many=True, help_text="the first faulty and future ones")


class GateLogEarlierSerializer(GateLogReportSerializer):
    finished_at = serializers.DateTimeField()


class GateLogFileSerializer(Values):
    id = serializers.IntegerField()
    name = serializers.CharField()
    size = serializers.IntegerField(help_text="bytes")
    state = serializers.ChoiceField(
        choices=FILE_STATES, help_text="only of a done one anything was taken, or of one with an earlier report"
    )
    stopping = serializers.BooleanField(help_text="somebody cancelled, and the worker has not heard yet")
    asked_by = serializers.CharField(allow_blank=True)
    asked_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    can_cancel = serializers.BooleanField()
    can_resume = serializers.BooleanField()
    progress = GateLogProgressSerializer(allow_null=True, help_text="while it goes on")
    report = GateLogReportSerializer(allow_null=True, help_text="when it is done")
    problem = GateLogProblemSerializer(allow_null=True, help_text="when it failed")
    earlier = GateLogEarlierSerializer(
        allow_null=True, help_text="of the last time it was done: stands while it is read again, and when that fails"
    )


class UnknownDaySerializer(Values):
    day = serializers.DateField()
    cards = serializers.IntegerField()
    passages = serializers.IntegerField()


class GateLogFileWholeSerializer(GateLogFileSerializer):
    unknown_days = UnknownDaySerializer(many=True, help_text="cards of nobody, day by day")


class GateLogReceivedSerializer(GateLogFileSerializer):
    known = serializers.BooleanField(help_text="this content is taken over already or under way: nothing to be done")


def file_shape(facts: FileFacts, *, most_left_out: int = SHOWN_IN_LIST) -> dict[str, Any]:
    """A file as its list shows it."""
    file = facts.file
    done, stopped = file.state == FileState.DONE.value, file.state in STOPPED
    return {
        "id": file.pk,
        "name": file.name,
        "size": file.size,
        "state": file.state,
        "stopping": file.cancel_wanted and not stopped,
        "asked_by": file.asked_by,
        "asked_at": file.asked_at,
        "finished_at": file.finished_at,
        "can_cancel": not done and not stopped and not file.cancel_wanted,
        "can_resume": stopped and facts.kept,
        "progress": None if done or stopped else {"share": share_of(facts.reached), "line": file.line},
        "report": _shown(report_of(file, facts.unknown_cards), most_left_out) if done else None,
        "problem": _problem(file) if file.problem else None,
        "earlier": _earlier(file.earlier, most_left_out) if file.earlier else None,
    }


def whole_shape(facts: FileFacts, unknown_days: Sequence[UnknownDay]) -> dict[str, Any]:
    """A file with everything that is known of it."""
    shape = file_shape(facts, most_left_out=KEPT_FAULTS)
    return {**shape, "unknown_days": [day._asdict() for day in unknown_days]}


def _shown(report: dict[str, Any], most_left_out: int) -> dict[str, Any]:
    return {**report, "left_out": report["left_out"][:most_left_out]}


def _earlier(report: dict[str, Any], most_left_out: int) -> dict[str, Any]:
    return {**_shown(report, most_left_out), "finished_at": datetime.fromisoformat(report["finished_at"])}


def _problem(file: GateLogFile) -> dict[str, Any]:
    told = file.problem or {}
    facts = told["facts"]
    return {
        "code": told["code"],
        "line": told["line"],
        "reason": told["reason"],
        "column": facts.get("column"),
        "names": facts.get("names", []),
        "found": facts.get("found", []),
    }
