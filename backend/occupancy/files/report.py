"""A whole report, gathered from what the API tells: the same figures, and the same left out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from core.words import Language
from occupancy.files.content import Bars, Content, Headline, HeatMap, Peaks, Table
from occupancy.files.tables import (
    Told,
    areas_table,
    departments_table,
    desks_table,
    features_table,
    floors_table,
    heat_map_table,
    summary_table,
)
from occupancy.files.timeline_table import rows_that_meet, timeline_table
from occupancy.files.words import WORDS, weekdays_in
from occupancy.policies.periods import By, Period
from occupancy.policies.sources import Counts, PlaceKind
from occupancy.selectors.department_report import departments_report
from occupancy.selectors.desk_report import desks_report
from occupancy.selectors.feature_report import features_report
from occupancy.selectors.heat_map import heat_map
from occupancy.selectors.place_reports import areas_report, floors_report
from occupancy.selectors.reported import Reported
from occupancy.selectors.summary import summary
from occupancy.selectors.timeline import timeline

TABLES = ("summary", "timeline", "heatmap", "floors", "areas", "departments", "desks", "features")
"""The tables that a report has, by the names they have in addresses."""
PRINTED = ("floors", "departments")
PRINTED_COMPARED = ("summary",)
MOST_DAYS_DRAWN = 130
"""More bars than these are no longer told apart on A4; then the peaks are of weeks."""
_WITH_DESKS = (PlaceKind.FLOOR, PlaceKind.AREA)


def report_content(
    reported: Reported, language: Language, *, made_at: datetime, compared: Period | None = None
) -> Content:
    """Everything a file of this report says, in one language."""
    words = WORDS[language]
    now = summary(reported)
    then = summary(replace(reported, period=compared)) if compared else None
    over_time, over_other_time = _over_time(reported, compared, By.DAY)
    drawn, other_drawn = over_time, over_other_time
    if len(over_time["rows"]) > MOST_DAYS_DRAWN:
        drawn, other_drawn = _over_time(reported, compared, By.WEEK)
    by_hour, floors = heat_map(reported), floors_report(reported)
    return Content(
        title=words["title"],
        about=_about(now["scope"], then and then["scope"], language),
        notes=_notes(now, floors, language),
        made_at=made_at,
        made_word=words["made"],
        page_word=words["page"],
        definitions_word=words["definitions"],
        headlines=_headlines(now, language),
        tables=[
            summary_table(now, then, language),
            timeline_table(over_time, over_other_time, language),
            heat_map_table(by_hour, language),
            floors_table(floors, language),
            areas_table(areas_report(reported), language),
            departments_table(_departments(reported), language),
            *([_desks(reported, language)] if reported.place.kind in _WITH_DESKS else []),
            features_table(features_report(reported), language),
        ],
        peaks=_peaks(drawn, other_drawn, language),
        heat_map=_heat_map(by_hour, language),
        bars=_bars(floors, language),
        printed_first=PRINTED_COMPARED if compared else (),
        printed=PRINTED,
    )


def report_table(reported: Reported, key: str, language: Language, *, compared: Period | None = None) -> Table:
    """One table of a report by its name in `TABLES`; of desks without a floor or area, those that were never used."""

    def of_summary() -> Table:
        then = summary(replace(reported, period=compared)) if compared else None
        return summary_table(summary(reported), then, language)

    made: Mapping[str, Callable[[], Table]] = {
        "summary": of_summary,
        "timeline": lambda: timeline_table(*_over_time(reported, compared, By.DAY), language),
        "heatmap": lambda: heat_map_table(heat_map(reported), language),
        "floors": lambda: floors_table(floors_report(reported), language),
        "areas": lambda: areas_table(areas_report(reported), language),
        "departments": lambda: departments_table(_departments(reported), language),
        "desks": lambda: _desks(reported, language),
        "features": lambda: features_table(features_report(reported), language),
    }
    return made[key]()


def _over_time(reported: Reported, compared: Period | None, by: By) -> tuple[Told, Told | None]:
    """The timelines of the period and of the one that is compared."""
    other = timeline(replace(reported, period=compared), by) if compared else None
    return timeline(reported, by), other


def _departments(reported: Reported) -> Told:
    return departments_report(reported, kind="section", under=None)


def _desks(reported: Reported, language: Language) -> Table:
    never_used = reported.place.kind not in _WITH_DESKS
    return desks_table(desks_report(reported, slot=None, never_used=never_used), language)


def day_in_words(day: date, language: Language) -> str:
    """A day with its year."""
    return f"{day.year}年{day.month}月{day.day}日" if language == "ja" else f"{day.day} {day:%b %Y}"


def _short_day(day: date, language: Language) -> str:
    return f"{day.month}/{day.day}" if language == "ja" else f"{day.day} {day:%b}"


def _about(scope: Told, other: Told | None, language: Language) -> list[tuple[str, str]]:
    words = WORDS[language]
    coverage = scope["coverage"]
    share = words["unknown_share"] if coverage["share"] is None else _percent(coverage["share"])
    return [
        (words["period"], _period(scope, language)),
        *([(words["compared"], _period(other, language))] if other else []),
        (words["place"], scope["place"]["name"] or words["everything"]),
        (words["source"], words[f"source_{scope['source']}"]),
        (words["coverage"], words[f"coverage_{coverage['says']}"].format(share=share)),
    ]


def _period(scope: Told, language: Language) -> str:
    return WORDS[language]["period_says"].format(
        first=day_in_words(scope["from"], language),
        last=day_in_words(scope["to"], language),
        days=scope["working_days"],
    )


def _notes(told: Told, floors: Told, language: Language) -> list[str]:
    words, scope = WORDS[language], told["scope"]
    people = scope["counts"] == Counts.PEOPLE.value
    withheld = scope["working_days"] and told["figures"]["refused"]["value"] is None
    estimated = scope["coverage"]["estimated_share"]
    full = [row["floor"]["name"] for row in floors["rows"] if row["full_days"]]
    full_says = "note_full_people" if people else "note_full"
    counted = {
        "note_withheld_desks": scope["withheld"]["desks"],
        "note_missing": scope["missing_days"],
        "note_provisional": scope["provisional_days"],
    }
    return [
        *([words["note_people"]] if people else []),
        words["note_withheld" if withheld else "note_small"],
        *(words[note].format(count=count) for note, count in counted.items() if count),
        *([words["note_estimated"].format(share=_percent(estimated))] if estimated else []),
        *([words[full_says].format(floors=words["and"].join(full))] if full else []),
    ]


def _headlines(told: Told, language: Language) -> list[Headline]:
    words, figures = WORDS[language], told["figures"]
    people = told["scope"]["counts"] == Counts.PEOPLE.value
    peak, attendance, sharing = figures["daily_peak"], figures["attendance_rate"], figures["sharing_ratio"]
    no_shows, walk_ups = figures["no_show_rate"], figures["walk_up_rate"]

    def line(name: str, value: str | None, unit: str, **says: Any) -> Headline:
        meaning = words.get(f"{name}_people", "") if people else ""
        return Headline(
            label=words[name],
            value="–" if value is None else value,
            unit="" if value is None else words[unit],
            meaning="" if value is None else (meaning or words[f"{name}_note"].format(**says)),
            definition=words[f"{name}_definition"],
        )

    return [
        line("average_utilisation", _of_hundred(figures["average_utilisation"]["value"]), "percent"),
        line(
            "daily_peak",
            _whole(peak["p95"]),
            "people" if people else "desks",
            mean=_whole(peak["mean"]),
            max=_whole(peak["max"]),
            on=peak["max_on"] and _short_day(peak["max_on"], language),
        ),
        line(
            "attendance_rate",
            _of_hundred(attendance["value"]),
            "percent",
            present=_whole(attendance["present"]),
            on_roll=_whole(attendance["on_roll"]),
            source=words[f"source_{attendance['source']}"] if attendance["source"] else "",
        ),
        line(
            "sharing_ratio",
            None if sharing["value"] is None else f"{sharing['value']:.2f}",
            "people",
            desks=f"{(sharing['inverse'] or 0) * 100:.1f}",
        ),
        line(
            "no_show_rate",
            _of_hundred(no_shows["value"]),
            "percent",
            due=_whole(no_shows["due"]),
            count=_whole(no_shows["no_shows"]),
        ),
        line("refused", _whole(figures["refused"]["value"]), "wishes", count=_whole(figures["refused"]["by_rule"])),
        line("telework_rate", _of_hundred(figures["telework_rate"]["value"]), "percent"),
        line(
            "walk_up_rate",
            _of_hundred(walk_ups["value"]),
            "percent",
            due=_whole(walk_ups["check_ins"]),
            count=_whole(walk_ups["walk_ups"]),
        ),
        line(
            "never_used",
            _whole(figures["never_used"]["value"]),
            "desks",
            desks=_whole(figures["never_used"]["desks"]),
        ),
    ]


def _peaks(told: Told, compared: Told | None, language: Language) -> Peaks | None:
    words = WORDS[language]
    if told["p95"] is None:
        return None
    met = [(one.day, _peak_of(now), _peak_of(other)) for one, now, other in rows_that_meet(told, compared)]
    known = [one for one in met if one[1:] != (None, None)]
    people = told["scope"]["counts"] == Counts.PEOPLE.value
    return Peaks(
        title=words["timeline_title_people" if people else "timeline_title"],
        days=[day for day, _now, _other in known],
        peaks=[now for _day, now, _other in known],
        others=[other for _day, _now, other in known] if compared else (),
        p95=told["p95"],
        in_service=max((row["in_service"] for row in told["rows"] if row["in_service"] is not None), default=None),
        p95_word=words["p95"],
        in_service_word=words["desks"],
        note=words["timeline_compared"].format(period=_period(compared["scope"], language)) if compared else "",
    )


def _peak_of(row: Told | None) -> int | None:
    peak: int | None = None if row is None else row["peak"]
    return peak


def _heat_map(told: Told, language: Language) -> HeatMap | None:
    words, weekdays = WORDS[language], weekdays_in(language)
    if not any(cell is not None for row in told["rows"] for cell in row["cells"]):
        return None
    people = told["scope"]["counts"] == Counts.PEOPLE.value
    return HeatMap(
        title=words["heatmap_title_people" if people else "heatmap_title"],
        slots=told["slots"],
        weekdays=[weekdays[row["weekday"]] for row in told["rows"]],
        shares=[[cell and cell["share"] for cell in row["cells"]] for row in told["rows"]],
    )


def _bars(floors: Told, language: Language) -> Bars | None:
    rows = [row for row in floors["rows"] if row["average_utilisation"] is not None]
    if not rows:
        return None
    return Bars(
        title=WORDS[language]["floors_title"],
        rows=[
            (
                row["floor"]["name"],
                row["average_utilisation"],
                _beside_bar(row),
            )
            for row in rows
        ],
    )


def _beside_bar(row: Told) -> str:
    """Where a floor was never counted as a whole it has a share and no peak."""
    share = _percent(row["average_utilisation"])
    peak, desks = _whole(row["daily_peak"]["p95"]), _whole(row["in_service"])
    return share if peak is None else f"{share}　{peak} / {desks}"


def _percent(share: float) -> str:
    return f"{share * 100:.1f}%"


def _of_hundred(share: float | None) -> str | None:
    return None if share is None else f"{share * 100:.1f}"


def _whole(number: float | None) -> str | None:
    return None if number is None else f"{number:,.0f}"
