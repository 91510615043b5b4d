"""What every page is held to: axe has nothing to say about it, and nothing of it stands beside the window."""

from collections.abc import Set as AbstractSet

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
"""Naming everything that is right as well takes axe three times as long on a plan of 250 desks."""
# react-aria says "busy" of a button by pointing at it for seven seconds, also when the button is gone by then.
NOT_SEEN = ["[data-live-announcer]"]
LOOK = "([seen, options]) => axe.run(seen, options).then(({ violations }) => violations)"
STALE = "div.opacity-60[aria-busy=true]"
"""What stood there before, pale until what was asked for has come."""
PLAN = frozenset({"target-size"})
"""The plan is an image of its own scale: a desk on the whole floor is smaller than a finger, and the list, zoom and
keys beside it are the equal way that WCAG 2.5.8 asks for."""


FURTHER_DESKS = "table.desk-list tbody tr:nth-child(n + 40)"
"""Rows made like the many before them. The pages of test_accessibility are heard to the last one; telling the contrast
of 250 desks again in each story takes axe five seconds every time."""


def is_clean(page: Page, *, but: AbstractSet[str] = PLAN) -> None:
    """Both at once."""
    hears_nothing(page, but=but)
    fits_the_window(page)


def hears_nothing(page: Page, *, but: AbstractSet[str] = PLAN, whole: bool = False) -> None:
    """axe finds nothing against WCAG 2.2 AA on the page as it stands, but for the rules of these names.

    Of a floor's list of desks it hears the first rows alone, unless it is to hear the `whole` page.
    """
    page.wait_for_load_state("networkidle")
    expect(page.locator(STALE)).to_have_count(0)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    # Style sheets are read for one rule alone, whether a page turns with the phone; they are the same on every page.
    options = RULES | {"rules": {rule: {"enabled": False} for rule in but}, "preload": whole}
    seen = {"include": [["body"]], "exclude": [NOT_SEEN, *([] if whole else [[FURTHER_DESKS]])]}
    found = page.evaluate(LOOK, [seen, options])
    told = [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]
    assert not told, "\n".join([page.url, *told])


def fits_the_window(page: Page) -> None:
    """Nobody has to push the page sideways to read it."""
    beside = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert beside <= 0, f"{page.url} is {beside} pixels wider than the window"
