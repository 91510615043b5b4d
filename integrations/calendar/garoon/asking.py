"""One question to a Garoon server and its answer."""

import base64
import json
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from integrations.calendar.port import CalendarUnavailable, Trouble
from integrations.web.client import Allowed, Limits, fetch
from integrations.web.trouble import WebUnavailable

_GONE = 404
_SERVERS_FAULT = 500
_TROUBLES = {
    401: Trouble.PASSWORD,
    403: Trouble.FORBIDDEN,
    408: Trouble.TOO_SLOW,
    429: Trouble.UNREACHABLE,
    504: Trouble.TOO_SLOW,
}


@dataclass(frozen=True, slots=True)
class Garoon:
    """A server, by the address of its API (…/api/v1), and the account that asks."""

    api: str
    login: str
    password: str
    allowed: Allowed
    limits: Limits | None = None

    def ask(self, path: str, *, method: str = "GET", body: Any = None) -> Any:
        """What is at `path` below the API, None where nothing is. Raises CalendarUnavailable.

        A redirect is not followed: nobody else is shown the password, which goes along in a header of Garoon's own.
        """
        token = base64.b64encode(f"{self.login}:{self.password}".encode()).decode()
        headers = {"X-Cybozu-Authorization": token, "Accept": "application/json"}
        content = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            content = json.dumps(body, ensure_ascii=False).encode()
        try:
            answer = fetch(
                f"{self.api}/{path}",
                allowed=self.allowed,
                method=method,
                headers=headers,
                body=content,
                limits=replace(self.limits or Limits(), most_redirects=0),
            )
        except WebUnavailable as trouble:
            raise CalendarUnavailable(Trouble(trouble.code.value), trouble.code.value) from None
        if answer.status == _GONE:
            return None
        if not 200 <= answer.status < 300:
            passes = Trouble.UNREACHABLE if answer.status >= _SERVERS_FAULT else Trouble.NOT_A_CALENDAR
            raise CalendarUnavailable(_TROUBLES.get(answer.status, passes), str(answer.status))
        try:
            return json.loads(answer.body) if answer.body.strip() else {}
        except ValueError as error:
            raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "what is there is no Garoon") from error


def api_of(address: str) -> str:
    """The API's address of a server as people write it: with `/g` in Cybozu's cloud, with `…/grn.cgi` or `…/grn.exe`
    of one's own.
    """
    typed = address.strip().rstrip("/")
    if typed.endswith("/api/v1"):
        return typed
    parts = urlsplit(typed)
    if (parts.hostname or "").endswith(".cybozu.com") and parts.path in {"", "/"}:
        typed += "/g"
    return f"{typed}/api/v1"
