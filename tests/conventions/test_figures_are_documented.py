"""docs/occupancy.md defines every figure that a report tells, by the name of the API and by the word on the screen."""

import json
import re
from pathlib import Path

import pytest

from occupancy.api.report_answers import (
    BookedActualSerializer,
    DailyPeakSerializer,
    DepartmentRowSerializer,
    FloorRowSerializer,
    OccupancyFiguresSerializer,
)
from occupancy.policies.reporting_units import SMALLEST_GROUP
from occupancy.policies.sources import COVERAGE_OF, PresenceSource, Source

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "occupancy.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", PAGE, re.MULTILINE))
SOURCES = re.findall(r"^\| `(\w+)` \S+ \|[^|]+\| `(\w+)`", PAGE, re.MULTILINE)
FIGURES = set(OccupancyFiguresSerializer().fields)
WORDS = json.loads((ROOT / "frontend" / "src" / "locales" / "ja" / "occupancy.json").read_text("utf-8"))["figure"]


def test_every_figure_has_a_row():
    assert set(ROWS) >= FIGURES | {"p95", "full_days", "presence"}


@pytest.mark.parametrize("serializer", [BookedActualSerializer, DailyPeakSerializer])
def test_every_part_of_a_figure_is_named(serializer):
    named = set(re.findall(r"`(\w+)`", PAGE))
    assert set(serializer().fields) - {"walk_up", "in_service"} <= named


def test_figures_of_rows_are_those_of_the_page():
    told = set(FloorRowSerializer().fields) | set(DepartmentRowSerializer().fields)
    plain = {"floor", "department", "areas", "days", "on_roll", "in_service", "withheld_desks", "presence_source"}
    assert told - plain <= set(ROWS)


def test_a_figure_is_called_on_the_page_as_on_the_screen():
    called = {name: WORDS[name]["label"].removesuffix(" p95") for name in FIGURES & set(WORDS)}
    assert called == {name: ROWS[name].strip() for name in called}


def test_every_source_stands_there_with_its_coverage():
    assert dict(SOURCES) == {source.value: COVERAGE_OF[source].value for source in Source}
    assert {f"`{one.value}`" for one in PresenceSource} <= set(re.findall(r"`\w+`", PAGE))


def test_the_page_says_how_many_are_too_few():
    assert SMALLEST_GROUP == 5
    assert "fewer than five people" in PAGE
