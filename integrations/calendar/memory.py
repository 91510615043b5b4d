"""An account with calendars made of dictionaries, for tests. It can be brought into every kind of trouble."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import quote

from integrations.calendar.lines import property_name, unfolded
from integrations.calendar.merging import merged
from integrations.calendar.port import (
    CalendarUnavailable,
    Changes,
    Conflict,
    Found,
    Item,
    Resource,
    Stored,
    Trouble,
)
from integrations.calendar.writing import as_file


@dataclass(slots=True)
class MemoryCalendar:
    """A calendar, and at the same time what its owner does in it by hand (`put`s of files: write, edit, delete).

    `trouble` is what it answers to everything while it is set; `breaks_off` lets a write happen and says nothing of
    it, as when the line is cut after it; `tokens` false keeps no account of changes; `tags` false tells no tags;
    `room` is how many files there may be; `meanwhile` is called once before the next write, as a rival would come.
    """

    address: str = "/calendars/misaki/days/"
    name: str = "予定"
    writable: bool = True
    trouble: Trouble | None = None
    breaks_off: bool = False
    tokens: bool = True
    tags: bool = True
    room: int | None = None
    meanwhile: Callable[[], object] | None = None
    asked: int = 0
    _texts: dict[str, str] = field(default_factory=dict)
    _versions: dict[str, int] = field(default_factory=dict)
    _next: "count[int]" = field(default_factory=lambda: count(1))
    _forgotten: int = 0

    # What the port promises.

    def put(self, item: Item, *, href: str = "", etag: str = "") -> Stored:
        """Write our item; see the port."""
        self._answer()
        self._let_the_rival_in()
        if not self.writable:
            raise CalendarUnavailable(Trouble.FORBIDDEN, "it is only read")
        if not href and (known := self._href_of(item.uid)):
            href = known
        if href and (href not in self._texts or (etag and etag != self._etag(href))):
            raise Conflict
        if not href and self.room is not None and len(self._texts) >= self.room:
            raise CalendarUnavailable(Trouble.QUOTA)
        text = merged(item, self._texts[href]) if href else as_file(item)
        href = href or f"{self.address}{quote(item.uid, safe='@')}.ics"
        self.edit(href, text)
        if self.breaks_off:
            raise CalendarUnavailable(Trouble.UNREACHABLE, "the line was cut")
        return Stored(href, self._etag(href))

    def remove(self, href: str, etag: str = "") -> None:
        """Take our item away; see the port."""
        self._answer()
        self._let_the_rival_in()
        if href not in self._texts:
            return
        if not self.writable:
            raise CalendarUnavailable(Trouble.FORBIDDEN, "it is only read")
        if etag and etag != self._etag(href):
            raise Conflict
        self.delete(href)
        if self.breaks_off:
            raise CalendarUnavailable(Trouble.UNREACHABLE, "the line was cut")

    def read(self, href: str) -> Resource | None:
        """The file at an address; see the port."""
        self._answer()
        return self._resource(href) if href in self._texts else None

    def changes(self, token: str = "") -> Changes:
        """What changed since `token`; see the port."""
        self._answer()
        now = max(self._versions.values(), default=0)
        since = int(token) if token.isdecimal() else -1
        if not self.tokens or not self._forgotten <= since <= now:
            return Changes(str(now), tuple(map(self._resource, self._texts)), (), whole=True)
        later = [href for href, version in self._versions.items() if version > since]
        changed = tuple(self._resource(href) for href in later if href in self._texts)
        return Changes(str(now), changed, tuple(href for href in later if href not in self._texts), whole=False)

    # What its owner does, and what its server may do.

    def write(self, name: str, text: str) -> str:
        """A file of its owner's, new or over the one of that name. Its href."""
        href = f"{self.address}{name}"
        self.edit(href, text)
        return href

    def edit(self, href: str, text: str) -> None:
        """Write over a file."""
        self._texts[href] = text
        self._versions[href] = next(self._next)

    def delete(self, href: str) -> None:
        """Take a file away."""
        del self._texts[href]
        self._versions[href] = next(self._next)

    def text(self, href: str) -> str:
        """What a file says."""
        return self._texts[href].replace("\r\n", "\n")

    def texts(self) -> dict[str, str]:
        """What every file says, by its href."""
        return {href: self.text(href) for href in self._texts}

    def forget_changes(self) -> None:
        """Its server knows none of the tokens any more that it gave."""
        self._forgotten = next(self._next)
        self._versions = {href: next(self._next) for href in self._texts} or {"": next(self._next)}

    def _answer(self) -> None:
        self.asked += 1
        if self.trouble is not None:
            raise CalendarUnavailable(self.trouble, "the calendar in memory was told to say so")

    def _let_the_rival_in(self) -> None:
        rival, self.meanwhile = self.meanwhile, None
        if rival is not None:
            rival()

    def _href_of(self, uid: str) -> str:
        return next((href for href, text in self._texts.items() if uid in _uids(text)), "")

    def _etag(self, href: str) -> str:
        return f'"{self._versions[href]}"' if self.tags else ""

    def _resource(self, href: str) -> Resource:
        return Resource(href, self._etag(href), self._texts[href])


@dataclass(slots=True)
class MemoryCalendars:
    """An account; `trouble` is what it answers while it is set, and then its calendars answer it too."""

    calendars: list[MemoryCalendar] = field(default_factory=lambda: [MemoryCalendar()])
    trouble: Trouble | None = None

    def found(self) -> Sequence[Found]:
        """Its calendars; see the port."""
        if self.trouble is not None:
            raise CalendarUnavailable(self.trouble, "the account in memory was told to say so")
        return [Found(one.address, one.name, one.writable, takes_events=True) for one in self.calendars]

    def calendar(self, address: str) -> MemoryCalendar:
        """The calendar at an address; one that is gone says so when it is asked."""
        known = next((one for one in self.calendars if one.address == address), None)
        if known is None:
            return MemoryCalendar(address=address, trouble=self.trouble or Trouble.CALENDAR_GONE)
        known.trouble = self.trouble or known.trouble
        return known


def _uids(text: str) -> set[str]:
    return {line.partition(":")[2].strip() for line in unfolded(text) if property_name(line) == "UID"}
