"""Whose token a program sends: token, account, person, department and today's posts in one query."""

from dataclasses import dataclass
from datetime import date, datetime

from access.selectors.who_asks import JOINED, MAY_ENTER, SELECTED, WIDTH, account_in, asked_on, viewer_in
from access.session_key import digest_of
from core.prepared import first_row
from people.selectors.signed_in import SignedIn


@dataclass(frozen=True, slots=True)
class LiveToken:
    """A token that opens something: whose it is, and when its use was last written down."""

    id: int
    signed_in: SignedIn
    last_noted: datetime | None


def live_token(token: str, *, now: datetime, today: date) -> LiveToken | None:
    """The token that a program sent; None when it is unknown, over, revoked, or its account or person may not enter
    today.
    """
    row = first_row(_STATEMENT, [*asked_on(today), digest_of(token), now, *asked_on(today)])
    if row is None:
        return None
    account = account_in(row)
    token_id, scopes, last_noted = row[WIDTH:]
    return LiveToken(token_id, SignedIn(account, viewer_in(row, account), "", frozenset(scopes)), last_noted)


# Nothing of the caller's goes into the text: tables and columns are the models' own.
_STATEMENT = f"""
SELECT {SELECTED}, opened.id, opened.scopes, opened.used_at
FROM access_apitoken opened {JOINED}
WHERE opened.digest = %s AND opened.expires_at > %s AND opened.revoked_at IS NULL AND {MAY_ENTER}
"""  # noqa: S608 - see the comment above
