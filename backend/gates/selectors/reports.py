"""What came of a file, as it is told."""

from typing import Any

from gates.models import GateLogFile


def report_of(file: GateLogFile, unknown_cards: int) -> dict[str, Any]:
    """The counts of a file that is done, its days, and the first of the lines that were left out."""
    return {
        "read": file.read,
        "skipped_lines": file.skipped_lines,
        "new": file.new,
        "doubles": file.doubles,
        "unknown": file.unknown,
        "unknown_cards": unknown_cards,
        "future": file.future,
        "faulty": file.faulty,
        "first_day": file.first_day and file.first_day.isoformat(),
        "last_day": file.last_day and file.last_day.isoformat(),
        "left_out": file.faults,
    }


def report_to_keep(file: GateLogFile) -> dict[str, Any]:
    """The report of a file that was done and is read again, with when that was; kept until the new one is done."""
    cards = file.unknown_cards.filter(staged=False).values("card").distinct().count()
    return {**report_of(file, cards), "finished_at": file.finished_at and file.finished_at.isoformat()}
