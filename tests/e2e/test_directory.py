"""IT keeps people true to the city's directory: looks before anything changes, decides, and plans the transfers."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.city_directory import CityDirectory
from tests.e2e.looking import is_clean
from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

APRIL = Path(__file__).parents[2] / "demonstration" / "hall" / "directory-2027-04-01.ldif"
NEW_SECTIONS = {f"0101{number}": f"臨時第{number}課" for number in range(41, 51)}
"""Ten of them are more than one in twenty of the hall's departments."""


@pytest.fixture
def keeper(arrives_as: Callable[..., Person]) -> Callable[..., Person]:
    """`keeper(width=360)` is whoever looks after information systems, at a browser."""
    return partial(arrives_as, "it")


@pytest.fixture
def directory(city_directory: CityDirectory) -> Iterator[CityDirectory]:
    """The city's directory, as it was before once the test is over."""
    yield city_directory
    city_directory.is_as_before()


def test_a_change_of_the_directory_is_read_before_it_is_applied(
    keeper: Callable[..., Person], directory: CityDirectory
) -> None:
    who = keeper()
    page = who.page
    page.goto("/")
    page.get_by_role("link", name="ディレクトリ", exact=True).click()
    expect(page.get_by_role("heading", name="ディレクトリ連携")).to_be_focused()
    expect(page.get_by_text("そろっています")).to_be_visible()
    is_clean(page)

    directory.has_joiner("018001", "新田", "光")
    directory.has_somebody_without_a_name("018002")
    who.presses("いま確かめる")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("の実行$"))
    expect(page.get_by_text("職員は、追加 1人。")).to_be_visible()
    expect(page.get_by_text("まだ何も変えていません")).to_be_visible()
    changes = page.get_by_role("list", name="変わる内容")
    page.get_by_label("何が").select_option(label="職員")
    expect(changes.get_by_role("listitem")).to_have_count(1)
    expect(changes).to_contain_text("新田 光")
    findings = page.get_by_role("list", name="読み取れなかった項目")
    expect(findings).to_contain_text("uid=s018002,ou=people,dc=city,dc=example,dc=jp")
    expect(findings).to_contain_text("氏名または名称がありません")
    is_clean(page)

    directory.has_joiner("018003", "新居", "望")
    who.presses("この内容を反映する")
    is_clean(page)
    who.presses("反映する")
    expect(page.get_by_text("確かめているあいだに、ディレクトリの内容が変わりました")).to_be_visible()
    expect(changes.get_by_role("listitem")).to_have_count(2)
    page.get_by_label("氏名・番号・所属でさがす").fill("新居")
    page.keyboard.press("Enter")
    expect(changes.get_by_role("listitem")).to_have_count(1)
    expect(changes).to_contain_text("新居 望")
    who.presses("この内容を反映する")
    who.presses("反映する")
    expect(page.get_by_text("この内容を反映しました。")).to_be_visible()

    page.get_by_role("link", name="ディレクトリ連携").click()
    runs = page.get_by_role("list", name="これまでの実行")
    expect(runs.get_by_role("listitem").first).to_contain_text("追加 2人")
    page.get_by_role("link", name="所属・所属長のない職員").click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.get_by_text("所属長がいない", exact=True).click()
    expect(page).to_have_url(re.compile("of=manager"))
    is_clean(page)


def test_what_would_end_too_much_waits_for_somebody_at_a_phone(
    keeper: Callable[..., Person], directory: CityDirectory
) -> None:
    who = keeper(width=360, height=740, language="en")
    page = who.page
    for code, name in NEW_SECTIONS.items():
        directory.has_section(code, name)
    who._asks("POST", "/directory/runs/", {"dry_run": False})
    directory.is_as_before()

    page.goto("/directory")
    who.presses("Synchronise now")
    page.get_by_role("dialog").get_by_role("button", name="Synchronise now").click()
    expect(page.get_by_text("So much would end that it stopped and changed nothing")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^10 departments \(.*%\) would end; the limit is 5%\.$"))).to_be_visible()
    page.get_by_role("combobox", name=re.compile("^How")).select_option(label="ended")
    listed = page.get_by_role("list", name="What would change")
    expect(listed.get_by_text("臨時第41課")).to_be_visible()
    is_clean(page)
    who.presses("Close without applying")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Close without applying")).to_be_focused()

    who.presses("Apply these changes")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Departments: 10 ended")).to_be_visible()
    dialog.get_by_role("button", name="Apply", exact=True).press("Enter")
    expect(page.get_by_text("These changes were applied.")).to_be_visible()
    is_clean(page)


def test_aprils_transfers_are_loaded_read_and_withdrawn(keeper: Callable[..., Person], today: date) -> None:
    who = keeper(width=360, height=740)
    page = who.page
    page.goto("/directory")
    page.get_by_role("link", name="人事異動の予約").click()
    expect(page.get_by_role("list", name="人事異動の予約")).to_contain_text("追加 140人、異動 514人、終了 115人")
    is_clean(page)
    page.get_by_role("link", name=re.compile("人事異動$")).first.click()
    expect(page.get_by_text("人に影響があります")).to_be_visible()
    kinds = page.get_by_role("list", name="影響の種類")
    kinds.get_by_role("button", name=re.compile("^承認待ち")).click()
    effects = page.get_by_role("list", name="反映した日に起こること")
    expect(effects.get_by_role("listitem").first).to_contain_text("新しい所属長が承認します。")
    is_clean(page)
    who.presses("この予約を取りやめる")
    page.get_by_role("dialog").get_by_role("button", name="取りやめる", exact=True).click()
    expect(page.get_by_text("取りやめました。何も変わりません。")).to_be_visible()

    page.get_by_role("link", name="人事異動の予約").click()
    who.presses("人事異動を読み込む")
    who.presses("読み込む")
    expect(page.get_by_text("ファイルを選んでください。")).to_be_visible()
    is_clean(page)
    page.get_by_label("ファイルを選ぶ").set_input_files(APRIL)
    page.get_by_label("件名").fill("4月の異動")
    page.get_by_label("反映する日").fill(f"{today.year + (today.month > 3)}-04-01")
    who.presses("読み込む")
    expect(page.get_by_role("heading", name="4月の異動")).to_be_focused()
    page.get_by_text("異動の内容", exact=True).first.click()
    page.get_by_label("何が").select_option(label="職員")
    page.get_by_label("どうなる").select_option(label="異動")
    entries = page.get_by_role("list", name="異動の内容")
    expect(entries.get_by_role("listitem")).to_have_count(50)
    expect(entries.get_by_role("listitem").first).to_contain_text("変更後")
    who.presses("さらに表示")
    expect(entries.get_by_role("listitem")).to_have_count(100)
    is_clean(page)
