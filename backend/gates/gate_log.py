"""The seam to the gate system: which log it writes, and its words for the services of this app."""

from django.conf import settings

from core import clock
from integrations.gates import Direction, Fault, FaultyLine, GateLogUnreadable, LogSource, Passage, Trouble
from integrations.gates.csv_log import DIRECTIONS, Columns, CsvGateLog
from integrations.gates.on_disk import LogOnDisk

__all__ = [
    "CsvGateLog",
    "Direction",
    "Fault",
    "FaultyLine",
    "GateLogUnreadable",
    "LogOnDisk",
    "LogSource",
    "Passage",
    "Trouble",
    "gate_log_in",
]


def gate_log_in(source: LogSource) -> CsvGateLog:
    """The log in `source`, plain or packed by gzip, as the settings describe it; its clock times are the city's."""
    told = settings.GATE_LOG
    return CsvGateLog(
        source,
        clock.city_zone(),
        columns=Columns(**{column: names for column, names in told["columns"].items() if names}),
        directions=_directions(told["words"]),
        first_day=told["first_day"],
    )


def _directions(words: dict[str, tuple[str, ...]]) -> dict[str, Direction]:
    directions = {word: direction for word, direction in DIRECTIONS.items() if not words[direction.value]}
    for direction in Direction:
        directions.update(dict.fromkeys((word.casefold() for word in words[direction.value]), direction))
    return directions
