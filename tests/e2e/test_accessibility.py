"""axe on every page, in both widths and both languages; what it can see, that is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import fits_the_window, hears_nothing
from tests.e2e.person import MISAKI, Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ["/", "/book", "/book?view=list", "/bookings", "/d/06E-016", "/d/99Z-999", "/no-such-page"]
WIDE_PAGES = [page for page in PAGES if "view" not in page]
"""Beside a map there is room for the list."""
WIDTHS = {"1280": (1280, 900), "360": (360, 760)}


@pytest.mark.parametrize(
    ("width", "language", "pages"), [("1280", "ja", WIDE_PAGES), ("360", "en", PAGES)], ids=["1280-ja", "360-en"]
)
def test_axe_finds_nothing(arrives: Callable[..., Person], width: str, language: str, pages: list[str]) -> None:
    misaki = arrives(MISAKI, width=WIDTHS[width][0], height=WIDTHS[width][1], language=language)
    for address in pages:
        misaki.page.goto(address)
        _hears_nothing(misaki, whole=True)
        fits_the_window(misaki.page)


def test_axe_finds_nothing_on_the_sign_in_page(arrives: Callable[..., Person]) -> None:
    misaki = arrives(MISAKI)
    misaki.page.context.clear_cookies()
    misaki.page.goto("/sign-in")
    _hears_nothing(misaki, whole=True)


@pytest.mark.parametrize("width", ["1280", "360"])
def test_axe_finds_nothing_with_a_desk_open_and_a_refusal_shown(arrives: Callable[..., Person], width: str) -> None:
    misaki = arrives(MISAKI, width=WIDTHS[width][0], height=WIDTHS[width][1])
    day = misaki.working_day(1)
    desk = misaki.free_desks(day)[0]["id"]
    misaki.page.goto(f"/book?day={day}&desk={desk}")
    expect(misaki.page.get_by_role("button", name="全日で予約する")).to_be_visible()
    _hears_nothing(misaki)
    misaki.page.goto(f"/book?day=2027-10-01&desk={desk}")
    expect(misaki.page.get_by_text("この席は予約できません")).to_be_visible()
    _hears_nothing(misaki)


def _hears_nothing(person: Person, *, whole: bool = False) -> None:
    expect(person.page.get_by_role("heading", level=1)).to_be_visible()
    hears_nothing(person.page, whole=whole)
