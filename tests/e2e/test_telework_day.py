"""A telework day from the first press to the manager's confirmation, on a phone and by keyboard, in both languages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.looking import is_clean
from tests.e2e.person import AOI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MAKOTO, TAKASHI = "s011018", "s011022"
"""菊地 誠 and 佐々木 隆 of the hearing section."""
JA = {
    "start": "業務を開始する",
    "pause": "中断する",
    "resume": "再開する",
    "end": "業務を終了する",
    "end_now": "終了する",
    "report": "報告する",
    "from": "開始",
    "until": "終了",
    "break": "休憩(分)",
    "tasks": "実施した業務",
    "order": "開始より後の時刻にしてください。",
    "reported": "報告済",
    "confirm": "報告を確認する",
    "confirmed": "確認済",
    "record": "実施記録",
}
EN = {
    "start": "Start work",
    "pause": "Pause",
    "resume": "Resume",
    "end": "End work",
    "end_now": "End it",
    "report": "Send the report",
    "from": "Start",
    "until": "End",
    "break": "Break (minutes)",
    "tasks": "What was done",
    "order": "This has to be after the start.",
    "reported": "Reported",
    "confirm": "Confirm the report",
    "confirmed": "Confirmed",
    "record": "Telework record",
}


@pytest.mark.parametrize(
    ("username", "language", "words"),
    [pytest.param(MAKOTO, "ja", JA, id="ja"), pytest.param(TAKASHI, "en", EN, id="en")],
)
def test_a_day_is_worked_and_reported_on_a_phone_and_confirmed_by_the_manager(
    arrives: Callable[..., Person], username: str, language: str, words: dict[str, str]
) -> None:
    aoi = arrives(AOI, language=language)
    person = arrives(username, width=360, height=740, language=language)
    request = aoi.lets_telework_today(person)
    page = person.page
    page.goto(f"/telework/{request}")
    is_clean(page)

    for step, then in (("start", "pause"), ("pause", "resume"), ("resume", "end")):
        _presses_by_key(page.get_by_role("button", name=words[step], exact=True))
        expect(page.get_by_role("button", name=words[then], exact=True)).to_be_visible()
        expect(page.get_by_role("region").get_by_role("button").first).to_be_focused()
    is_clean(page)
    _presses_by_key(page.get_by_role("button", name=words["end"], exact=True))
    _presses_by_key(page.get_by_role("dialog").get_by_role("button", name=words["end_now"], exact=True))

    until = page.get_by_label(words["until"], exact=True)
    expect(until).to_be_visible()
    began = page.get_by_label(words["from"], exact=True)
    began.fill("08:30")
    until.fill("08:00")
    page.get_by_label(words["break"]).fill("0")
    _presses_by_key(page.get_by_role("button", name=words["report"]))
    expect(page.get_by_text(words["order"])).to_be_visible()
    expect(until).to_be_focused()
    is_clean(page)
    until.fill("09:30")
    page.get_by_label(words["tasks"]).fill("照会への回答")
    _presses_by_key(page.get_by_role("button", name=words["report"]))
    expect(page.get_by_text(words["reported"], exact=True)).to_be_visible()

    aoi.page.goto(f"/telework/{request}")
    expect(aoi.page.get_by_text("照会への回答").first).to_be_visible()
    is_clean(aoi.page)
    _presses_by_key(aoi.page.get_by_role("button", name=words["confirm"]))
    expect(aoi.page.get_by_text(words["confirmed"], exact=True).first).to_be_visible()

    page.goto("/record")
    expect(page.get_by_role("heading", name=words["record"], level=1)).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text=re.compile("8:30–9:30"))).to_be_visible()
    is_clean(page)


def test_a_manager_reads_and_keeps_the_sections_record(arrives: Callable[..., Person]) -> None:
    page = arrives(AOI).page
    page.goto("/record")
    page.get_by_label("だれの記録").select_option(label="広聴課")
    table = page.get_by_role("region", name="広聴課の実施記録")
    expect(table.get_by_role("rowheader", name="我妻 美咲")).to_be_visible()
    page.get_by_text("年度", exact=True).click()
    expect(page.get_by_text(re.compile(r"^令和\d+年度$"))).to_be_visible()
    is_clean(page)

    with page.expect_download() as kept:
        page.get_by_role("button", name="CSV (Shift_JIS)").click()
    assert re.fullmatch(r"telework-\d+-\d{4}FY\.csv", kept.value.suggested_filename)


def _presses_by_key(button: Locator) -> None:
    button.focus()
    button.press("Enter")
