"""Waiting for a desk where everything is taken, and taking the one that comes free."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.looking import fits_the_window, hears_nothing
from tests.e2e.person import AOI, MISAKI, Person
from tests.e2e.waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FEATURES = ("height_adjustable", "quiet")
"""One desk of 06E has both: whoever wants them finds the area full when that one is taken."""
THE_PAGE_ASKS_SECONDS = 15


@pytest.mark.parametrize(
    ("width", "language", "words"),
    [
        pytest.param(
            1280,
            "ja",
            {
                "join": "空き待ちに入る",
                "first": "1番目",
                "offer": "空き待ちの案内",
                "until": re.compile(r"までに答えてください"),
                "accept": "この席にする",
                "booked": "を予約しました",
            },
            id="wide-ja",
        ),
        pytest.param(
            360,
            "en",
            {
                "join": "Join the waiting list",
                "first": "Number 1",
                "offer": "Offer from the waiting list",
                "until": re.compile("Answer by"),
                "accept": "Take this desk",
                "booked": "is booked",
            },
            id="phone-en",
        ),
    ],
)
def test_misaki_waits_for_a_desk_and_takes_it_when_aoi_gives_it_up(
    arrives: Callable[..., Person], width: int, language: str, words: dict[str, str]
) -> None:
    misaki = arrives(MISAKI, width=width, height=760, language=language)
    aoi = arrives(AOI)
    day, desk = _the_desk(misaki, range(3, 14) if language == "ja" else range(12, 2, -1))
    booking = aoi.has_booked(desk["id"], day)

    misaki.opens_book(day=day, features=",".join(FEATURES))
    join = misaki.page.get_by_role("button", name=words["join"])
    _presses_by_key(join)
    expect(misaki.page.get_by_text(words["first"], exact=True)).to_be_visible()

    misaki.page.goto("/")
    expect(misaki.page.get_by_text(words["first"], exact=True)).to_be_visible()
    hears_nothing(misaki.page)
    aoi.gives_up(booking["id"])
    until(misaki.has_an_offer)
    misaki.lets_pass(THE_PAGE_ASKS_SECONDS)

    offer = misaki.page.get_by_role("article", name=re.compile(f"{words['offer']} {desk['code']}"))
    expect(offer).to_be_visible()
    expect(offer.get_by_text(words["until"])).to_be_visible()
    hears_nothing(misaki.page)
    fits_the_window(misaki.page)
    _presses_by_key(offer.get_by_role("button", name=words["accept"]))

    expect(misaki.toasts).to_contain_text(f"{desk['code']}")
    expect(misaki.toasts).to_contain_text(words["booked"])
    expect(offer).to_have_count(0)
    misaki.page.goto("/bookings")
    expect(misaki.page.get_by_text(desk["code"], exact=True).first).to_be_visible()


def test_misaki_declines_and_waits_no_longer(arrives: Callable[..., Person]) -> None:
    misaki, aoi = arrives(MISAKI), arrives(AOI)
    day, desk = _the_desk(misaki, range(9, 14))
    booking = aoi.has_booked(desk["id"], day)
    misaki.opens_book(day=day, features=",".join(FEATURES))
    misaki.presses("空き待ちに入る")
    expect(misaki.toasts).to_contain_text("空き待ちに入りました。1番目です。")
    aoi.gives_up(booking["id"])
    until(misaki.has_an_offer)
    misaki.page.goto("/bookings")

    misaki.presses("ことわる")
    dialog = misaki.page.get_by_role("dialog", name="この案内をことわりますか")
    hears_nothing(misaki.page)
    dialog.get_by_role("button", name="ことわる").click()

    expect(misaki.toasts).to_contain_text("案内をことわりました")
    expect(misaki.page.get_by_role("article")).to_have_count(0)
    assert desk["id"] in {one["id"] for one in misaki.free_desks(day)}


def _the_desk(person: Person, days: range) -> tuple[str, dict[str, Any]]:
    """The first of those working days on which the desk is free, and the desk."""
    for index in days:
        day = person.working_day(index)
        for desk in person.free_desks(day):
            if set(FEATURES) <= set(desk["features"]):
                return day, desk
    raise AssertionError("somebody has the desk on all of these days")


def _presses_by_key(button: Locator) -> None:
    button.focus()
    button.press("Enter")
