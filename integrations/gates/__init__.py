"""Logs of gates: who passed which gate when, as the gate system writes it down."""

from integrations.gates.port import Direction, Fault, FaultyLine, GateLogUnreadable, LogSource, Passage, Trouble

__all__ = ["Direction", "Fault", "FaultyLine", "GateLogUnreadable", "LogSource", "Passage", "Trouble"]
