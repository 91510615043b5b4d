"""Logs of gates: who passed which gate when, as the gate system writes it down."""

from integrations.gates.port import Direction, FaultyLine, GateLogUnreadable, Passage

__all__ = ["Direction", "FaultyLine", "GateLogUnreadable", "Passage"]
