"""The seam to the gate system: which log it writes, and its words for the services of this app."""

from pathlib import Path

from core import clock
from integrations.gates import Direction, FaultyLine, GateLogUnreadable, Passage
from integrations.gates.csv_log import CsvGateLog

__all__ = ["CsvGateLog", "Direction", "FaultyLine", "GateLogUnreadable", "Passage", "gate_log_in_file"]


def gate_log_in_file(path: Path) -> CsvGateLog:
    """The log in a CSV file, plain or packed by gzip; its clock times are the city's."""
    return CsvGateLog(path, clock.city_zone())
