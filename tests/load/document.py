"""docs/benchmarks.md from the figures."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from tests.load.figures import Figures, table

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
LARGEST_RATIO = 1.3
NOTES = "## Notes"


def comparison(small: Figures, city: Figures) -> Figures:
    """What city scale costs, against the smaller size: time for the same answer."""
    ratios = Figures("city ÷ small")
    for name in ("availability, c=16", "availability, answered 304, c=16", "bookings by distinct people, c=16"):
        ratios.most(
            name.replace(", c=16", ", time"), small.numbers[name] / city.numbers[name], LARGEST_RATIO, " ×", digits=2
        )
    return ratios


def write_document(every: list[Figures], ratios: Figures | None, seconds: int) -> None:
    """Write the tables with how they were made."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    lines = [
        "# Benchmarks",
        "",
        f"Written by `make bench` on {datetime.now(UTC).date()}: {os.cpu_count()} cores and {memory:.0f} GB"
        f" of memory, shared by PostgreSQL, the server, the worker and the load; Python {platform.python_version()}.",
        "",
        "The server runs as in production: granian with a process a core and four threads each, no DEBUG, and the",
        f"embedded PostgreSQL with fsync on. Reads come from wrk (one thread, 16 connections, {seconds} seconds after",
        "a warm-up), each by another person in turn and of every floor in turn, compressed as browsers ask for it.",
        "No whole answer is kept in a cache; a floor's state is kept in each process as long as its revision stands",
        "(decision 0003), and every request reads session and revision anew. Bookings come from an asyncio client",
        "over kept connections. The data is made by COPY (tests/load); the exclusion constraints are put back over it,",
        "which proves it.",
        "",
        *table(every),
    ]
    if ratios:
        lines += ["", "## City scale against the smaller size", "", *table([ratios])]
    if notes := _notes():
        lines += ["", notes]
    DOCUMENT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _notes() -> str:
    """What somebody wrote below the figures, from its heading on; it is kept when the figures are written anew."""
    before = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else ""
    _, heading, notes = before.partition(NOTES)
    return (heading + notes).strip()
