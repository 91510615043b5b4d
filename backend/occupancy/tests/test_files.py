"""Reports as files say what the screen says, in both languages, and nothing that a spreadsheet would carry out."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pypdf
import pytest
from openpyxl import load_workbook

from occupancy.files.comma_separated import comma_separated
from occupancy.files.content import Column, Content, Form, Table
from occupancy.files.report import TABLES, report_content
from occupancy.files.sheets import printed, report_sheets
from occupancy.files.words import WORDS
from occupancy.files.workbook import report_workbook
from occupancy.models import FloorCount
from occupancy.policies.periods import Period
from occupancy.policies.sources import PlaceKind, Source
from occupancy.selectors.reported import Reported, place_of
from occupancy.services.building import build_days
from occupancy.tests.days import FRIDAY, booked, on_friday
from people.models import Department, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

EXPORT = "/api/v1/occupancy/export/"
PERIOD = {"from": "2026-11-26", "to": "2026-11-27"}


@pytest.fixture
def friday(hall):
    booked(hall, "agatsuma", "06A-001", came="8:30")
    booked(hall, "yamada", "06A-002", "8:30", "12:00", came="8:30")
    list(build_days(date(2026, 11, 26), FRIDAY))
    return hall


def cells(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize(("language", "title", "floors"), [("ja", "利用状況", "階ごと"), ("en", "Occupancy", "Floors")])
def test_the_workbook_has_every_table_and_the_figures_of_the_screen(friday, facilities, language, title, floors):
    Person.objects.filter(pk=friday.person("kudo")).update(language=language)
    answer = facilities.get(EXPORT, {**PERIOD, "file": "xlsx"})
    assert answer["Content-Disposition"] == 'attachment; filename="occupancy-20261126-20261127.xlsx"'
    book = load_workbook(BytesIO(answer.content))
    assert book.sheetnames[0] == title
    assert len(book.sheetnames) == 1 + len(TABLES) - 1
    told = facilities.get("/api/v1/occupancy/floors/", PERIOD).json()
    shown = cells(book[floors])[1:]
    assert [row[0] for row in shown] == [row["floor"]["name"] for row in told["rows"]]
    assert [row[2] for row in shown] == [row["average_utilisation"] for row in told["rows"]]


def test_a_floor_has_its_desks_too(friday, facilities):
    floor = friday.floors["6"].pk
    book = load_workbook(BytesIO(facilities.get(EXPORT, {**PERIOD, "file": "xlsx", "floor": floor}).content))
    rows = {row[0]: row for row in cells(book["席ごと"])}
    assert rows["06A-001"][2] == 9.0


@pytest.mark.parametrize("table", TABLES)
def test_each_table_is_there_as_csv(friday, facilities, table):
    answer = facilities.get(EXPORT, {**PERIOD, "file": "csv", "table": table})
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/csv")
    text = answer.content.decode("utf-8-sig")
    head, *rows = csv.reader(StringIO(text))
    assert all(len(row) == len(head) for row in rows)
    assert answer.content.startswith(b"\xef\xbb\xbf")


def test_the_sheets_are_a4_with_their_fonts_and_definitions(friday, facilities):
    answer = facilities.get(EXPORT, {**PERIOD, "file": "pdf"})
    assert answer["Content-Type"] == "application/pdf"
    paper = pypdf.PdfReader(BytesIO(answer.content))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in paper.pages} == {(595, 842)}
    text = "".join(page.extract_text() for page in paper.pages)
    for said in ("利用状況", "2026年11月26日", "平均利用率", WORDS["ja"]["daily_peak_definition"][:12], "ページ 1 /"):
        assert said in text.replace("\n", "")
    embedded, missing = paper.pages[0]._get_fonts()
    assert any("NotoSansJP-400" in font for font in embedded)
    assert not [font for font in missing if "Noto" in font]


def test_two_periods_stand_beside_each_other(friday, facilities):
    """Friday, with two desks taken, and Thursday, when nobody came."""
    asked = {"from": "2026-11-27", "to": "2026-11-27", "compare_from": "2026-11-26", "compare_to": "2026-11-26"}

    def rows(table):
        answer = facilities.get(EXPORT, {**asked, "file": "csv", "table": table})
        return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))

    head, *figures = rows("summary")
    assert head == ["数値", "値", "単位", "くらべる期間の値", "差"]
    assert ["日最大 p95", "2", "席", "0", "2"] in figures
    head, day = rows("timeline")
    assert head[:5] == ["日", "日最大", "くらべる期間の日", "くらべる期間の日最大", "差"]
    assert day[:6] == ["2026-11-27", "2", "2026-11-26", "0", "2", "08:30"]
    book = load_workbook(BytesIO(facilities.get(EXPORT, {**asked, "file": "xlsx"}).content))
    head, day = cells(book["日最大の推移"])
    assert head[:5] == ["日", "日最大", "くらべる期間の日", "くらべる期間の日最大", "差"]
    assert (day[1], f"{day[2]:%Y-%m-%d}", day[3], day[4]) == (2, "2026-11-26", 0, 2)
    paper = pypdf.PdfReader(BytesIO(facilities.get(EXPORT, {**asked, "file": "pdf"}).content))
    text = "".join(page.extract_text() for page in paper.pages).replace("\n", "")
    assert "予約どおり来た" in text
    assert "棒はこの期間" in text


def test_without_another_period_a_timeline_has_only_its_own_columns(friday, facilities):
    answer = facilities.get(EXPORT, {**PERIOD, "file": "csv", "table": "timeline"})
    head, *days = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    assert head == ["日", "日最大", "時刻", "出社した人", "使える席", "平均利用率", "途中"]
    assert [day[0] for day in days] == ["2026-11-26", "2026-11-27"]


@pytest.mark.parametrize("wrong", [{"file": "docx"}, {}, {"file": "csv", "table": "people"}])
def test_another_file_or_table_is_refused(facilities, wrong):
    assert facilities.get(EXPORT, {**PERIOD, **wrong}).status_code == 400


def test_a_place_that_is_not_there_is_not_found(facilities):
    assert facilities.get(EXPORT, {**PERIOD, "file": "pdf", "floor": 999_999}).status_code == 404


def test_a_period_without_facts_is_a_report_that_says_so(hall):
    place = place_of(PlaceKind.ALL, None)
    assert place is not None
    reported = Reported(Period(date(2026, 1, 5), date(2026, 1, 9)), place, Source.GATE)
    content = report_content(reported, "en", made_at=datetime(2026, 11, 30, tzinfo=UTC))
    assert (content.peaks, content.heat_map, content.bars) == (None, None, None)
    assert {one.value for one in content.headlines} <= {"–", "0"}
    assert report_sheets(content).startswith(b"%PDF")


def test_a_floor_that_was_never_counted_as_a_whole_has_a_share_and_no_peak(friday):
    FloorCount.objects.create(
        day=FRIDAY,
        at=on_friday("10:05"),
        floor=friday.floors["6"],
        area=friday.areas["06A"],
        in_use=2,
        in_service=5,
    )
    place = place_of(PlaceKind.ALL, None)
    assert place is not None
    reported = Reported(Period(date(2026, 11, 26), FRIDAY), place, Source.COUNT)
    content = report_content(reported, "en", made_at=datetime(2026, 11, 30, tzinfo=UTC))
    assert content.bars is not None
    assert [said for _name, _share, said in content.bars.rows] == ["40.0%"]
    assert report_sheets(content).startswith(b"%PDF")


def test_a_name_that_looks_like_a_formula_stays_text(friday, facilities):
    Department.objects.update(name='=HYPERLINK("http://x")')
    table = Table("t", "T", [Column("name"), Column("n", Form.WHOLE)], [("=1+1", -3), ("@x", 4)])
    assert comma_separated(table).decode("utf-8-sig").splitlines() == ["name,n", "'=1+1,-3", "'@x,4"]
    book = load_workbook(BytesIO(facilities.get(EXPORT, {**PERIOD, "file": "xlsx"}).content))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_a_name_with_a_character_that_no_sheet_may_hold_keeps_no_workbook_back():
    content = Content("T", [], [], datetime(2026, 11, 30, tzinfo=UTC), "", "", "", [], [
        Table("t", "names", [Column("name")], [("広聴\x0b課",)])
    ])  # fmt: skip
    assert load_workbook(BytesIO(report_workbook(content)))["names"]["A2"].value == "広聴 課"


def test_both_languages_have_the_same_words():
    assert WORDS["ja"].keys() == WORDS["en"].keys()


def test_numbers_are_written_for_people():
    forms = [
        (0.7534, Form.SHARE),
        (2045, Form.WHOLE),
        (22.84, Form.TENTH),
        (1.4175, Form.HUNDREDTH),
        (11136, Form.HUNDREDTH),
        (None, Form.WHOLE),
    ]
    assert [printed(*one) for one in forms] == ["75.3%", "2,045", "22.8", "1.42", "11,136", "–"]
