"""A person at a browser, who does what people do: through roles and labels."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Locator, Page, expect

from tests.fixtures.calendar_servers import CalendarAccount

MISAKI = "s011026"
"""我妻 美咲 of the hearing section, at home in 06E."""
AOI = "s011013"
"""山田 葵, who leads it."""

LIVE = ("booked", "checked_in")


class Person:
    """Somebody with a name. Reads of the API are for arranging a test, never for what it proves."""

    def __init__(self, page: Page, username: str) -> None:
        self.page = page
        self.username = username

    def signs_in(self) -> None:
        self.page.goto("/sign-in")
        self.page.get_by_label("ユーザー名").fill(self.username)
        self.page.get_by_label("パスワード").fill("kyoseki")
        self.page.get_by_role("button", name="サインインする").click()
        expect(self.page).not_to_have_url(re.compile("sign-in"))

    def has_signed_in(self) -> None:
        """Without the screen: for who comes to do something else."""
        self._asks("GET", "/session/")
        self._asks("POST", "/session/", {"username": self.username, "password": "kyoseki"})

    def is_signed_in(self) -> bool:
        """Whether the session of this browser still opens something."""
        return self.page.request.get("/api/v1/me/").ok

    def lets_pass(self, seconds: int) -> None:
        """So much time in this browser alone: what the page would do by then it does now, each thing once."""
        self.page.clock.fast_forward(1000 * seconds)

    def speaks(self, language: str) -> dict[str, Any]:
        """From now on; what the product then says of this person."""
        me: dict[str, Any] = self._asks("PATCH", "/me/", {"language": language})
        return me

    def has_come(self, language: str) -> None:
        """Speaking that language, with no desk in hand."""
        self.gives_up_every_desk(self.speaks(language)["today"])

    def opens_book(self, **search: object) -> None:
        """「席をとる」 on a day of its own, so that tests do not meet each other."""
        query = "&".join(f"{key}={value}" for key, value in search.items())
        self.page.goto(f"/book?{query}")
        expect(self.map).to_be_visible()
        expect(self.desks.first).not_to_have_accessible_name(re.compile("確認中|Checking"))

    @property
    def map(self) -> Locator:
        return self.page.get_by_role("application")

    @property
    def desks(self) -> Locator:
        return self.map.get_by_role("button")

    @property
    def toasts(self) -> Locator:
        return self.page.get_by_role("region", name=re.compile("^(お知らせ|Notices)$"))

    def desk(self, code: str) -> Locator:
        """A desk on the map."""
        return self.map.get_by_role("button", name=re.compile(f"^{code}"))

    def panel(self, code: str) -> Locator:
        return self.page.get_by_role("region", name=code, exact=True)

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def chooses(self, one: Locator) -> None:
        """One of several, where the address or the server says which is chosen: it may be a moment until it shows."""
        one.click()
        expect(one).to_be_checked()

    def undoes(self) -> None:
        self.toasts.get_by_role("button", name=re.compile("元に戻す|Undo")).click()

    def working_day(self, index: int) -> str:
        """The city's working day so many days from today, which is 0."""
        return str(self._asks("GET", "/me/")["working_days"][index])

    def free_desks(self, day: str, part: str = "full") -> list[dict[str, Any]]:
        """Free desks of the person's own area, as the API tells them; in the order of their codes."""
        home = self._asks("GET", "/me/")["home_areas"][0]
        floor = self._asks("GET", f"/floors/{home['floor']}/?day={day}")
        states = self._asks("GET", f"/floors/{home['floor']}/availability/?day={day}&part={part}")["desks"]
        free = {line["desk"] for line in states if line["state"] == "free"}
        return [desk for desk in floor["desks"] if desk["id"] in free and desk["area"] == home["id"]]

    def floor_named(self, name: str) -> int:
        return next(int(floor["id"]) for floor in self._asks("GET", "/floors/") if floor["name"] == name)

    def has_booked(self, desk: int, day: str, part: str = "full") -> dict[str, Any]:
        booking: dict[str, Any] = self._asks("POST", "/bookings/", {"desk": desk, "day": day, "part": part})
        return booking

    def has_booked_for(self, person: int, desk: int, day: str) -> dict[str, Any]:
        """A desk for somebody for whom this person may book."""
        booking: dict[str, Any] = self._asks(
            "POST", "/bookings/", {"desk": desk, "day": day, "part": "full", "person": person}
        )
        return booking

    def has_moved(self, booking: int, desk: int, day: str) -> None:
        """To another desk, for the whole day."""
        self._asks("PATCH", f"/bookings/{booking}/", {"desk": desk, "day": day, "part": "full"})

    def has_linked(self, account: CalendarAccount) -> int:
        """That calendar, to send and to take in; the link's id."""
        known = {"kind": "caldav", "address": account.address}
        who = {"username": account.username, "password": account.password}
        what = {"calendar": account.calendar_address, "calendar_name": "予定", "sends": True, "takes_in": True}
        return int(self._asks("POST", "/calendar/links/", {**known, **who, **what})["id"])

    def has_unlinked(self, link: int) -> None:
        self._asks("DELETE", f"/calendar/links/{link}/")

    def proposals(self) -> list[dict[str, Any]]:
        """What calendars propose for the person's coming working days and is not answered yet."""
        days = self._asks("GET", "/me/")["working_days"]
        found = self._asks("GET", f"/calendar/proposals/?from={days[0]}&to={days[-1]}")["proposals"]
        return [one for one in found if one["state"] == "open"]

    def gives_up(self, booking: int) -> None:
        self._asks("POST", f"/bookings/{booking}/cancel/", {})

    def finds(self, typed: str) -> dict[str, Any]:
        """The first of the people found."""
        found: dict[str, Any] = self._asks("GET", f"/people/?q={quote(typed)}")["results"][0]
        return found

    def day_on_which_nothing_is_planned(self, person: int) -> str:
        """One of that person's coming working days, but not today: so that a desk can be booked for them."""
        days = self._asks("GET", f"/people/{person}/?days=10")["days"][1:]
        return next(str(day["day"]) for day in days if not day["stretches"])

    def day_with_a_desk(self, person: int) -> str:
        """One of that person's coming working days on which they have a desk for the morning or the whole day."""
        days = self._asks("GET", f"/people/{person}/?days=10")["days"]
        return next(str(day["day"]) for day in days if day["am"] and day["am"]["desk"])

    def bookings_of(self, person: int, day: str) -> list[dict[str, Any]]:
        """Live bookings of somebody for whom this person may book."""
        found = self._asks("GET", f"/bookings/?person={person}&from={day}&to={day}")["results"]
        return [booking for booking in found if booking["state"] in LIVE]

    def has_asked_to_telework(self, *, unit: str, tasks: str) -> dict[str, Any]:
        """A request for one of the person's coming working days, the first from the eighth on that can be had."""
        for day in self._asks("GET", "/me/")["working_days"][8:]:
            wish = {"unit": unit, "form": "home", "tasks": tasks, "contact": "内線 1234"}
            (judged,) = self._asks("POST", "/telework/requests/preview/", {"days": [day], **wish})["days"]
            if judged["outcome"] != "refused":
                request: dict[str, Any] = self._asks("POST", "/telework/requests/", {"day": day, **wish})
                return request
        raise AssertionError("no working day on which this person may telework")

    def telework(self, request: int) -> dict[str, Any]:
        found: dict[str, Any] = self._asks("GET", f"/telework/requests/{request}/")
        return found

    def has_planned_nothing_today(self) -> bool:
        me = self._asks("GET", "/me/")["person"]["id"]
        return not self._asks("GET", f"/people/{me}/?days=1")["days"][0]["stretches"]

    def has_reported(self, request: int, *, done: str) -> int:
        """Work the person's telework of today, half past eight to half past nine, and report it; the request again."""
        for step in ("start", "end"):
            self._asks("POST", f"/telework/requests/{request}/{step}/", {})
        report = {"started_at": "08:30", "ended_at": "09:30", "break_minutes": 0, "tasks_done": done}
        self._asks("POST", f"/telework/requests/{request}/report/", report)
        return request

    def newest_notice(self) -> dict[str, Any]:
        """With the id 0 and no kind where there is none."""
        found = self._asks("GET", "/notices/?page_size=1")["results"]
        return found[0] if found else {"id": 0, "kind": ""}

    def unread(self) -> int:
        """How many notices."""
        return int(self._asks("GET", "/notices/unread/")["count"])

    def has_an_offer(self) -> bool:
        """Whether a desk somebody gave up is kept for this person until they answer."""
        return any(wait["state"] == "offered" for wait in self._asks("GET", "/waitlists/"))

    def registration(self) -> dict[str, Any]:
        """The person's own registration for telework of this fiscal year."""
        found: dict[str, Any] = self._asks("GET", "/telework/registrations/me/")["registration"]
        return found

    def decides_registration(self, registration: int, action: str, *, comment: str = "") -> None:
        self._asks("POST", f"/telework/registrations/{registration}/{action}/", {"comment": comment})

    def needs_on_site(self, count: int) -> None:
        """The least number of people in the office of the section that this person leads."""
        department = self._asks("GET", "/me/")["person"]["department"]["id"]
        self._asks("PATCH", f"/telework/departments/{department}/rules/", {"minimum_on_site_count": count})

    def shows_herself_to(self, visibility: str) -> None:
        self._asks("PATCH", "/me/", {"visibility": visibility})

    def has_counted(self, day: date) -> None:
        """Have the facts of a day built, as facilities."""
        self._asks("POST", "/occupancy/days/build/", {"from": f"{day}", "to": f"{day}"})

    def gives_up_every_desk(self, today: str = "") -> None:
        today = today or self._asks("GET", "/me/")["today"]
        found: Sequence[dict[str, Any]] = self._asks("GET", f"/bookings/?from={today}")["results"]
        for booking in found:
            if booking["state"] in LIVE:
                step = "cancel" if "cancel" in booking["may"] else "check-out"
                self._asks("POST", f"/bookings/{booking['id']}/{step}/", {})

    def lets_telework_today(self, other: "Person") -> int:
        """Record and approve, as the manager, that somebody works at home this afternoon; the request's id."""
        today = self._asks("GET", "/me/")["today"]
        wish = {
            "day": today,
            "unit": "pm",
            "form": "home",
            "tasks": "照会への回答",
            "contact": "090-0000-0000",
            "terminal": "own_office",
            "post_hoc_reason": "朝に電話で連絡",
            "person": other._asks("GET", "/me/")["person"]["id"],
        }
        request = self._asks("POST", "/telework/requests/", wish)
        if request["state"] == "submitted":
            request = self._asks("POST", f"/telework/requests/{request['id']}/approve/", {})
        return int(request["id"])

    def _asks(self, method: str, path: str, body: object = None) -> Any:
        cookies = {cookie["name"]: cookie["value"] for cookie in self.page.context.cookies()}
        answer = self.page.context.request.fetch(
            f"/api/v1{path}", method=method, data=body, headers={"X-CSRFToken": cookies.get("kyoseki_csrf", "")}
        )
        assert answer.ok, f"{method} {path}: {answer.status} {answer.text()[:300]}"
        return answer.json() if answer.status != 204 else None
