"""Lists are paged by cursor: nothing is cut silently, and a page costs the same however deep it lies."""

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

import orjson
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

Row = TypeVar("Row")
Key = tuple[Any, ...]

DEFAULT_PAGE_SIZE = 50
LARGEST_PAGE = 200


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page: its rows, and the cursors of the pages after and before it (None at the ends)."""

    results: Sequence[Row]
    next: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class PageWanted:
    """Which page a request asks for: how many rows, and the key after (or before) which they begin."""

    size: int
    after: Key | None = None
    before: Key | None = None


def page_wanted(request: Request, key_types: tuple[type, ...]) -> PageWanted:
    """Read `page_size` (1 to 200) and `cursor` from the query. Raises ValidationError naming the one that is wrong.

    `key_types` are the types of the key's parts (str, int or date), so that a cursor made up by hand is refused here.
    """
    text = request.query_params.get("page_size")
    size = DEFAULT_PAGE_SIZE
    if text is not None:
        if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= LARGEST_PAGE or len(text) > 6:
            raise ValidationError({"page_size": [f"1-{LARGEST_PAGE}"]})
        size = int(text)
    cursor = request.query_params.get("cursor")
    if not cursor:
        return PageWanted(size)
    direction, key = _read(cursor, key_types)
    return PageWanted(size, after=key) if direction == "n" else PageWanted(size, before=key)


def paged(
    wanted: PageWanted,
    fetch: Callable[[Key | None, bool, int], Sequence[Row]],
    key: Callable[[Row], Key],
) -> Page[Row]:
    """Fetch one page.

    `fetch(key, backwards, limit)` answers at most `limit` rows beyond `key`, in the list's order or, when `backwards`,
    in the opposite one; `key(row)` is a row's place in the list.
    """
    if wanted.before is not None:
        rows = list(fetch(wanted.before, True, wanted.size + 1))
        more = len(rows) > wanted.size
        rows = rows[: wanted.size][::-1]
        return Page(
            rows,
            next=_write("n", key(rows[-1])) if rows else None,
            previous=_write("p", key(rows[0])) if more else None,
        )
    rows = list(fetch(wanted.after, False, wanted.size + 1))
    more = len(rows) > wanted.size
    rows = rows[: wanted.size]
    return Page(
        rows,
        next=_write("n", key(rows[-1])) if more else None,
        previous=_write("p", key(rows[0])) if rows and wanted.after is not None else None,
    )


def _write(direction: str, key: Key) -> str:
    return base64.urlsafe_b64encode(orjson.dumps([direction, *key])).decode().rstrip("=")


def _read(cursor: str, key_types: tuple[type, ...]) -> tuple[str, Key]:
    wrong = ValidationError({"cursor": ["unknown"]})
    try:
        direction, *key = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, TypeError, UnicodeEncodeError) as error:
        raise wrong from error
    if direction not in ("n", "p") or len(key) != len(key_types):
        raise wrong
    try:
        return direction, tuple(_part(part, wanted) for part, wanted in zip(key, key_types, strict=True))
    except ValueError as error:
        raise wrong from error


def _part(value: Any, wanted: type) -> Any:
    """A part of a key as its type. Raises ValueError for anything that no cursor of ours holds."""
    if wanted is date and isinstance(value, str):
        return date.fromisoformat(value)
    if type(value) is not wanted:
        raise ValueError("of another type")
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise ValueError("past 64 bits")
    if isinstance(value, str) and "\x00" in value:
        raise ValueError("holds NUL")
    return value
