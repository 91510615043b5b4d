"""Asking a server of calendars. python-caldav finds out how it wants a password and reads its XML."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from caldav.davclient import DAVClient
from caldav.lib import error as caldav_error
from lxml import etree
from requests.auth import HTTPBasicAuth, HTTPDigestAuth

from integrations.calendar.caldav.answers import MULTISTATUS, NOT_FOUND, Answer, Part, parts
from integrations.calendar.caldav.troubles import GONE, NO_PASSWORD, refusal
from integrations.calendar.port import CalendarUnavailable, Trouble
from integrations.web.trouble import WebUnavailable


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
        tree: etree._Element | None = None
        self._noted.last = None
        try:
            tree = self._client.request(address, method, body, dict(headers or {})).tree
        except WebUnavailable as trouble:
            raise CalendarUnavailable(Trouble(trouble.code.value), trouble.detail) from trouble
        except NotImplementedError as unknown:
            raise CalendarUnavailable(Trouble.PASSWORD, "it asks neither for basic nor for digest") from unknown
        except (caldav_error.DAVError, etree.LxmlError, UnicodeError, ValueError) as strange:
            # Its status says what is to be thought of it; of this alone there is no answer at all.
            if self._noted.last is None:
                raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, str(strange)) from strange
        answer = _answer(self._noted.last, tree)
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
    """The session, and the last answer of it: python-caldav hands on neither the address nor the very octets."""

    def __init__(self, session: requests.Session) -> None:
        self._session = session
        self.last: requests.Response | None = None

    def request(self, method: str, address: str, **given: Any) -> requests.Response:
        self.last = self._session.request(method, address, **given)
        return self.last

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

    def build_auth_object(self, auth_types: list[str] | None = None) -> None:
        """Digest where it is offered, else basic in UTF-8 (RFC 7617). A password is never sent as a token."""
        offered = auth_types or [self.auth_type]
        if "digest" in offered:
            self.auth = HTTPDigestAuth(self.username, self.password)
        elif "basic" in offered:
            self.auth = HTTPBasicAuth(str(self.username).encode(), str(self.password).encode())


def _answer(response: requests.Response | None, tree: etree._Element | None) -> Answer:
    if response is None:
        raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "nothing was asked")
    body = response.content
    # What defines entities is none of WebDAV's; python-caldav's parser has not followed them.
    trusted = tree is not None and tree.getroottree().docinfo.internalDTD is None
    return Answer(
        status=response.status_code,
        headers=response.headers,
        body=body,
        address=str(response.url),
        reasons=tuple(caldav_error.parse_preconditions(body)) if tree is not None and trusted else (),
        tree=tree if trusted else None,
    )


def _elsewhere(asked: str, answered: str) -> str:
    if urlsplit(asked).netloc == urlsplit(answered).netloc:
        return ""
    return f"it sends one on to {urlsplit(answered).netloc}, where the password does not follow"


def _in_xml(depth: int) -> dict[str, str]:
    return {"Depth": str(depth), "Content-Type": "application/xml; charset=utf-8"}
