"""Who passed which gate when, and the files that said so."""

from gates.models.files import GateLogFile, GateLogPart, UnknownCard
from gates.models.passages import Direction, GatePassage
from gates.models.staged import StagedPassage

__all__ = ["Direction", "GateLogFile", "GateLogPart", "GatePassage", "StagedPassage", "UnknownCard"]
