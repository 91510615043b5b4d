"""What a server of calendars answers, taken apart: the 207 of WebDAV (RFC 4918) and the reasons in its errors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from integrations.calendar.caldav.asking import ETAG, SYNC_TOKEN, dav
from integrations.calendar.caldav.paths import path_of

OK = 200
MULTISTATUS = 207
NOT_FOUND = 404
INSUFFICIENT = 507


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `reasons` are the names in a DAV:error; `tree` is there where the body is XML."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str
    reasons: tuple[str, ...] = ()
    tree: etree._Element | None = None

    @property
    def ok(self) -> bool:
        """Whether it is one of success."""
        return OK <= self.status < 300

    @property
    def etag(self) -> str:
        """The tag of what was read or written; empty where the server tells none."""
        return _strong(self.headers.get("ETag", ""))


@dataclass(frozen=True, slots=True)
class Part:
    """One response of a 207: where, with which status, and the properties that were found."""

    path: str
    status: int
    found: Mapping[str, etree._Element]

    def text(self, name: str) -> str:
        """The text of a property; empty where there is none."""
        element = self.found.get(name)
        return "" if element is None or element.text is None else element.text.strip()

    @property
    def etag(self) -> str:
        """The tag of the file; empty where the server tells none."""
        return _strong(self.text(ETAG))

    def href(self, name: str) -> str:
        """The path that a property holds; empty where there is none."""
        element = self.found.get(name)
        inside = None if element is None else element.findtext(dav("href"))
        return path_of(inside) if inside else ""

    def names_in(self, name: str) -> frozenset[str]:
        """The names of all elements within a property."""
        element = self.found.get(name)
        return (
            frozenset() if element is None else frozenset(str(one.tag) for one in element.iter() if one is not element)
        )


def parts(tree: etree._Element) -> Iterator[Part]:
    """The responses of a 207."""
    for response in tree.iterchildren(dav("response")):
        href = response.findtext(dav("href")) or ""
        found: dict[str, etree._Element] = {}
        for group in response.iterchildren(dav("propstat")):
            if _code(group.findtext(dav("status"))) != OK:
                continue
            found |= {str(one.tag): one for prop in group.iterchildren(dav("prop")) for one in prop}
        yield Part(path_of(href), _code(response.findtext(dav("status"))), found)


def sync_token_of(tree: etree._Element) -> str:
    """The token at the end of an answer of RFC 6578."""
    return (tree.findtext(SYNC_TOKEN) or "").strip()


def _strong(tag: str) -> str:
    """A tag for comparing and for If-Match: a server or proxy that packs an answer calls its tag weak on the way."""
    return tag.strip().removeprefix("W/")


def _code(line: str | None) -> int:
    """The number in `HTTP/1.1 404 Not Found`; 200 where there is no line."""
    words = (line or "").split()
    return int(words[1]) if len(words) > 1 and words[1].isdecimal() else OK
