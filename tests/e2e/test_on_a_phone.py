"""At 360 pixels, with a thumb, and in the letters that the product brings."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Locator, expect

from tests.e2e.looking import fits_the_window
from tests.e2e.person import MISAKI, Person
from tests.e2e.waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ["/", "/book", "/book?view=list", "/bookings", "/d/06E-016", "/d/99Z-999"]
SMALLEST_TARGET = 24
LETTERS_COME = "[...document.fonts].filter((face) => face.status === 'loaded').length"


@pytest.fixture(scope="module")
def browser(browser_type: BrowserType, browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    """In place of the one of all stories, which takes the machine's letters."""
    launched = browser_type.launch(**{**browser_type_launch_args, "args": []})
    yield launched
    launched.close()


def test_misaki_books_from_the_map(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=760)
    day = misaki.working_day(8)
    misaki.opens_book(day=day)
    misaki.presses("おまかせで選ぶ")
    panel = misaki.page.get_by_role("region", name=re.compile("^06E-"))
    code = panel.get_by_role("heading", level=2).inner_text()
    expect(misaki.page.get_by_role("button", name="全日で予約する")).to_be_visible()
    until(lambda: bottom(misaki.desk(code)) <= top(panel))  # else the panel lies over the desk it is about
    misaki.page.get_by_role("button", name="全日で予約する").tap()
    expect(misaki.toasts).to_contain_text(f"{code} を全日で予約しました")


def test_a_desk_is_wide_enough_for_a_finger_when_the_map_opens(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=760)
    misaki.opens_book(day=misaki.working_day(1))
    lefts = sorted(
        {round(box["x"], 1) for box in (desk.bounding_box() for desk in misaki.desks.all()[:2]) if box is not None}
    )
    assert lefts[1] - lefts[0] >= SMALLEST_TARGET


def test_misaki_books_from_the_list(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=760)
    day = misaki.working_day(9)
    misaki.page.goto(f"/book?day={day}&view=list&open=true")
    misaki.page.get_by_role("button", name=re.compile("^06E-.*をえらぶ")).first.tap()
    misaki.page.get_by_role("button", name="全日で予約する").tap()
    expect(misaki.toasts).to_contain_text("を全日で予約しました")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_lies_outside_the_window(arrives: Callable[..., Person], language: str) -> None:
    misaki = arrives(MISAKI, width=360, height=760, language=language)
    for address in PAGES:
        misaki.page.goto(address)
        expect(misaki.page.get_by_role("heading", level=1)).to_be_visible()
        misaki.page.wait_for_load_state("networkidle")
        fits_the_window(misaki.page)
    assert misaki.page.evaluate(LETTERS_COME) > 0


def top(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"]


def bottom(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"] + box["height"]
