"""Runs of the directory, and transfers planned for a day."""

from directory.models.run import DirectoryRun, RunChange, RunFinding
from directory.models.transfer import PlannedTransfer, TransferEntry

__all__ = ["DirectoryRun", "PlannedTransfer", "RunChange", "RunFinding", "TransferEntry"]
