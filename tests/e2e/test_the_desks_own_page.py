"""What stands behind the QR code on a desk."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.e2e.person import AOI, MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_misaki_sits_down_at_a_free_desk_and_leaves_it(arrives: Callable[..., Person], today: date) -> None:
    misaki = arrives(MISAKI, width=360, height=760)
    code = misaki.free_desks(str(today))[0]["code"]
    misaki.page.goto(f"/d/{code}")
    expect(misaki.page.get_by_role("heading", name=code, level=1)).to_be_visible()
    misaki.presses("いま座って使う")
    expect(misaki.toasts).to_contain_text(f"{code} にチェックインしました")
    expect(misaki.page.get_by_text("あなたが使っています")).to_be_visible()
    misaki.presses("チェックアウトする")
    expect(misaki.toasts).to_contain_text("チェックアウトしました")
    expect(misaki.page.get_by_role("button", name="いま座って使う")).to_be_visible()


def test_misaki_checks_in_to_her_booking(arrives: Callable[..., Person], today: date) -> None:
    misaki = arrives(MISAKI, width=360, height=760)
    desk = misaki.free_desks(str(today))[1]
    misaki.has_booked(desk["id"], str(today))
    misaki.page.goto(f"/d/{desk['code']}")
    misaki.presses("チェックインする")
    expect(misaki.page.get_by_text("あなたが使っています")).to_be_visible()


def test_a_desk_in_use_says_who_has_it_and_until_when(arrives: Callable[..., Person], today: date) -> None:
    misaki, aoi = arrives(MISAKI, width=360, height=760), arrives(AOI)
    desk = misaki.free_desks(str(today))[2]
    aoi.has_booked(desk["id"], str(today))
    misaki.page.goto(f"/d/{desk['code']}")
    expect(misaki.page.get_by_text(re.compile(r"山田 葵\(広聴課\)が17:15まで使っています"))).to_be_visible()
    expect(misaki.page.get_by_role("button", name="いま座って使う")).to_have_count(0)


def test_whoever_scans_signs_in_first_and_comes_back_to_the_desk(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=760)
    misaki.page.context.clear_cookies()
    misaki.page.goto("/d/06E-016")
    misaki.page.get_by_label("ユーザー名").fill(MISAKI)
    misaki.page.get_by_label("パスワード").fill("kyoseki")
    misaki.presses("サインインする")
    expect(misaki.page.get_by_role("heading", name="06E-016", level=1)).to_be_visible()


def test_an_unknown_code_can_be_typed_again(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=760)
    misaki.page.goto("/d/99Z-999")
    expect(misaki.page.get_by_role("heading", name="席 99Z-999 は見つかりません")).to_be_visible()
    misaki.page.get_by_label("席の番号を入力").fill("06e-016")
    misaki.presses("この席をひらく")
    expect(misaki.page.get_by_role("heading", name="06E-016", level=1)).to_be_visible()
