"""The feed behind a secret address, for calendars that nobody signs in."""

import gzip

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from audit.context import current_origin
from calendars.policies.feed_key import LONGEST_SECRET, digest_of
from calendars.selectors.feed_items import packed_feed, tag_of
from calendars.selectors.feeds import opened_feed
from calendars.services.feeds import note_read, wait_after_guess
from core import clock
from core.etag import polled_headers, unchanged
from core.revision import revisions

ICS = "text/calendar; charset=utf-8"
HEADERS = {
    "Content-Type": ICS,
    "Content-Disposition": 'inline; filename="kyoseki.ics"',
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """One's own days, or those of a section one manages, with an ETag.

    An address that was never one, one that was revoked or renewed, and one of somebody who has left are answered alike:
    404, and 429 for whoever has guessed too often.
    """
    today = clock.today()
    found = opened_feed(digest_of(secret), today) if len(secret) <= LONGEST_SECRET else None
    if found is None:
        return _unknown()
    if not found.noted:
        note_read(found.id)
    slow = revisions()
    etag = tag_of(found, today, slow)
    headers = {**HEADERS, **polled_headers(etag)}
    if unchanged(request, etag):
        return HttpResponse(status=304, headers=headers)
    packed = packed_feed(found, etag, today, slow)
    headers["Vary"] = "Accept-Encoding"
    if "gzip" not in request.META.get("HTTP_ACCEPT_ENCODING", ""):
        return HttpResponse(gzip.decompress(packed), headers=headers)
    return HttpResponse(packed, headers={**headers, "Content-Encoding": "gzip"})


def _unknown() -> HttpResponse:
    wait = wait_after_guess(current_origin().source_address)
    if wait is None:
        raise Http404
    return HttpResponse(status=429, headers={"Retry-After": str(wait), "Referrer-Policy": "no-referrer"})
