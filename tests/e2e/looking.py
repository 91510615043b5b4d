"""What every page is held to: axe has nothing to say about it, and nothing of it stands beside the window."""

from collections.abc import Set as AbstractSet

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
"""Naming everything that is right as well takes axe three times as long on a plan of 250 desks."""
# react-aria says "busy" of a button by pointing at it for seven seconds, also when the button is gone by then.
SEEN = {"include": [["body"]], "exclude": [["[data-live-announcer]"]]}
STALE = "div.opacity-60[aria-busy=true]"
"""What stood there before, pale until what was asked for has come."""
PLAN = frozenset({"target-size"})
"""The plan is an image of its own scale: a desk on the whole floor is smaller than a finger, and the list, zoom and
keys beside it are the equal way that WCAG 2.5.8 asks for."""


def is_clean(page: Page, *, but: AbstractSet[str] = PLAN) -> None:
    """Both at once."""
    hears_nothing(page, but=but)
    fits_the_window(page)


def hears_nothing(page: Page, *, but: AbstractSet[str] = PLAN) -> None:
    """axe finds nothing against WCAG 2.2 AA on the page as it stands, but for the rules of these names."""
    page.wait_for_load_state("networkidle")
    expect(page.locator(STALE)).to_have_count(0)
    found = Axe().run(page, context=SEEN, options=RULES).response["violations"]
    told = [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found
        if rule["id"] not in but
        for node in rule["nodes"]
    ]
    assert not told, "\n".join(told)


def fits_the_window(page: Page) -> None:
    """Nobody has to push the page sideways to read it."""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
