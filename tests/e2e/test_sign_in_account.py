"""One's own sign-in: where, and by which programs; and IT, who helps when a factor is lost."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.looking import is_clean
from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SATORU = "s010684"
"""我妻 悟 of the information systems section."""
REN = "s010556"
"""我妻 蓮 of the welfare section."""
IT = "s010632"
SHOWN_ONCE = re.compile("^(トークン|Token)$")


def test_satoru_signs_his_other_browser_out(
    arrives: Callable[..., Person], browser: Browser, hall_address: str
) -> None:
    satoru = arrives(SATORU)
    elsewhere = Person(browser.new_context(base_url=hall_address).new_page(), SATORU)
    elsewhere.signs_in()
    page = satoru.page
    page.goto("/account")
    here = page.get_by_role("listitem").filter(has_text="この端末")
    expect(here).to_be_visible()
    is_clean(page)
    page.get_by_role("button", name=re.compile("をサインアウトさせる$")).first.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("次に使うときにサインインが必要になります")
    is_clean(page)
    page.get_by_role("dialog").get_by_role("button", name="サインアウトさせる").click()
    expect(satoru.toasts).to_contain_text("1台をサインアウトさせました")
    expect(here).to_be_visible()
    elsewhere.page.reload()
    expect(elsewhere.page).to_have_url(re.compile("sign-in"))
    elsewhere.page.context.close()


@pytest.mark.parametrize(
    ("width", "language", "words"),
    [
        (1280, "ja", ("トークンを作る", "何に使うか", "席の予約", "作る", "控えました", "取り消す", "取消済み")),
        (360, "en", ("Make a token", "What it is for", "Bookings", "Make it", "I have kept them", "Revoke", "Revoked")),
    ],
)
def test_ren_makes_a_token_sees_it_once_and_revokes_it(
    arrives: Callable[..., Person], width: int, language: str, words: tuple[str, ...]
) -> None:
    new, purpose, bookings, make, kept, revoke, revoked = words
    ren = arrives(REN, width=width, language=language)
    page = ren.page
    page.goto("/account")
    ren.presses(new)
    ren.presses(make)
    expect(page.get_by_label(purpose)).to_be_focused()
    is_clean(page)
    name = f"Portal {width}"
    page.get_by_label(purpose).fill(name)
    page.get_by_label(bookings).check()
    ren.presses(make)
    token = page.get_by_role("textbox", name=SHOWN_ONCE).input_value()
    assert token.startswith("kys_")
    is_clean(page)
    ren.presses(kept)
    line = page.get_by_role("listitem").filter(has_text=name)
    expect(line).to_be_visible()
    bearer = {"Authorization": f"Bearer {token}"}
    assert page.context.request.get("/api/v1/bookings/", headers=bearer).status == 200
    page.reload()
    expect(page.get_by_text(token)).to_have_count(0)
    is_clean(page)
    line.get_by_role("button", name=re.compile(revoke)).click()
    page.get_by_role("dialog").get_by_role("button", name=revoke).click()
    expect(line).to_contain_text(revoked)


@pytest.mark.parametrize("width", [1280, 360])
def test_it_finds_somebody_and_signs_them_out(
    arrives: Callable[..., Person], browser: Browser, hall_address: str, width: int
) -> None:
    somebody = Person(browser.new_context(base_url=hall_address).new_page(), REN)
    somebody.has_signed_in()
    taro = arrives(IT, width=width)
    page = taro.page
    page.goto("/access")
    page.get_by_label("氏名・かな・職員番号・ユーザー名で探す").fill(REN)
    line = page.get_by_role("list", name="アカウント").get_by_role("listitem").filter(has_text="我妻 蓮")
    expect(line).to_contain_text("2段階認証なし")
    is_clean(page)
    line.get_by_role("button", name="我妻 蓮をサインアウトさせる").click()
    is_clean(page)
    page.get_by_role("dialog").get_by_role("button", name="サインアウトさせる").click()
    expect(line).to_contain_text("サインインしていない")
    somebody.page.goto("/account")
    expect(somebody.page).to_have_url(re.compile("sign-in"))
    somebody.page.context.close()
