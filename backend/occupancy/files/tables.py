"""Every table of a report, from what the API tells of it."""

from typing import Any

from core.words import Language
from occupancy.files.content import Column, Form, Table
from occupancy.files.words import WORDS, weekdays_in
from occupancy.policies.slots import SLOT_MINUTES
from occupancy.policies.sources import Counts

Told = dict[str, Any]


def heat_map_table(told: Told, language: Language) -> Table:
    """A row for each weekday and half-hour."""
    words, weekdays = WORDS[language], weekdays_in(language)
    return Table(
        "heatmap",
        words["heatmap"],
        [
            Column(words["weekday"]),
            Column(words["time"]),
            Column(words["days"], Form.WHOLE),
            Column(words["share"], Form.SHARE),
            Column(words["in_use"], Form.TENTH),
            Column(words["in_service_mean"], Form.TENTH),
        ],
        [
            (weekdays[row["weekday"]], slot, row["days"], cell["share"], cell["in_use"], cell["in_service"])
            for row in told["rows"]
            for slot, cell in zip(told["slots"], row["cells"], strict=True)
            if cell is not None
        ],
    )


def floors_table(told: Told, language: Language) -> Table:
    """A row a floor, from the top down."""
    words = WORDS[language]
    return Table(
        "floors",
        words["floors"],
        [Column(words["floor"]), *_place_columns(language)],
        [(row["floor"]["name"], *_place_values(row)) for row in told["rows"]],
    )


def areas_table(told: Told, language: Language) -> Table:
    """A row an area, floor by floor."""
    words = WORDS[language]
    return Table(
        "areas",
        words["areas"],
        [Column(words["floor"]), Column(words["area"]), *_place_columns(language)],
        [(row["area"]["floor"]["name"], row["area"]["name"], *_place_values(row)) for row in told["rows"]],
    )


def _place_columns(language: Language) -> list[Column]:
    words = WORDS[language]
    return [
        Column(words["in_service"], Form.WHOLE),
        Column(words["average_utilisation"], Form.SHARE),
        Column(words["mean"], Form.TENTH),
        Column(words["daily_peak"], Form.WHOLE),
        Column(words["max"], Form.WHOLE),
        Column(words["full_days"], Form.WHOLE),
        Column(words["refused"], Form.WHOLE),
    ]


def _place_values(row: Told) -> tuple[Any, ...]:
    peak = row["daily_peak"]
    figures = (row["in_service"], row["average_utilisation"], peak["mean"], peak["p95"], peak["max"])
    return (*figures, row["full_days"], row["refused"])


def departments_table(told: Told, language: Language) -> Table:
    """A row a department that may be told of."""
    words = WORDS[language]
    return Table(
        "departments",
        words["departments"],
        [
            Column(words["department"]),
            Column(words["on_roll"], Form.WHOLE),
            Column(words["attendance_rate"], Form.SHARE),
            Column(words["telework_rate"], Form.SHARE),
            Column(words["presence_p95"], Form.WHOLE),
            Column(words["presence_max"], Form.WHOLE),
            Column(words["refused"], Form.WHOLE),
            Column(words["spilled_over"], Form.WHOLE),
            Column(words["no_show_rate"], Form.SHARE),
            Column(words["days"], Form.WHOLE),
            Column(words["above"]),
            Column(words["area"]),
            Column(words["code"], on_paper=False),
        ],
        [
            (
                row["department"]["name"],
                row["on_roll"],
                row["attendance_rate"],
                row["telework_rate"],
                row["presence"]["p95"],
                row["presence"]["max"],
                row["refused"],
                row["spilled_over"],
                row["no_show_rate"],
                row["days"],
                " ".join(row["department"]["path"]),
                words["and"].join(row["areas"]),
                row["department"]["code"],
            )
            for row in told["rows"]
        ],
        words["withheld_departments"].format(count=told["withheld"]) if told["withheld"] else "",
    )


def desks_table(told: Told, language: Language) -> Table:
    """A row a desk; an assigned one has no figures."""
    words = WORDS[language]
    hours = SLOT_MINUTES / 60
    return Table(
        "desks",
        words["desks_table"],
        [
            Column(words["desk"]),
            Column(words["mode"]),
            Column(words["used_hours"], Form.TENTH),
            Column(words["service_hours"], Form.TENTH),
            Column(words["average_utilisation"], Form.SHARE),
            Column(words["never_used"]),
            Column(words["says"]),
        ],
        [
            (
                row["desk"]["code"],
                words[f"mode_{row['mode']}"],
                None if row["in_use_slots"] is None else row["in_use_slots"] * hours,
                None if row["in_service_slots"] is None else row["in_service_slots"] * hours,
                row["share"],
                words["yes"] if row["never_used"] else None,
                words["withheld"] if row["withheld"] else None,
            )
            for row in told["rows"]
        ],
    )


def features_table(told: Told, language: Language) -> Table:
    """A row a feature, beside the desks without it."""
    words = WORDS[language]
    return Table(
        "features",
        words["features"],
        [
            Column(words["feature"]),
            Column(words["desks"], Form.WHOLE),
            Column(words["average_utilisation"], Form.SHARE),
            Column(words["others"], Form.SHARE),
        ],
        [
            (words[f"feature_{row['feature']}"], row["desks"], row["average_utilisation"], row["others"])
            for row in told["rows"]
        ],
    )


def summary_table(told: Told, compared: Told | None, language: Language) -> Table:
    """A row a figure, with that of the other period beside it where two are compared."""
    words = WORDS[language]
    people = told["scope"]["counts"] == Counts.PEOPLE.value
    now = _numbers(told["figures"], people=people)
    then = _numbers(compared["figures"], people=people) if compared else None
    titles = [Column(words["figure"]), Column(words["value"], Form.HUNDREDTH), Column(words["unit"], narrow=True)]
    if then is not None:
        titles += [Column(words["other_value"], Form.HUNDREDTH), Column(words["change"], Form.HUNDREDTH)]
    rows: list[tuple[Any, ...]] = [
        (words[name], value, words[unit], *(_beside(value, then[name][0]) if then else ()))
        for name, (value, unit) in now.items()
    ]
    return Table("summary", words["summary"], titles, rows)


def _beside(now: float | None, then: float | None) -> tuple[float | None, float | None]:
    """What it was, and by how much it is more; of shares in points of per cent."""
    return then, None if now is None or then is None else now - then


def _numbers(figures: Told, *, people: bool) -> dict[str, tuple[float | int | None, str]]:
    """Value and unit by name; shares as per cent. `people`: these are counted, and not desks."""

    def percent(name: str) -> tuple[float | None, str]:
        value = figures[name]["value"]
        return (None if value is None else value * 100, "percent")

    booked = figures["booked_actual"]
    peak, there = figures["daily_peak"], "people" if people else "desks"
    return {
        "average_utilisation": percent("average_utilisation"),
        "mean": (peak["mean"], there),
        "daily_peak": (peak["p95"], there),
        "max": (peak["max"], there),
        "attendance_rate": percent("attendance_rate"),
        "telework_rate": percent("telework_rate"),
        "sharing_ratio": (figures["sharing_ratio"]["value"], "people"),
        "no_show_rate": percent("no_show_rate"),
        "walk_up_rate": percent("walk_up_rate"),
        "refused": (figures["refused"]["value"], "wishes"),
        "spilled_over": (figures["spilled_over"]["value"], "bookings"),
        "never_used": (figures["never_used"]["value"], "desks"),
        **{name: (booked[name], "bookings") for name in ("as_booked", "walk_up", "no_show", "not_used", "cancelled")},
        **{name: (booked[name], "hours") for name in ("unused_hours", "early_leave_hours")},
    }
