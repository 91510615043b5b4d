"""What was read of a linked calendar is kept: kinds and intervals, names of files and their tags."""

from collections.abc import Collection, Iterable, Sequence

from calendars.models import SeenResource, SeenStretch
from calendars.selectors.files_read import FileRead

ROWS_AT_ONCE = 1000


def note_files(link_id: int, files: Sequence[FileRead]) -> bool:
    """Keep what these files say in place of what they said before; answers whether they say something else now."""
    _note_resources(link_id, files)
    readable = [one for one in files if one.readable]
    before = _said(link_id, [one.href for one in readable])
    now = {
        (one.href, stretch.source, stretch.kind.value, stretch.during.start, stretch.during.end): stretch
        for one in readable
        for stretch in one.stretches
    }
    gone = [pk for key, pk in before.items() if key not in now]
    SeenStretch.objects.filter(pk__in=gone).delete()
    new = [
        SeenStretch(link_id=link_id, href=key[0], source=one.source, kind=one.kind.value, during=one.during.as_range())
        for key, one in now.items()
        if key not in before
    ]
    SeenStretch.objects.bulk_create(new, batch_size=ROWS_AT_ONCE)
    return bool(gone or new)


def forget_files(link_id: int, hrefs: Collection[str]) -> bool:
    """The files are not there any more; answers whether any of them said something."""
    if not hrefs:
        return False
    SeenResource.objects.filter(link_id=link_id, href__in=hrefs).delete()
    gone, _ = SeenStretch.objects.filter(link_id=link_id, href__in=hrefs).delete()
    return bool(gone)


def _note_resources(link_id: int, files: Iterable[FileRead]) -> None:
    rows = [
        SeenResource(
            link_id=link_id,
            href=one.href,
            etag=one.etag,
            malformed=one.malformed,
            malformed_line=one.malformed_line,
        )
        for one in files
    ]
    SeenResource.objects.bulk_create(
        rows,
        batch_size=ROWS_AT_ONCE,
        update_conflicts=True,
        unique_fields=["link", "href"],
        update_fields=["etag", "malformed", "malformed_line"],
    )


def _said(link_id: int, hrefs: Collection[str]) -> dict[tuple[object, ...], int]:
    rows = SeenStretch.objects.filter(link_id=link_id, href__in=hrefs)
    return {(one.href, one.source, one.kind, one.interval.start, one.interval.end): one.pk for one in rows}
