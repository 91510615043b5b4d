"""The texts of many files, a few questions for all of them (calendar-multiget of RFC 4791)."""

from collections.abc import Iterator, Mapping, Sequence

from integrations.calendar.caldav.answers import parts
from integrations.calendar.caldav.asking import CALENDAR_DATA, multiget
from integrations.calendar.caldav.troubles import GONE, refusal
from integrations.calendar.caldav.wire import Wire
from integrations.calendar.components import letters_of
from integrations.calendar.port import CalendarUnavailable, Resource, Trouble

# Apache's tag of a packed file is another one than that of the file.
UNPACKED = {"Accept-Encoding": "identity"}
_MOST_FILES = 100
_MOST_BYTES = 2_000_000
_UNTOLD_BYTES = 20_000
_CANNOT = frozenset({400, 403, 405, 415, 422, 501})
_NOT_SHOWN = 403


def files(
    wire: Wire, collection: str, tags: Mapping[str, str], lengths: Mapping[str, int]
) -> tuple[tuple[Resource, ...], tuple[str, ...]]:
    """The files of these paths, and which of them are gone meanwhile. One too large to read is there without text."""
    found: list[Resource] = []
    gone: list[str] = []
    for batch in _batches(tags, lengths):
        _fetch(wire, collection, batch, tags, found, gone)
    return tuple(found), tuple(gone)


def _fetch(
    wire: Wire,
    collection: str,
    batch: Sequence[str],
    tags: Mapping[str, str],
    found: list[Resource],
    gone: list[str],
) -> None:
    try:
        answer = wire.ask_in_xml("REPORT", collection, multiget(batch), depth=1)
    except CalendarUnavailable as trouble:
        if trouble.trouble is not Trouble.TOO_LARGE:
            raise
        if len(batch) == 1:
            found.append(Resource(batch[0], tags[batch[0]], ""))
            return
        middle = len(batch) // 2
        _fetch(wire, collection, batch[:middle], tags, found, gone)
        _fetch(wire, collection, batch[middle:], tags, found, gone)
        return
    if answer.status in _CANNOT:
        _fetch_each(wire, batch, tags, found, gone)
        return
    unsaid = dict.fromkeys(batch)
    for part in parts(wire.expected_tree(answer)):
        if part.path not in unsaid:
            continue
        text = part.found.get(CALENDAR_DATA)
        if text is not None:
            found.append(Resource(part.path, part.etag or tags[part.path], text.text or ""))
        elif part.status in GONE:
            gone.append(part.path)
        else:
            continue
        del unsaid[part.path]
    # A server may fail with one file, or leave it out: that it is gone is believed only where that is said.
    _fetch_each(wire, tuple(unsaid), tags, found, gone)


def _fetch_each(
    wire: Wire, batch: Sequence[str], tags: Mapping[str, str], found: list[Resource], gone: list[str]
) -> None:
    """One by one: where a server knows no report for many, and those of which it said nothing in one."""
    for path in batch:
        try:
            answer = wire.ask("GET", path, headers=UNPACKED)
        except CalendarUnavailable as trouble:
            if trouble.trouble is not Trouble.TOO_LARGE:
                raise
            found.append(Resource(path, tags[path], ""))
            continue
        if answer.status in GONE:
            gone.append(path)
        elif answer.ok:
            found.append(Resource(path, answer.etag, letters_of(answer.body)))
        elif answer.status == _NOT_SHOWN:
            found.append(Resource(path, tags[path], ""))
        else:
            raise refusal(answer)


def _batches(tags: Mapping[str, str], lengths: Mapping[str, int]) -> Iterator[list[str]]:
    """So many at once as are answered quickly and do not fill the memory."""
    batch: list[str] = []
    size = 0
    for path in tags:
        length = lengths.get(path, 0) or _UNTOLD_BYTES
        if batch and (len(batch) == _MOST_FILES or size + length > _MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(path)
        size += length
    if batch:
        yield batch
