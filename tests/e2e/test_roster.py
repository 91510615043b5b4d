"""After the earthquake: the roster is opened on a phone, people are marked, and then the database is gone."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e import looking
from tests.fixtures.losable_hall import City

pytestmark = [pytest.mark.browser, pytest.mark.slow]

A4_POINTS = (595, 842)
LATER = timedelta(minutes=31)

Phone = Callable[..., Page]


@pytest.fixture
def phone(browser: Browser, losable_hall: City, screens: Path) -> Iterator[Phone]:
    """`phone("hoshi")` is 星 of crisis management at a phone of 360 pixels, signed in."""
    contexts: list[BrowserContext] = []

    def opened(name: str, *, width: int = 360, language: str = "ja") -> Page:
        context = browser.new_context(
            base_url=losable_hall.address,
            viewport={"width": width, "height": 740},
            has_touch=width < 500,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.add_cookies(
            [{"name": "kyoseki_session", "value": losable_hall.keys[name], "url": losable_hall.address}]
        )
        token = context.request.get("/api/v1/session/").json()["csrf_token"]
        context.request.patch("/api/v1/me/", data={"language": language}, headers={"X-CSRFToken": token})
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield opened
    for context in contexts:
        context.close()
    if not losable_hall.postgres.running():
        losable_hall.postgres.start()
    hoshi = losable_hall.browser("hoshi")
    hoshi.opens("drill")
    for count in hoshi.get("/roster/").json()["head_counts"]:
        hoshi.post(f"/head-counts/{count['id']}/close/", {})


def is_clean(page: Page) -> None:
    """axe hears nothing, and nothing stands out of the phone's width."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    looking.is_clean(page, but=frozenset())


def starts_a_drill(page: Page) -> None:
    page.goto("/roster")
    page.get_by_role("button", name="訓練で開く").click()
    expect(page.get_by_role("note")).to_contain_text("訓練")
    page.get_by_role("button", name="安否確認を始める").click()
    page.get_by_role("button", name="始める", exact=True).click()
    expect(page.get_by_role("heading", name="安否確認", level=1)).to_be_visible()


def ends_it(page: Page) -> None:
    page.get_by_role("button", name="安否確認を終える").click()
    page.get_by_role("button", name="終える", exact=True).click()
    expect(page.get_by_role("button", name="安否確認を終える")).to_have_count(0)


def test_a_drill_from_its_opening_to_its_record(phone: Phone, tmp_path: Path) -> None:
    hoshi = phone("hoshi")
    hoshi.goto("/roster")
    is_clean(hoshi)
    hoshi.get_by_role("button", name="訓練で開く").click()
    expect(hoshi.get_by_role("link", name="6階")).to_be_visible()
    is_clean(hoshi)
    hoshi.get_by_role("link", name="6階").click()
    expect(hoshi.get_by_role("listitem").filter(has_text="我妻 美咲")).to_contain_text("ゲート入")
    is_clean(hoshi)
    hoshi.get_by_role("button", name="安否確認を始める").click()
    hoshi.get_by_role("button", name="始める", exact=True).click()
    misaki = hoshi.get_by_role("listitem").filter(has_text="我妻 美咲")

    # One press, and one to take it back; she stays where she was meanwhile.
    misaki.get_by_role("button", name="我妻 美咲さんを無事にする").click()
    expect(misaki).to_contain_text("無事")
    misaki.get_by_role("button", name="我妻 美咲さんの「無事」を取り消す").click()
    expect(misaki).to_contain_text("確認中")
    misaki.get_by_role("button", name="我妻 美咲さんを無事にする").click()
    is_clean(hoshi)

    # Found by kana; another choice with a note.
    hoshi.get_by_label("名前・かな・職員番号でさがす").fill("くどう")
    expect(hoshi.get_by_role("listitem").filter(has_text="我妻 美咲")).to_have_count(0)
    kudo = hoshi.get_by_role("listitem").filter(has_text="工藤 真理子")
    kudo.get_by_role("button", name="工藤 真理子さんの安否を選ぶ").click()
    hoshi.get_by_label("メモ").fill("6階の階段、足をけが")
    hoshi.get_by_role("dialog").get_by_role("button", name="要救助").click()
    expect(kudo).to_contain_text("6階の階段、足をけが")

    # On paper: A4, the word drill, the pages counted.
    expect(hoshi.get_by_role("dialog")).to_have_count(0)
    pdf = tmp_path / "roster.pdf"
    hoshi.pdf(path=pdf, prefer_css_page_size=True)
    with pypdfium2.PdfDocument(pdf) as document:
        assert (round(document[0].get_width()), round(document[0].get_height())) == A4_POINTS
        told = "".join(document[0].get_textpage().get_text_range().split())
    for words in ("訓練", "安否確認", "印刷", "我妻美咲", "6階の階段、足をけが", "1/1"):
        assert words in told, words

    ends_it(hoshi)
    hoshi.goto("/roster/history")
    expect(hoshi.get_by_role("listitem").filter(has_text="訓練").first).to_contain_text("無事1・要救助1")
    is_clean(hoshi)


def test_who_is_not_marked_in_time_is_unaccounted_for_and_comes_first(phone: Phone) -> None:
    hoshi = phone("hoshi", width=1280)
    starts_a_drill(hoshi)
    hoshi.get_by_role("button", name="我妻 美咲さんを無事にする").press("Enter")  # by keyboard, and the focus stays
    expect(hoshi.get_by_role("listitem").filter(has_text="我妻 美咲")).to_contain_text("無事")
    assert hoshi.evaluate("document.activeElement.textContent").startswith("我妻 美咲")
    hoshi.clock.set_fixed_time(datetime.now(UTC) + LATER)
    hoshi.reload()
    first = hoshi.get_by_role("list", name="安否確認").get_by_role("listitem").first
    expect(first).to_contain_text("工藤 真理子")
    expect(first).to_contain_text("未確認")
    hoshi.get_by_role("button", name=re.compile("^未確認 1")).click()
    expect(hoshi.get_by_role("listitem").filter(has_text="我妻 美咲")).to_have_count(0)
    ends_it(hoshi)


def test_a_person_says_it_on_their_own_phone_in_english(phone: Phone) -> None:
    hoshi, misaki = phone("hoshi"), phone("agatsuma", language="en")
    starts_a_drill(hoshi)
    misaki.goto("/roster/me")
    expect(misaki.get_by_role("note")).to_contain_text("DRILL")
    is_clean(misaki)
    misaki.get_by_role("button", name="I am safe").click()
    expect(misaki.get_by_text("You said “Safe”")).to_be_visible()
    expect(hoshi.get_by_role("listitem").filter(has_text="我妻 美咲")).to_contain_text("本人")
    misaki.goto("/roster")
    expect(misaki.get_by_role("heading", level=1)).to_be_visible()
    expect(misaki.get_by_text("You may not do this.")).to_be_visible()
    ends_it(hoshi)


def test_the_last_copy_is_there_when_the_database_is_gone_and_marks_are_not_lost(
    phone: Phone, losable_hall: City
) -> None:
    hoshi = phone("hoshi")
    starts_a_drill(hoshi)
    address = hoshi.url
    losable_hall.postgres.stop()

    # A page opened anew: nobody can say who she is, and her pass is enough.
    hoshi.goto("/roster")
    expect(hoshi.get_by_text("控えを表示しています")).to_be_visible(timeout=30_000)
    expect(hoshi.get_by_role("note")).to_contain_text("訓練")
    is_clean(hoshi)
    hoshi.goto(address)
    misaki = hoshi.get_by_role("listitem").filter(has_text="我妻 美咲")
    misaki.get_by_role("button", name="我妻 美咲さんを無事にする").click()
    expect(misaki).to_contain_text("無事")

    losable_hall.postgres.start()
    expect(hoshi.get_by_text("控えを表示しています")).to_have_count(0, timeout=30_000)
    expect(misaki).to_contain_text("星 翔太")
    hoshi.goto(address)
    expect(misaki).to_contain_text("星 翔太")
    ends_it(hoshi)


def test_without_a_network_the_screen_keeps_what_it_has_and_sends_marks_later(phone: Phone) -> None:
    hoshi = phone("hoshi")
    starts_a_drill(hoshi)
    misaki = hoshi.get_by_role("listitem").filter(has_text="我妻 美咲")
    expect(misaki).to_be_visible()
    hoshi.context.set_offline(True)
    misaki.get_by_role("button", name="我妻 美咲さんを無事にする").click()
    expect(misaki).to_contain_text("送信待ち")
    expect(hoshi.get_by_text(re.compile("1件の安否を、つながりしだい送ります"))).to_be_visible(timeout=20_000)

    # Loaded anew it opens from what this browser kept, with the mark that waits.
    hoshi.evaluate("navigator.serviceWorker.ready.then(() => null)")
    hoshi.reload()
    expect(misaki).to_contain_text("送信待ち")
    expect(hoshi.get_by_text(re.compile("つながりしだい送ります"))).to_be_visible(timeout=20_000)
    hoshi.context.set_offline(False)
    expect(misaki).not_to_contain_text("送信待ち", timeout=20_000)
    hoshi.reload()
    expect(hoshi.get_by_role("listitem").filter(has_text="我妻 美咲")).to_contain_text("星 翔太")
    ends_it(hoshi)
