"""Departments in reports: which of them belong to a place, and what is said of one that is told of on no day."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pypdf
import pytest
from openpyxl import load_workbook

from occupancy.files.report import report_content
from occupancy.policies.periods import Period
from occupancy.policies.sources import PlaceKind, Source
from occupancy.selectors.reported import Reported, place_of
from tests.factories.occupancy import department_day, fact_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

FRIDAY = date(2026, 11, 27)
PERIOD = {"from": "2026-11-27", "to": "2026-11-27"}
DEMAND = {
    "due": 9,
    "as_booked": 4,
    "no_show": 3,
    "not_used": 2,
    "cancelled": 1,
    "walk_ups": 1,
    "check_ins": 6,
    "spilled_over": 2,
    "refused": 7,
    "refused_by_rule": 8,
    "booked_minutes": 600,
    "unused_minutes": 60,
    "early_leave_minutes": 30,
}


@pytest.fixture
def friday(hall):
    """観光課 with ten people is told of, 広聴課 with three is not."""
    fact_day(FRIDAY)
    for code, people in (("030202", 3), ("100101", 10)):
        department_day(hall.departments[code], FRIDAY, on_roll=people, published=people > 4, **DEMAND)
    return hall


def sections(facilities, **asked):
    answer = facilities.get("/api/v1/occupancy/departments/", {**PERIOD, **asked}).json()
    return [row["department"]["code"] for row in answer["rows"]], answer["withheld"]


def test_a_place_has_the_departments_that_are_at_home_in_it(facilities, friday):
    for place in ({}, {"building": friday.building.pk}):
        assert sections(facilities, **place) == (["100101"], 1)
    for place in ({"floor": friday.floors["7"].pk}, {"area": friday.areas["07A"].pk}):
        assert sections(facilities, **place) == (["100101"], 0)
    assert sections(facilities, floor=friday.floors["6"].pk) == ([], 1)
    assert sections(facilities, area=friday.areas["06C"].pk) == ([], 0)
    assert sections(facilities, department=friday.departments["10"].pk) == (["100101"], 0)
    assert sections(facilities, department=friday.departments["10"].pk, under=friday.departments["03"].pk)[0] == []


def test_everybody_of_the_past_counts_wherever_their_department_hangs_today(facilities, friday):
    bureau = friday.departments["03"]
    department_day(bureau, FRIDAY, on_roll=10, published=True, checked_in=(4, {"9:00": 4}))
    before = facilities.get("/api/v1/occupancy/summary/", PERIOD).json()["figures"]
    assert (before["attendance_rate"]["value"], before["attendance_rate"]["on_roll"]) == (0.4, 10.0)
    bureau.kind, bureau.parent, bureau.lineage = "division", friday.departments["10"], []
    bureau.save()
    assert facilities.get("/api/v1/occupancy/summary/", PERIOD).json()["figures"] == before


def reported(hall, code):
    place = place_of(PlaceKind.DEPARTMENT, hall.departments[code].pk)
    assert place is not None
    return Reported(Period(FRIDAY, FRIDAY), place, Source.BOOKING)


def values_of(figures):
    return [value for figure in figures.values() for value in figure.values()]


def test_a_department_that_is_withheld_has_no_figure_and_no_nought(facilities, friday):
    asked = {**PERIOD, "department": friday.departments["030202"].pk}
    other = {"compare_from": "2026-11-27", "compare_to": "2026-11-27"}
    answer = facilities.get("/api/v1/occupancy/summary/", {**asked, **other}).json()
    for told in (answer, answer["compared"]):
        assert set(values_of(told["figures"])) == {None}
        assert told["scope"]["withheld"]["departments"] == 1
    of_ten = facilities.get("/api/v1/occupancy/summary/", {**asked, "department": friday.departments["100101"].pk})
    figures = of_ten.json()["figures"]
    assert (figures["refused"], figures["spilled_over"]) == ({"value": 7, "by_rule": 8}, {"value": 2})
    assert figures["booked_actual"]["unused_hours"] == 1.0


def test_files_show_a_withheld_department_as_they_show_what_is_not_known(facilities, friday):
    asked = {**PERIOD, "department": friday.departments["030202"].pk}
    told = facilities.get("/api/v1/occupancy/export/", {**asked, "file": "csv", "table": "summary"}).content
    _head, *rows = csv.reader(StringIO(told.decode("utf-8-sig")))
    assert {row[1] for row in rows} == {""}
    book = load_workbook(BytesIO(facilities.get("/api/v1/occupancy/export/", {**asked, "file": "xlsx"}).content))
    assert {row[1].value for row in book["主な数値"].iter_rows(min_row=2)} == {None}
    said = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert "–" in said
    assert "この所属の数値は、5人未満の人のことがわかるため出していません。「–」は0ではありません。" in said
    paper = pypdf.PdfReader(BytesIO(facilities.get("/api/v1/occupancy/export/", {**asked, "file": "pdf"}).content))
    assert "5人未満の人のことがわかるため" in "".join(page.extract_text() for page in paper.pages)
    content = report_content(reported(friday, "030202"), "en", made_at=datetime(2026, 11, 30, tzinfo=UTC))
    assert {one.value for one in content.headlines} == {"–"}


def test_a_departments_peaks_are_drawn_without_desks(friday):
    content = report_content(reported(friday, "100101"), "en", made_at=datetime(2026, 11, 30, tzinfo=UTC))
    assert content.peaks is not None
    assert (content.peaks.p95, content.peaks.in_service) == (0, None)
    assert content.notes[1].startswith("Departments of fewer than five")
