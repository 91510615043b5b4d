"""Scenarios side by side as an xlsx file: what the screen shows, for those who defend the number elsewhere."""

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core import clock
from core.words import Language
from planning.api.scenario_words import SCENARIO_WORDS, WEEKDAYS

Shape = dict[str, Any]
Cell = str | int | float | None
Row = tuple[str, Callable[[Shape], Cell], str]

HEAD = PatternFill("solid", fgColor="E8F1FE")
HAIR = Border(bottom=Side(style="thin", color="CCCCCC"))
WHOLE, SHARE, TENTH, HUNDREDTH, TEXT = "#,##0", "0.0%", "#,##0.0", "#,##0.00", "@"
HEAD_ROW = 3


def scenario_workbook(scenarios: Sequence[Shape], language: Language, *, made_at: datetime) -> bytes:
    """The xlsx file: one column a scenario, then sheets of departments, sensitivity and distribution."""
    book = Workbook()
    words = SCENARIO_WORDS[language]
    front = book.worksheets[0]
    front.title = words["sheet"]
    made = made_at.astimezone(clock.city_zone())
    front.cell(1, 1, words["title"]).font = Font(size=16, bold=True)
    front.cell(2, 1, f"{words['made']} {made:%Y-%m-%d %H:%M}")
    _head(front, ["", *(one["name"] for one in scenarios)])
    for number, (label, value, form) in enumerate(_rows(scenarios, language), start=HEAD_ROW + 1):
        _line(front, number, [label, *(_or_empty(value, one) for one in scenarios)], [TEXT] + [form] * len(scenarios))
    _lay_out(front, 1 + len(scenarios))
    _departments(book.create_sheet(words["departments"]), scenarios, words)
    _sensitivity(book.create_sheet(words["sensitivity"]), scenarios, words)
    _distribution(book.create_sheet(words["distribution"]), scenarios, words)
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def safe(text: str) -> str:
    """Text without what no cell holds; what a spreadsheet would take for a formula has the mark that keeps it text."""
    held = ILLEGAL_CHARACTERS_RE.sub("", text)
    return f"'{held}" if held[:1] in ("=", "+", "-", "@", "\t", "\r") else held


def _rows(scenarios: Sequence[Shape], language: Language) -> list[Row]:
    words = SCENARIO_WORDS[language]
    percentiles = sorted({one for shape in scenarios for one in shape["answer"]["needed"]}, key=float)
    targets = sorted({target["days_a_year"] for shape in scenarios if (target := shape["answer"]["target"])})
    rows: list[Row] = [
        (words["basis"], lambda one: words[one["answer"]["method"]], TEXT),
        (words["source"], lambda one: words.get(one["answer"]["basis"]["source"] or "", ""), TEXT),
        (words["period"], _period, TEXT),
        (words["days"], lambda one: one["answer"]["basis"]["days"] or None, WHOLE),
        (words["coverage"], lambda one: one["answer"]["basis"]["coverage"]["share"], SHARE),
        (words["people"], lambda one: one["answer"]["on_roll"], TENTH),
        (words["growth"], lambda one: one["supposed"]["growth"], SHARE),
        (words["attendance"], lambda one: one["supposed"]["attendance"], SHARE),
        (words["attendance_rate"], lambda one: one["answer"]["basis"]["attendance_rate"], SHARE),
        (words["percentile"], lambda one: one["answer"]["percentile"], SHARE),
    ]
    for percentile in percentiles:
        shown = f"{float(percentile) * 100:g}"
        rows.append((words["needed"].format(percentile=shown), _needed(percentile), WHOLE))
        rows.append((words["interval"].format(percentile=shown), _interval(percentile), TEXT))
    rows += [
        (words["own"], lambda one: one["answer"]["cannot_share"], TENTH),
        (words["desks"], lambda one: one["answer"]["desks"], WHOLE),
        (words["ratio"], lambda one: one["answer"]["sharing_ratio"], HUNDREDTH),
        (words["inverse"], lambda one: (one["answer"]["inverse"] or 0) * 100, TENTH),
        (words["probability"], lambda one: one["answer"]["short"]["probability"], "0.00%"),
        (words["short_people"], lambda one: one["answer"]["short"]["people"], HUNDREDTH),
        (words["days_short"], lambda one: one["answer"]["short"]["days_a_year"], TENTH),
        (words["working_days"], lambda one: one["answer"]["basis"]["working_days_a_year"], WHOLE),
    ]
    rows += [(words["target"].format(days=days), _target(days), WHOLE) for days in targets]
    rows += [
        (words["weekday"].format(weekday=name), _weekday(number), WHOLE)
        for number, name in enumerate(WEEKDAYS[language])
    ]
    rows += [
        (words["withheld"], lambda one: one["answer"]["basis"]["withheld"], WHOLE),
        (words["facts_version"], lambda one: one["facts_version"], "0"),
        (words["stale"], lambda one: words["yes" if one["stale"] else "no"], TEXT),
    ]
    return rows


def _period(shape: Shape) -> str | None:
    basis = shape["answer"]["basis"]
    return f"{basis['from']} – {basis['to']}" if basis["from"] else None


def _needed(percentile: str) -> Callable[[Shape], Cell]:
    return lambda one: one["answer"]["needed"].get(percentile)


def _interval(percentile: str) -> Callable[[Shape], Cell]:
    def cell(one: Shape) -> Cell:
        found = (one["answer"]["interval"] or {}).get(percentile)
        return f"{found[0]:,} – {found[1]:,}" if found else None

    return cell


def _target(days: int) -> Callable[[Shape], Cell]:
    def cell(one: Shape) -> Cell:
        target = one["answer"]["target"]
        return target["needed"] if target and target["days_a_year"] == days else None

    return cell


def _weekday(weekday: int) -> Callable[[Shape], Cell]:
    return lambda one: next((row["needed"] for row in one["answer"]["by_weekday"] if row["weekday"] == weekday), None)


def _or_empty(value: Callable[[Shape], Cell], shape: Shape) -> Cell:
    return None if shape["answer"] is None else value(shape)


def _departments(sheet: Worksheet, scenarios: Sequence[Shape], words: Any) -> None:
    """Sections down, and for each scenario how many desks, between which, and for how many people."""
    columns = ("need", "low", "high", "on_roll", "presence")
    _head(
        sheet,
        [words["code"], words["department"], *(f"{one['name']} {words[c]}" for one in scenarios for c in columns)],
    )
    rows: dict[tuple[str, str], dict[int, list[Cell]]] = {}
    for number, shape in enumerate(scenarios):
        for row in shape["answer"]["by_department"]:
            key = (row["department"]["code"], row["department"]["name"])
            rows.setdefault(key, {})[number] = [row["needed"], *row["interval"], row["on_roll"], row["presence_mean"]]
    for place, (key, cells) in enumerate(sorted(rows.items()), start=HEAD_ROW + 1):
        empty: list[Cell] = [None] * len(columns)
        values = [value for number in range(len(scenarios)) for value in cells.get(number, empty)]
        _line(sheet, place, [*key, *values], [TEXT, TEXT] + [WHOLE, WHOLE, WHOLE, TENTH, TENTH] * len(scenarios))
    _lay_out(sheet, 2 + len(columns) * len(scenarios))


def _sensitivity(sheet: Worksheet, scenarios: Sequence[Shape], words: Any) -> None:
    columns = ("need", "days_short")
    _head(sheet, ["", words["change"], *(f"{one['name']} {words[c]}" for one in scenarios for c in columns)])
    place = HEAD_ROW + 1
    for kind in ("attendance", "growth"):
        changes = sorted({row["change"] for one in scenarios for row in one["answer"]["sensitivity"][kind]})
        for change in changes:
            values: list[Cell] = []
            for one in scenarios:
                row = next((row for row in one["answer"]["sensitivity"][kind] if row["change"] == change), None)
                values += [row["needed"], row["days_short"]] if row else [None, None]
            _line(sheet, place, [words[f"of_{kind}"], change, *values], [TEXT, SHARE] + [WHOLE, TENTH] * len(scenarios))
            place += 1
    _lay_out(sheet, 2 + 2 * len(scenarios))


def _distribution(sheet: Worksheet, scenarios: Sequence[Shape], words: Any) -> None:
    _head(sheet, [f"{one['name']} {words[c]}" for one in scenarios for c in ("up_to", "share")])
    most = max((len(one["answer"]["distribution"]) for one in scenarios), default=0)
    for number in range(most):
        values: list[Cell] = []
        for one in scenarios:
            rows = one["answer"]["distribution"]
            values += [rows[number]["people"], rows[number]["share"]] if number < len(rows) else [None, None]
        _line(sheet, HEAD_ROW + 1 + number, values, [WHOLE, "0.00%"] * len(scenarios))
    _lay_out(sheet, 2 * len(scenarios))


def _head(sheet: Worksheet, names: Sequence[str]) -> None:
    for column, name in enumerate(names, start=1):
        cell = sheet.cell(HEAD_ROW, column, safe(name))
        cell.font, cell.fill, cell.alignment = Font(bold=True), HEAD, Alignment(wrap_text=True, vertical="top")


def _line(sheet: Worksheet, row: int, values: Sequence[Cell], forms: Sequence[str]) -> None:
    for column, (value, form) in enumerate(zip(values, forms, strict=True), start=1):
        cell = sheet.cell(row, column, safe(value) if isinstance(value, str) else value)
        cell.number_format, cell.border = form, HAIR
        if isinstance(value, str) and column > 1:
            cell.alignment = Alignment(horizontal="right")


def _lay_out(sheet: Worksheet, columns: int) -> None:
    for column in range(1, columns + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 34 if column == 1 else 18
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    page = sheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape", sheet.PAPERSIZE_A4, 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
