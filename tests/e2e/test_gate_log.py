"""Facilities take the gates' log over: sent by a button, watched, reported on; and a file that is none says why."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Route, expect

from tests.e2e.looking import is_clean
from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FACILITIES = "s011447"
LOG = Path(__file__).parents[2] / "demonstration" / "hall" / "gate-log" / "2026-09.csv.gz"
LINES = 2_000
A_MINUTE = 60_000
UPLOAD = re.compile(r"/api/v1/gate-log/files/$")


def beginning_of_september() -> bytes:
    """The first lines of the hall's log and one that makes no sense: a content that nobody has taken over yet."""
    lines = gzip.decompress(LOG.read_bytes()).splitlines(keepends=True)[:LINES]
    return gzip.compress(b"".join([*lines, "2026/13/01 07:00:00,011026,G06-1,入\r\n".encode()]))


def cuts_off_what_is_sent(route: Route) -> None:
    if route.request.method == "POST":
        route.abort()
    else:
        route.continue_()


def test_a_months_gate_log_is_sent_watched_and_reported_on(arrives: Callable[..., Person]) -> None:
    page = arrives(FACILITIES, width=360, height=740).page
    page.goto("/occupancy/days")
    expect(page.get_by_role("heading", level=1, name="ゲート記録と集計")).to_be_visible()
    is_clean(page)
    chooser = page.get_by_label("ファイルを選んで取り込む")
    page.route(UPLOAD, cuts_off_what_is_sent)
    chooser.set_input_files(
        {"name": "wrong.csv", "mimeType": "text/csv", "buffer": "時刻,職員番号,ゲート,入退\n".encode()}
    )
    on_the_way = page.get_by_role("list", name="送っているファイル")
    expect(on_the_way).to_contain_text("選んだファイルはそのまま残っています")
    is_clean(page)
    page.unroute(UPLOAD)
    on_the_way.get_by_role("button", name="wrong.csvをもう一度送る").click()
    files = page.get_by_role("list", name="ゲート記録")
    wrong = files.get_by_role("listitem").filter(has_text="wrong.csv")
    expect(wrong).to_contain_text("必要な列が見つかりません", timeout=A_MINUTE)
    expect(wrong).to_contain_text("wrong.csv:1行目")
    expect(wrong.get_by_role("button", name="wrong.csvの取り込みを再開する")).to_be_visible()

    sent: FilePayload = {
        "name": "2026-09.csv.gz",
        "mimeType": "application/gzip",
        "buffer": beginning_of_september(),
    }
    chooser.set_input_files(sent)
    september = files.get_by_role("listitem").filter(has_text="2,000").filter(has_text="2026-09.csv.gz")
    expect(september).to_contain_text("取り込み済み", timeout=A_MINUTE)
    details = september.get_by_role("button", name="2026-09.csv.gzの内訳を見る")
    details.focus()
    page.keyboard.press("Enter")
    expect(september).to_contain_text("2026-09.csv.gz:2001行目")
    expect(september).to_contain_text("日時として読めません")
    expect(september.get_by_role("button", name="2026-09.csv.gzの内訳を閉じる")).to_be_focused()
    is_clean(page)

    chooser.set_input_files(sent)
    expect(page.get_by_text("新しく取り込むものはありません")).to_be_visible(timeout=A_MINUTE)
    expect(september).to_have_count(1)


def test_a_day_is_built_again_and_the_screen_speaks_english(arrives: Callable[..., Person]) -> None:
    who = arrives(FACILITIES)
    who.speaks("en")
    page = who.page
    try:
        page.goto("/occupancy/days")
        expect(page.get_by_role("heading", name="Facts of days")).to_be_visible()
        page.get_by_role("button", name=re.compile("^Build the facts of")).nth(1).press("Enter")
        expect(who.toasts).to_contain_text("were built again", timeout=A_MINUTE)
        is_clean(page)
    finally:
        who.speaks("ja")
