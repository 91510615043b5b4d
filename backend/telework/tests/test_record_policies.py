"""Records: what days come to, the allowance, the periods, and the file."""

from datetime import date

import pytest

from telework.policies.fiscal_year import fiscal_year_of
from telework.policies.record import Allowance, RecordedDay, Totals, allowance_of, totals_of
from telework.policies.record_period import Month, era_year, month_period, year_period
from telework.policies.record_table import Table, as_csv


def day(number, unit="full", form="home", origin="request", state="confirmed", *, minutes=465, advance=True, month=11):
    return RecordedDay(date(2026, month, number), unit, form, origin, state, minutes, advance)


def test_totals_count_days_halves_hours_and_kinds():
    found = totals_of(
        [
            day(2),
            day(4, "am", minutes=210),
            day(4, "pm", form="satellite", minutes=255),
            day(5, "pm", state="reported", minutes=255),
            day(6, "hours", origin="post_hoc", advance=False, minutes=120),
            day(9, origin="order"),
            day(10, state="approved"),
            day(11, state="not_performed"),
        ]
    )

    assert found == Totals(
        days=5,
        full_days=3,
        half_days=1,
        hours=1,
        minutes=465 + 465 + 255 + 120 + 465,
        in_advance=4,
        unconfirmed=1,
        by_form={"home": 5, "satellite": 1, "mobile": 0},
        by_origin={"request": 3, "order": 1, "post_hoc": 1},
    )


def test_the_allowance_counts_whole_days_at_home_that_were_ordered_beforehand():
    days = [day(number, month=month) for month in (9, 10, 11) for number in range(1, 11)]
    not_counted = [
        day(20, "am"),
        day(21, form="satellite"),
        day(22, advance=False),
        day(23, state="cancelled"),
        day(24, state="not_performed"),
        day(25, month=8),
    ]

    at_ten = allowance_of([*days, *not_counted], last=Month(2026, 11), months=3, more_than=10)
    above = allowance_of([*days, day(26, state="approved")], last=Month(2026, 11), months=3, more_than=10)

    assert at_ten == Allowance(
        30, 10.0, False, 10, [(Month(2026, 9), 10), (Month(2026, 10), 10), (Month(2026, 11), 10)]
    )
    assert (above.days_counted, above.average, above.reached) == (31, 10.3, True)


def test_two_halves_at_home_are_a_whole_day():
    found = allowance_of([day(2, "am"), day(2, "pm")], last=Month(2026, 11), months=3, more_than=10)

    assert found.days_counted == 1


def test_a_fiscal_year_runs_from_april_to_march():
    period = year_period(2026)

    assert (period.first, period.last, len(period.months)) == (date(2026, 4, 1), date(2027, 3, 31), 12)
    assert (period.in_language("ja"), period.in_language("en")) == ("令和8年度", "FY2026")
    assert (fiscal_year_of(date(2027, 3, 31)), fiscal_year_of(date(2027, 4, 1))) == (2026, 2027)


def test_a_month_ends_with_its_last_day():
    period = month_period(Month(2028, 2))

    assert (period.first, period.last) == (date(2028, 2, 1), date(2028, 2, 29))
    assert (period.in_language("ja"), period.in_language("en")) == ("2028年2月", "2028-02")
    assert Month(2026, 1).plus(-1) == Month(2025, 12)


@pytest.mark.parametrize(("year", "said"), [(2018, "2018"), (2019, "令和元"), (2026, "令和8")])
def test_years_are_said_as_forms_have_them(year, said):
    assert era_year(year) == said


def test_csv_in_cp932_replaces_and_counts_what_it_has_no_code_for():
    table = Table("記録", "", ["氏名", "日数"], [["髙橋 𠮷野〜", 3], ["😀😀", 1.5], ["=1+1", -2]])

    written = as_csv(table, "cp932")

    assert written.content.decode("cp932") == "氏名,日数\r\n髙橋 〓野～,3\r\n〓〓,1.5\r\n'=1+1,-2\r\n"
    assert written.replaced == 3


def test_csv_in_utf8_begins_with_its_mark_and_replaces_nothing():
    table = Table("記録", "", ["氏名"], [["𠮷野"]])

    written = as_csv(table, "utf-8-sig")

    assert (written.content, written.replaced) == ("\ufeff氏名\r\n𠮷野\r\n".encode(), 0)
