"""How near to the bound 107 sections are placed on ten floors of the demonstration hall, in a minute on two cores."""

import csv
import re
import time
from collections import Counter
from pathlib import Path

from planning.policies.placing import FloorRoom, PlacementProblem, Section, near_by_lineage, terms_of
from planning.policies.placing_checks import breaks_nothing
from planning.solver.search import Search
from tests.load.figures import Figures

HALL = Path(__file__).parents[2] / "demonstration" / "hall"
DESKS_A_PERSON = 0.6
"""1,742 desks for 2,045: with 0.7 the hall is 99 % full."""
SECONDS = 60
GAP = 0.02
DIVISION, BUREAU, COUNTER, MOVE = 4, 2, 2, 3
CANCELLED_AFTER = 3.0


def measure_placement(figures: Figures) -> None:
    """Once to the end, and once stopped after three seconds."""
    problem = hall_problem()
    search = Search(problem, seconds=SECONDS, gap=GAP)
    search.start()
    first = None
    while not search.wait(0.2):
        if first is None and search.progress().best is not None:
            first = search.progress().seconds
    found = search.outcome()
    cost = terms_of(problem, found.placed).total if found.placed else 0
    gap = (cost - found.bound) / cost if cost else 0.0
    what = f"{len(problem.sections)} sections on {len(problem.floors)} floors"
    figures.told(f"{what}: objective / bound", f"{cost} / {found.bound}")
    figures.told(f"{what}: gap after {found.seconds:.0f} s", f"{gap:.1%}", "≤ 2 %, or stated", found.placed is not None)
    figures.most(f"{what}: until it ends", found.seconds, SECONDS + 1, " s", digits=1)
    figures.told(f"{what}: first placement after", "-" if first is None else f"{first:.1f} s")
    kept = found.placed is not None and breaks_nothing(problem, found.placed)
    figures.told(f"{what}: capacity and one floor each", "kept" if kept else "broken", "kept", kept)
    figures.most("a search that is stopped ends after", _stopped_after(problem), 2, " s", digits=1)


def _stopped_after(problem: PlacementProblem) -> float:
    search = Search(problem, seconds=SECONDS, gap=0.0)
    search.start()
    search.wait(CANCELLED_AFTER)
    pressed = time.monotonic()
    search.stop()
    search.wait(SECONDS)
    return time.monotonic() - pressed


def hall_problem() -> PlacementProblem:
    """The demonstration hall as it is at home today, with desks for six of ten people and the usual weights."""
    roll = Counter(re.findall(r"^departmentNumber: (\S+)", (HALL / "directory.ldif").read_text("utf-8"), re.MULTILINE))
    home = {code: row["floor"] for row in _rows("areas") for code in row["departments"].split()}
    desks = Counter(row["floor"] for row in _rows("desks") if row["mode"] != "unavailable")
    sections = [
        Section(
            id=int(row["code"]),
            desks=max(1, round(roll[row["code"]] * DESKS_A_PERSON)),
            counter=row["counter_duty"] == "1",
            home=int(home[row["code"]]),
            lineage=(int(row["code"][:2]), int(row["code"][:4])),
        )
        for row in _rows("departments")
        if row["kind"] == "課"
    ]
    above = {department for section in sections for department in section.lineage}
    weights = {department: BUREAU if department < 100 else DIVISION for department in above}
    return PlacementProblem(
        sections=tuple(sections),
        floors=tuple(FloorRoom(int(floor), count, int(floor)) for floor, count in sorted(desks.items())),
        near=near_by_lineage(sections, weight_by_department=weights),
        counter_weight=COUNTER,
        move_weight=MOVE,
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (HALL / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
