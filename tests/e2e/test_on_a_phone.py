"""At 360 pixels, with a thumb."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import fits_the_window
from tests.e2e.person import MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ["/", "/book", "/book?view=list", "/bookings", "/d/06E-016", "/d/99Z-999"]
SMALLEST_TARGET = 24


def test_misaki_books_from_the_map(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI, width=360, height=760)
    day = misaki.working_day(8)
    misaki.opens_book(day=day)
    misaki.presses("おまかせで選ぶ")
    panel = misaki.page.get_by_role("region", name=re.compile("^06E-"))
    code = panel.get_by_role("heading", level=2).inner_text()
    chosen, sheet = misaki.desk(code).bounding_box(), panel.bounding_box()
    assert chosen
    assert sheet
    assert chosen["y"] + chosen["height"] <= sheet["y"], "the panel lies over the desk it is about"
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


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_lies_outside_the_window(arrives: Callable[..., Person], address: str, language: str) -> None:
    misaki = arrives(MISAKI, width=360, height=760, language=language)
    misaki.page.goto(address)
    expect(misaki.page.get_by_role("heading", level=1)).to_be_visible()
    misaki.page.wait_for_load_state("networkidle")
    fits_the_window(misaki.page)
