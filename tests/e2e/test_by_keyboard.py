"""Everything without a pointer."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.person import MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FAR_ENOUGH = 60
"""Presses of Tab within which the map must be reached."""


def test_misaki_walks_the_map_and_books_with_keys_alone(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    day = misaki.working_day(7)
    keys = misaki.page.keyboard
    misaki.opens_book(day=day)
    _tab_until_on_a_desk(misaki)
    start = _desk_with_focus(misaki)
    keys.press("ArrowRight")
    assert _desk_with_focus(misaki) != start
    keys.press("ArrowLeft")
    assert _desk_with_focus(misaki) == start

    free = {desk["code"] for desk in misaki.free_desks(day)}
    for key in ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp"] * 4:
        if _desk_with_focus(misaki) in free:
            break
        keys.press(key)
    code = _desk_with_focus(misaki)
    assert code in free

    keys.press("Enter")
    expect(misaki.panel(code)).to_be_visible()
    keys.press("Escape")
    expect(misaki.panel(code)).to_have_count(0)
    assert _desk_with_focus(misaki) == code

    keys.press("Enter")
    book = misaki.page.get_by_role("button", name="全日で予約する")
    expect(book).to_be_visible()
    for _ in range(400):
        if book.evaluate("element => element === document.activeElement"):
            break
        keys.press("Tab")
    keys.press("Enter")
    expect(misaki.toasts).to_contain_text(f"{code} を全日で予約しました")


def test_keys_zoom_and_show_the_whole_floor(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    misaki.opens_book(day=misaki.working_day(1))
    _tab_until_on_a_desk(misaki)
    misaki.page.keyboard.press("+")
    expect(misaki.page.get_by_text("150%")).to_be_visible()
    misaki.page.keyboard.press("0")
    expect(misaki.page.get_by_text("全体 100%")).to_be_visible()


def _tab_until_on_a_desk(person: Person) -> None:
    for _ in range(FAR_ENOUGH):
        person.page.keyboard.press("Tab")
        if person.page.evaluate("document.activeElement?.hasAttribute('data-desk') ?? false"):
            return
    pytest.fail("Tab does not lead to the map")


def _desk_with_focus(person: Person) -> str:
    spoken = str(person.page.evaluate("document.activeElement?.getAttribute('aria-label') ?? ''"))
    found = re.match(r"[0-9A-Z-]+", spoken)
    return found.group() if found else ""
