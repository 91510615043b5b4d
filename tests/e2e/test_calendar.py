"""One's own calendar and the plan, over a real Radicale: an address to subscribe to, desks that appear there, leave
that is proposed here. In both languages, by keyboard and on a phone too."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
import requests
from playwright.sync_api import Page, expect

from tests.e2e.looking import PLAN, is_clean
from tests.e2e.person import MISAKI, Person
from tests.e2e.waiting import until
from tests.fixtures.calendar_servers import CalendarAccount, event_text

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_misaki_links_her_calendar_and_her_desk_appears_there_moves_and_vanishes(
    arrives: Callable[..., Person], radicale: CalendarAccount
) -> None:
    misaki = arrives(MISAKI)
    page = misaki.page
    page.goto("/calendar")
    links = page.get_by_role("region", name="カレンダーとつなぐ")
    links.get_by_role("button", name="カレンダーをつなぐ").click()
    is_clean(page)
    links.get_by_label("サーバーのアドレス").fill(radicale.address)
    links.get_by_label("ユーザー名").fill(radicale.username)
    password = links.get_by_label("アプリ用パスワード")
    password.fill("another-one")
    links.get_by_role("button", name="つながるか確かめる").click()
    expect(links.get_by_role("alert")).to_contain_text("ユーザー名かパスワードが違います")
    expect(links.get_by_label("ユーザー名")).to_have_value(radicale.username)
    expect(password).to_be_focused()

    password.fill(radicale.password)
    links.get_by_role("button", name="つながるか確かめる").click()
    expect(links.get_by_text("つながりました。")).to_be_visible()
    is_clean(page)
    links.get_by_role("button", name="このカレンダーとつなぐ").click()
    card = links.get_by_role("listitem", name="予定")
    expect(card).to_contain_text("つながっています")
    is_clean(page)

    day = misaki.working_day(5)
    first, second = misaki.free_desks(day)[:2]
    booking = misaki.has_booked(first["id"], day)
    until(lambda: _has(radicale, f"席 {first['code']}"))
    misaki.has_moved(booking["id"], second["id"], day)
    until(lambda: _has(radicale, f"席 {second['code']}") and not _has(radicale, f"席 {first['code']}"))
    assert len([text for text in radicale.texts().values() if f"UID:booking-{booking['id']}@" in text]) == 1
    misaki.gives_up(booking["id"])
    until(lambda: not _has(radicale, f"booking-{booking['id']}@"))

    page.reload()
    card.get_by_role("button", name="予定とつながるか確かめる").click()
    expect(card.get_by_text("つながりました", exact=True)).to_be_visible()
    card.get_by_role("button", name="予定との連携をやめる").click()
    asked = page.get_by_role("dialog", name="「予定」との連携をやめますか")
    is_clean(page, but=PLAN | {"region"})  # the kit's hidden button to dismiss stands beside its dialog
    asked.get_by_role("button", name="連携をやめる").click()
    expect(card).to_have_count(0)
    expect(links.get_by_text("まだつないだカレンダーはありません")).to_be_visible()


def test_leave_in_her_calendar_is_proposed_and_she_decides(
    arrives: Callable[..., Person], radicale: CalendarAccount
) -> None:
    misaki = arrives(MISAKI)
    page, leave, trip = misaki.page, misaki.working_day(6), misaki.working_day(7)
    desk = misaki.free_desks(leave)[0]
    misaki.has_booked(desk["id"], leave)
    radicale.put("leave.ics", event_text("summer", leave.replace("-", ""), summary="夏季休暇"))
    radicale.put("trip.ics", event_text("prefecture", trip.replace("-", ""), summary="出張 県庁"))
    link = misaki.has_linked(radicale)
    until(lambda: len(misaki.proposals()) == 2)

    page.goto(f"/plan?week={leave}")
    strip = page.get_by_role("region", name="カレンダーからの提案")
    expect(strip).to_contain_text("2件")
    morning = page.locator(f"#plan-{leave}").get_by_role("button", name=re.compile("午前"))
    expect(morning).to_have_accessible_name(re.compile("カレンダーから休暇の提案"))
    is_clean(page)
    strip.get_by_role("button", name=re.compile("休暇を受け入れる")).click()
    asked = page.get_by_role("dialog", name="休暇にすると、次の予定がなくなります")
    expect(asked).to_contain_text(desk["code"])
    asked.get_by_role("button", name="休暇にする").click()
    expect(morning).to_have_accessible_name(re.compile("午前 休暇"))
    misaki.undoes()
    expect(morning).to_have_accessible_name(re.compile(desk["code"]))

    strip.get_by_role("button", name=re.compile("出張を見送る")).click()
    expect(misaki.toasts).to_contain_text("提案を見送りました")
    misaki.undoes()
    day_of_trip = page.locator(f"#plan-{trip}").get_by_role("button", name=re.compile("午前"))
    expect(day_of_trip).to_have_accessible_name(re.compile("カレンダーから出張の提案"))
    day_of_trip.click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("出張を受け入れる")).click()
    expect(day_of_trip).to_have_accessible_name(re.compile("午前 出張"))
    misaki.undoes()
    misaki.has_unlinked(link)


def test_a_proposal_is_answered_by_keyboard_at_a_narrow_window_in_english(
    arrives: Callable[..., Person], radicale: CalendarAccount
) -> None:
    misaki = arrives(MISAKI, width=360, height=740, language="en")
    page, day = misaki.page, misaki.working_day(8)
    radicale.put("away.ics", event_text("away", day.replace("-", ""), summary="Vacation"))
    link = misaki.has_linked(radicale)
    until(lambda: len(misaki.proposals()) == 1)
    page.goto(f"/plan?week={day}")
    strip = page.get_by_role("region", name="Proposed by your calendar")
    expect(strip).to_be_visible()
    is_clean(page)
    strip.get_by_role("button", name=re.compile("^Dismiss")).press("Enter")
    expect(misaki.toasts).to_contain_text("is dismissed")
    expect(strip).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.goto("/calendar")
    expect(page.get_by_role("listitem", name="予定")).to_contain_text("Connected")
    is_clean(page)
    misaki.has_unlinked(link)


def test_a_feed_is_made_copied_read_and_renewed(arrives: Callable[..., Person], hall_address: str) -> None:
    misaki = arrives(MISAKI)
    page = misaki.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    day = misaki.working_day(9)
    desk = misaki.free_desks(day)[0]
    misaki.has_booked(desk["id"], day)
    page.goto("/settings")
    page.get_by_role("link", name="カレンダー連携を開く").click()
    feeds = page.get_by_role("region", name="購読アドレス")
    _gives_up_feed(page)
    feeds.get_by_role("button", name="購読アドレスを作る").click()
    expect(misaki.toasts).to_contain_text("購読アドレスを作りました")
    feeds.get_by_role("button", name="自分の予定のアドレスをコピーする").click()
    expect(feeds.get_by_role("status")).to_have_text("コピーしました")
    address = str(page.evaluate("navigator.clipboard.readText()"))
    assert address == feeds.get_by_role("textbox", name="購読アドレス").input_value()
    read = _read(hall_address, address)
    assert (read.status_code, read.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert f"SUMMARY:席 {desk['code']}" in read.content.decode()
    is_clean(page)

    misaki.chooses(page.get_by_role("radio", name=re.compile("予定ありだけ")))
    expect(misaki.toasts).to_contain_text("保存しました")
    assert desk["code"] not in _read(hall_address, address).content.decode()
    misaki.undoes()
    expect(page.get_by_role("radio", name=re.compile("くわしく"))).to_be_checked()

    feeds.get_by_role("button", name="自分の予定のアドレスをかえる").click()
    page.get_by_role("dialog").get_by_role("button", name="アドレスをかえる").click()
    expect(feeds.get_by_role("textbox", name="購読アドレス")).not_to_have_value(address)
    assert _read(hall_address, address).status_code == 404
    renewed = feeds.get_by_role("textbox", name="購読アドレス").input_value()
    assert _read(hall_address, renewed).status_code == 200
    _gives_up_feed(page)
    assert _read(hall_address, renewed).status_code == 404


def test_the_screen_of_calendars_is_clean_on_a_phone_in_english(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=740, language="en")
    page = misaki.page
    page.goto("/calendar")
    expect(page.get_by_role("heading", level=1)).to_have_text("Calendars")
    page.get_by_text("How to add it to a calendar").press("Enter")
    expect(page.get_by_role("region", name="Thunderbird")).to_be_visible()
    page.get_by_role("button", name="Link a calendar").press("Enter")
    page.get_by_role("button", name="Test the connection", exact=True).press("Enter")
    expect(page.get_by_label("Address of the server")).to_be_focused()
    expect(page.get_by_text("Please enter an address.")).to_be_visible()
    is_clean(page)


def _gives_up_feed(page: Page) -> None:
    """The feed that the demonstration made, or the test."""
    feeds = page.get_by_role("region", name="購読アドレス")
    ends = feeds.get_by_role("button", name="自分の予定の購読アドレスを使うのをやめる")
    expect(ends.or_(feeds.get_by_role("button", name="購読アドレスを作る")).first).to_be_visible()
    if ends.is_visible():
        ends.click()
        page.get_by_role("dialog").get_by_role("button", name="使うのをやめる").click()
        expect(feeds.get_by_role("button", name="購読アドレスを作る")).to_be_visible()


def _read(hall_address: str, address: str) -> requests.Response:
    """As a calendar does, which nobody signs in; wherever the address says that the product lives."""
    with requests.Session() as session:
        session.trust_env = False
        return session.get(f"{hall_address}{urlsplit(address).path}", timeout=30)


def _has(account: CalendarAccount, words: str) -> bool:
    """Whether some event in the calendar says these words; its lines are folded."""
    return any(words in text.replace("\n ", "") for text in account.texts().values())
