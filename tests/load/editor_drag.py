"""How much script a drag in the layout editor costs a frame: 400 desks, twenty of them taken along by a real mouse."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from core import clock
from people.models import Account
from people.policies.roles import Role
from people.services.roles import grant_role
from spaces.models import Floor
from spaces.services.drafts import begin_draft, save_draft
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.session_keys import session_key

DESKS = 400
MOVES = 120
TAKEN_ALONG = 20
AIM_MS = 16
SCRIPT = {"EventDispatch", "FunctionCall", "FireAnimationFrame", "TimerFire", "RunMicrotasks"}
"""Trace events that are script; one within another counts once."""
PATIENCE_MS = 60_000


@dataclass(frozen=True, slots=True)
class DragCost:
    """Milliseconds of script in the frames of a drag, and in letting go with all that is drawn anew."""

    frames: list[float]
    drop: float

    @property
    def worst(self) -> float:
        return max(self.frames)

    @property
    def p95(self) -> float:
        return sorted(self.frames)[int(len(self.frames) * 0.95) - 1]


def measure_editor_drag(port: int, hall: Hall, figures: Figures) -> None:
    """A draft of a floor with 400 desks, dragged in Chromium over the product as it is served."""
    keeper = hall.person_ids[0]
    grant_role(account=Account.objects.get(person=keeper), role=Role.FACILITIES)
    draft = begin_draft(
        floor=Floor.objects.get(pk=hall.floor_ids[0]),
        effective_from=clock.today() + timedelta(days=30),
        name="drag",
        from_layout=None,
    )
    save_draft(
        draft_id=draft.pk,
        revision=draft.revision,
        name=draft.name,
        effective_from=draft.effective_from,
        content=crowded(draft.content),
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        address = f"http://127.0.0.1:{port}"
        cookie = {"name": "kyoseki_session", "value": session_key(keeper), "url": address}
        cost = drag_cost(browser, address, draft.pk, [cookie])
        browser.close()
    figures.most("drag of 20 among 400 desks, script a frame, worst", cost.worst, AIM_MS, " ms", digits=1)
    figures.most("drag of 20 among 400 desks, script a frame, p95", cost.p95, AIM_MS, " ms", digits=1)
    figures.told("letting go of them, script", f"{cost.drop:.0f} ms")


def crowded(content: dict[str, Any]) -> dict[str, Any]:
    """The floor's content with 400 desks in rows, in its first area, none of them under the area's name."""
    area = content["areas"][0]["code"]
    desk = content["desks"][0]
    rows = [
        {**desk, "code": f"{area}-{number + 1:03d}", "area": area, "assigned_to": "", "mode": "bookable"}
        | {"x": 1 + number % 40 * 0.8, "y": 4 + number // 40 * 1.4}
        for number in range(DESKS)
    ]
    return {**content, "desks": rows}


def drag_cost(browser: Browser, address: str, draft: int, cookies: list[Any]) -> DragCost:
    """Drag twenty desks through MOVES places, one a frame, and read the script's time from the browser's trace."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies(cookies)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{address}/places/drafts/{draft}")
    page.locator("[data-desk]").nth(DESKS - 1).wait_for()
    page.locator("[data-desk='1']").click()
    for number in range(2, TAKEN_ALONG + 1):
        page.locator(f"[data-desk='{number}']").click(modifiers=["Shift"])
    page.wait_for_timeout(2_000)
    tracing = browser.new_browser_cdp_session()
    events = _traced(tracing, page)
    context.close()
    return _cost(events)


def _traced(tracing: CDPSession, page: Page) -> list[dict[str, Any]]:
    box = page.locator("[data-desk='1']").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    events: list[dict[str, Any]] = []
    ended: list[bool] = []
    tracing.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    tracing.on("Tracing.tracingComplete", lambda _told: ended.append(True))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 6, y + 6)
    tracing.send("Tracing.start", {"categories": "devtools.timeline,blink.user_timing", "transferMode": "ReportEvents"})
    for step in range(MOVES):
        page.mouse.move(x + 6 + step * 3, y + 6 + step)
        page.wait_for_timeout(16)
    page.evaluate("performance.mark('let-go')")
    page.mouse.up()
    page.wait_for_timeout(700)
    tracing.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(50)
    return events


def _cost(events: list[dict[str, Any]]) -> DragCost:
    let_go = next(event for event in events if event["name"] == "let-go")
    own = [event for event in events if (event["pid"], event["tid"]) == (let_go["pid"], let_go["tid"])]
    script = list(_outermost(own))
    frames = sorted(event["ts"] for event in own if event["name"] == "FireAnimationFrame")
    before = [tick for tick in frames if tick < let_go["ts"]]
    spent = [0.0] * len(before)
    for start, length in script:
        if start < let_go["ts"]:
            # A frame's script is its own callback and the events that came before it.
            frame = next((place for place, tick in enumerate(before) if tick >= start), len(before) - 1)
            spent[frame] += length / 1000
    drop = sum(length for start, length in script if start >= let_go["ts"]) / 1000
    return DragCost(spent, drop)


def _outermost(events: list[dict[str, Any]]) -> Iterator[tuple[float, float]]:
    """Start, and time on the processor, in microseconds, of script that no other script holds."""
    end = 0.0
    timed = [event for event in events if event["name"] in SCRIPT and event.get("dur")]
    for event in sorted(timed, key=lambda event: (event["ts"], -event["dur"])):
        if event["ts"] >= end:
            end = event["ts"] + event["dur"]
            yield event["ts"], event.get("tdur", event["dur"])
