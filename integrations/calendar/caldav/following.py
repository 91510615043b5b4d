"""What changed in a calendar: by its sync-token (RFC 6578), else by its CTag and the tags of its files."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from integrations.calendar.caldav.answers import INSUFFICIENT, NOT_FOUND, Part, parts, sync_token_of
from integrations.calendar.caldav.asking import CTAG, ETAG, LENGTH, changed_since, dav, propfind
from integrations.calendar.caldav.fetching import files
from integrations.calendar.caldav.paths import is_within, same_place
from integrations.calendar.caldav.wire import Wire
from integrations.calendar.port import CalendarUnavailable, Changes, Trouble

_ABOUT = propfind(dav("resourcetype"), CTAG)
_LISTED = propfind(dav("resourcetype"), ETAG, LENGTH)
# Of a token that is lost, or of a report that is not known: each server says one of these.
_CANNOT = frozenset({400, 403, 405, 409, 412, 415, 422, 501, 507})
_MOST_PAGES = 200
# A token that carries the tags of more files than these would be larger than what it saves.
_MOST_CARRIED = 3000


@dataclass(frozen=True, slots=True)
class _Listing:
    """The files there are or that changed, with their tags and lengths; and which are gone."""

    token: str
    tags: Mapping[str, str]
    lengths: Mapping[str, int]
    gone: tuple[str, ...] = ()
    whole: bool = False


class Following:
    """One question for what changed in the collection at `path`."""

    def __init__(self, wire: Wire, path: str) -> None:
        self._wire = wire
        self._path = path

    def since(self, token: str) -> Changes:
        """What changed since a token of ours, whichever way it was made; everything where it counts no more."""
        way, _, theirs = token.partition(":")
        listing = None
        if way == "sync":
            listing = self._synced(theirs)
        if listing is None and way != "tags":
            listing = self._synced("")
        if listing is None:
            listing = self._by_tags(theirs if way == "tags" else "")
        found, lost = files(self._wire, self._path, listing.tags, listing.lengths)
        return Changes(listing.token, found, (*listing.gone, *lost), listing.whole)

    def _about(self) -> Part:
        found = self._wire.propfind(self._path, _ABOUT)
        here = next((part for part in found if same_place(part.path, self._path)), None)
        if here is None:
            raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "it does not say what is there")
        _insist(here)
        return here

    def _synced(self, token: str) -> _Listing | None:
        """By RFC 6578; None where the server cannot, or does not know the token any more."""
        tags: dict[str, str] = {}
        lengths: dict[str, int] = {}
        gone: dict[str, None] = {}
        asked = token
        for _page in range(_MOST_PAGES):
            answer = self._wire.ask_in_xml("REPORT", self._path, changed_since(asked))
            if answer.status in _CANNOT:
                return None
            tree = self._wire.expected_tree(answer)
            cut = False
            for part in parts(tree):
                if same_place(part.path, self._path):
                    cut = cut or part.status == INSUFFICIENT
                    _insist(part)
                elif not is_within(part.path, self._path):
                    continue
                elif part.status == NOT_FOUND:
                    gone[part.path] = None
                    tags.pop(part.path, None)
                else:
                    gone.pop(part.path, None)
                    tags[part.path] = part.etag
                    lengths[part.path] = _number(part.text(LENGTH))
            before, asked = asked, sync_token_of(tree)
            if not asked:
                return None
            if not cut:
                break
            if asked == before:
                return None  # it would go on for ever, and what it left out be taken for gone
        else:
            if not token:
                return None
        return _Listing(f"sync:{asked}", tags, lengths, tuple(gone) if token else (), whole=not token)

    def _by_tags(self, carried: str) -> _Listing:
        """By what the calendar's own tag and those of its files were when we last looked."""
        ctag = self._about().text(CTAG)
        known_ctag, known = _unpacked(carried)
        if ctag and ctag == known_ctag:
            return _Listing(f"tags:{carried}", {}, {})
        found = self._wire.propfind(self._path, _LISTED, depth=1)
        there = {part.path: part for part in found if is_within(part.path, self._path)}
        tags = {path: part.etag for path, part in there.items()}
        token = f"tags:{_packed(ctag, tags)}"
        lengths = {path: _number(part.text(LENGTH)) for path, part in there.items()}
        if known is None:
            return _Listing(token, tags, lengths, whole=True)
        changed = {path: tag for path, tag in tags.items() if not tag or known.get(path) != tag}
        return _Listing(token, changed, lengths, tuple(path for path in known if path not in tags))


def _insist(collection: Part) -> None:
    """Some servers say 207 of a collection that is gone, and 404 within it."""
    if collection.status == NOT_FOUND:
        raise CalendarUnavailable(Trouble.CALENDAR_GONE)


def _packed(ctag: str, tags: Mapping[str, str]) -> str:
    """The tags of a calendar and of its files as part of a token; of a very large calendar its own alone."""
    said = json.dumps([ctag, tags if len(tags) <= _MOST_CARRIED else None], separators=(",", ":"))
    return b64encode(zlib.compress(said.encode())).decode()


def _unpacked(carried: str) -> tuple[str, dict[str, str] | None]:
    """What a token carries; nothing where it is none of ours."""
    try:
        ctag, tags = json.loads(zlib.decompress(b64decode(carried, validate=True)))
    except (ValueError, zlib.error, TypeError):
        return "", None
    return ctag, tags


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
