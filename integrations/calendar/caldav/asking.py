"""What is asked of a server of calendars: bodies in XML (RFC 4918, RFC 4791, RFC 6578, CalendarServer's CTag)."""

from collections.abc import Iterable

from lxml import etree
from lxml.builder import ElementMaker

DAV = "DAV:"
CALDAV = "urn:ietf:params:xml:ns:caldav"
CALENDAR_SERVER = "http://calendarserver.org/ns/"

_NAMES = {"D": DAV, "C": CALDAV, "S": CALENDAR_SERVER}
_d = ElementMaker(namespace=DAV, nsmap=_NAMES)
_c = ElementMaker(namespace=CALDAV, nsmap=_NAMES)


def dav(name: str) -> str:
    """A name of WebDAV, as lxml writes it."""
    return f"{{{DAV}}}{name}"


def caldav(name: str) -> str:
    """A name of CalDAV."""
    return f"{{{CALDAV}}}{name}"


ETAG = dav("getetag")
LENGTH = dav("getcontentlength")
SYNC_TOKEN = dav("sync-token")
CTAG = f"{{{CALENDAR_SERVER}}}getctag"
CALENDAR_DATA = caldav("calendar-data")


def propfind(*names: str) -> str:
    """Ask for these properties."""
    return _written(_d.propfind(_wanted(names)))


def multiget(paths: Iterable[str]) -> str:
    """The texts of these files, all at once (RFC 4791, 7.9)."""
    return _written(_c("calendar-multiget", _wanted((ETAG, CALENDAR_DATA)), *(_d.href(path) for path in paths)))


def by_uid(uid: str) -> str:
    """Where the event with this UID is (RFC 4791, 7.8.6)."""
    match = _c("text-match", uid, collation="i;octet")
    wanted = _c("comp-filter", _c("prop-filter", match, name="UID"), name="VEVENT")
    return _written(_c("calendar-query", _wanted((ETAG,)), _c.filter(_c("comp-filter", wanted, name="VCALENDAR"))))


def changed_since(token: str) -> str:
    """What has changed since a token, everything for an empty one (RFC 6578)."""
    return _written(_d("sync-collection", _d("sync-token", token), _d("sync-level", "1"), _wanted((ETAG, LENGTH))))


def _wanted(names: Iterable[str]) -> etree._Element:
    wanted = _d.prop()
    for name in names:
        etree.SubElement(wanted, name)
    return wanted


def _written(element: etree._Element) -> str:
    return '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(element, encoding="unicode")
