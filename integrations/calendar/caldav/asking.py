"""What is asked of a server of calendars: bodies in XML (RFC 4918, RFC 4791, RFC 6578, CalendarServer's CTag)."""

from collections.abc import Iterable

from lxml import etree

DAV = "DAV:"
CALDAV = "urn:ietf:params:xml:ns:caldav"
CALENDAR_SERVER = "http://calendarserver.org/ns/"

_NAMES = {"D": DAV, "C": CALDAV, "S": CALENDAR_SERVER}


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
    return _written(_element(dav("propfind"), _wanted(names)))


def multiget(paths: Iterable[str]) -> str:
    """The texts of these files, all at once (RFC 4791, 7.9)."""
    hrefs = (_element(dav("href"), text=path) for path in paths)
    return _written(_element(caldav("calendar-multiget"), _wanted((ETAG, CALENDAR_DATA)), *hrefs))


def by_uid(uid: str) -> str:
    """Where the event with this UID is (RFC 4791, 7.8.6)."""
    match = _element(caldav("text-match"), text=uid, collation="i;octet")
    event = _filter("VEVENT", _element(caldav("prop-filter"), match, name="UID"))
    wanted = _element(caldav("filter"), _filter("VCALENDAR", event))
    return _written(_element(caldav("calendar-query"), _wanted((ETAG,)), wanted))


def changed_since(token: str) -> str:
    """What has changed since a token, everything for an empty one (RFC 6578)."""
    known = _element(SYNC_TOKEN, text=token)
    level = _element(dav("sync-level"), text="1")
    return _written(_element(dav("sync-collection"), known, level, _wanted((ETAG, LENGTH))))


def _filter(name: str, inside: etree._Element) -> etree._Element:
    return _element(caldav("comp-filter"), inside, name=name)


def _wanted(names: Iterable[str]) -> etree._Element:
    return _element(dav("prop"), *(_element(name) for name in names))


def _element(tag: str, *inside: etree._Element, text: str = "", **attributes: str) -> etree._Element:
    element = etree.Element(tag, attributes, nsmap=_NAMES)
    # What XML cannot hold is in no token, name or UID that a server told in XML.
    element.text = "".join(one for one in text if one.isprintable()) or None
    element.extend(inside)
    return element


def _written(element: etree._Element) -> str:
    return '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(element, encoding="unicode")
