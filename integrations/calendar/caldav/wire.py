"""Asking a server of calendars. python-caldav finds out how it wants a password, and asks with it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from caldav.davclient import DAVClient
from caldav.lib import error as caldav_error
from lxml import etree
from requests.auth import HTTPBasicAuth, HTTPDigestAuth

from integrations.calendar.caldav.answers import MULTISTATUS, NOT_FOUND, Answer, Part, parts
from integrations.calendar.caldav.asking import dav
from integrations.calendar.caldav.troubles import GONE, NO_PASSWORD, refusal
from integrations.calendar.port import CalendarUnavailable, Trouble
from integrations.web.trouble import WebUnavailable

_ERROR = dav("error")


class Wire:
    """A way to the server at `address`. Everything that goes wrong on it is raised as CalendarUnavailable."""

    def __init__(self, address: str, username: str, password: str, session: requests.Session) -> None:
        self.address = address
        self._noted = _Noted(session)
        self._client = _Client(address, username, password, self._noted)

    def ask(self, method: str, where: str, body: str = "", headers: Mapping[str, str] | None = None) -> Answer:
        """What the server answers, whatever its status, but for a password that it does not take.

        `where` is an address, or a path on the server.
        """
        address = urljoin(self.address, where)
        self._noted.last = None
        try:
            self._client.request(address, method, body, dict(headers or {}))
        except WebUnavailable as trouble:
            raise CalendarUnavailable(Trouble(trouble.code.value), trouble.detail) from trouble
        except NotImplementedError as unknown:
            raise CalendarUnavailable(Trouble.PASSWORD, "it asks neither for basic nor for digest") from unknown
        except caldav_error.DAVError as no:
            # 401, 403, 429: the answer itself says more.
            if self._noted.last is None:
                raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, str(no)) from no
        except ValueError as strange:
            raise CalendarUnavailable(Trouble.NOT_ALLOWED, "that is no address") from strange
        answer = _answer(self._noted.last)
        if answer.status == NO_PASSWORD and self._client.took_another_way():
            return self.ask(method, where, body, headers)
        if answer.status == NO_PASSWORD:
            raise CalendarUnavailable(Trouble.PASSWORD, _elsewhere(address, answer.address))
        return answer

    def propfind(self, where: str, body: str, *, depth: int = 0) -> list[Part]:
        """What is there, with its properties: of one thing, or with depth 1 of what lies in it too."""
        return self.parts("PROPFIND", where, body, depth=depth)

    def parts(self, method: str, where: str, body: str, *, depth: int = 0) -> list[Part]:
        """The parts of the 207 that answers. Raises CalendarUnavailable for any other answer."""
        return self.parts_of(self.ask_in_xml(method, where, body, depth=depth))

    def parts_of(self, answer: Answer) -> list[Part]:
        """The parts of a 207."""
        return list(parts(self.expected_tree(answer)))

    def ask_in_xml(self, method: str, where: str, body: str, *, depth: int = 0) -> Answer:
        """As `ask`, of something that is asked in XML."""
        return self.ask(method, where, body, _in_xml(depth))

    def expected_tree(self, answer: Answer) -> etree._Element:
        """The 207 in an answer. Raises CalendarUnavailable where it is something else, a page of HTML among them."""
        if answer.status != MULTISTATUS:
            raise refusal(answer)
        if answer.tree is None:
            raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "what answers does not speak WebDAV")
        return answer.tree

    def is_gone(self, collection: str, body: str) -> bool:
        """Whether a collection is not there any more. Some say so in the 207, and others by its status."""
        answer = self.ask_in_xml("PROPFIND", collection, body)
        if answer.status in GONE:
            return True
        return any(part.status == NOT_FOUND for part in parts(self.expected_tree(answer)))


class _Noted:
    """The session, and the last answer of it. python-caldav is handed the head of an answer alone.

    It would write into the log what it cannot read, and that may be somebody's day.
    """

    def __init__(self, session: requests.Session) -> None:
        self._session = session
        self.last: requests.Response | None = None

    def request(self, method: str, address: str, **given: Any) -> requests.Response:
        self.last = self._session.request(method, address, **given)
        head = requests.Response()
        head.status_code = self.last.status_code
        head.url = self.last.url
        head.headers = self.last.headers
        head._content = b""
        return head

    def close(self) -> None:
        self._session.close()


class _Client(DAVClient):
    """python-caldav over our session: it goes nowhere that the session does not let it go, and looks nothing up."""

    def __init__(self, address: str, username: str, password: str, session: _Noted) -> None:
        super().__init__(
            url=address, username=username, password=password, enable_rfc6764=False, rate_limit_handle=False
        )
        self.session.close()
        self.session = session
        self._shown = (username, password)
        self._offered: frozenset[str] = frozenset()

    def build_auth_object(self, auth_types: list[str] | None = None) -> None:
        """Basic in UTF-8 (RFC 7617) under TLS, else digest where it is offered. A password is never sent as a token."""
        self._offered = frozenset(auth_types or ())
        encrypted = str(self.url).startswith("https:")
        if "digest" in self._offered and not (encrypted and "basic" in self._offered):
            self.auth = HTTPDigestAuth(*self._shown)
        elif "basic" in self._offered:
            self.auth = self._basic()

    def took_another_way(self) -> bool:
        """Whether there is another way to show the password, which is taken from now on.

        Cyrus offers a digest of SASL that no client of HTTP works out, and basic beside it.
        """
        if not isinstance(self.auth, HTTPDigestAuth) or "basic" not in self._offered:
            return False
        self.auth = self._basic()
        return True

    def _basic(self) -> HTTPBasicAuth:
        return HTTPBasicAuth(*(one.encode() for one in self._shown))


def _answer(response: requests.Response | None) -> Answer:
    if response is None:
        raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "nothing was asked")
    tree = _tree(response)
    reasons = (
        [str(one.tag) for one in tree if isinstance(one.tag, str)] if tree is not None and tree.tag == _ERROR else []
    )
    return Answer(
        status=response.status_code,
        headers=response.headers,
        body=response.content,
        address=str(response.url),
        reasons=tuple(reasons),
        tree=tree,
    )


def _tree(response: requests.Response) -> etree._Element | None:
    """The XML of an answer. None for a page, for text, and for what defines entities, which nothing of WebDAV does."""
    body = response.content
    if not body or _is_text(response.headers.get("Content-Type", "")):
        return None
    reader = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        tree = etree.fromstring(body, reader)
    except (etree.LxmlError, ValueError):
        return None
    return tree if tree.getroottree().docinfo.internalDTD is None else None


def _is_text(kind: str) -> bool:
    return kind.partition(";")[0].strip().lower() in {"text/calendar", "text/html", "text/plain"}


def _elsewhere(asked: str, answered: str) -> str:
    if urlsplit(asked).netloc == urlsplit(answered).netloc:
        return ""
    return f"it sends one on to {urlsplit(answered).netloc}, where the password does not follow"


def _in_xml(depth: int) -> dict[str, str]:
    return {"Depth": str(depth), "Content-Type": "application/xml; charset=utf-8"}
