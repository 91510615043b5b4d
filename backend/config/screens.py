"""The built screens: files with a hash in their name for ever, index.html fresh for every address of a screen."""

import hashlib
from functools import cache
from wsgiref.headers import Headers
from wsgiref.types import WSGIApplication

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import quote_etag
from django.views.decorators.http import condition, require_safe
from whitenoise import WhiteNoise

from config.security import security_headers

_MISSING = (
    b"<!doctype html><meta charset=utf-8><title>Kyoseki</title><p>The screens are not built yet: make run builds them."
)


@cache
def _page() -> bytes:
    index = settings.SCREENS / "index.html"
    return index.read_bytes() if index.is_file() else _MISSING


@cache
def _etag() -> str:
    return quote_etag(hashlib.sha256(_page()).hexdigest()[:16])


@require_safe
@condition(etag_func=lambda request, *args, **kwargs: _etag())
def screen(request: HttpRequest) -> HttpResponse:
    """The one page behind every address of a screen; the script in it reads the address."""
    return HttpResponse(_page(), headers={"Cache-Control": "no-cache"})


def with_static_files(application: WSGIApplication) -> WSGIApplication:
    """`application` with the built files before it, so that a script or a font never reaches Django."""
    headers_for_all = tuple(security_headers(https=settings.HTTPS).items())

    def add_headers(headers: Headers, path: str, url: str) -> None:
        for name, value in headers_for_all:
            headers.setdefault(name, value)

    def never_changes(path: str, url: str) -> bool:
        return url.startswith("/assets/")

    files = WhiteNoise(
        application,
        max_age=3600,
        allow_all_origins=False,
        add_headers_function=add_headers,
        immutable_file_test=never_changes,
    )
    if settings.SCREENS.is_dir():
        files.add_files(str(settings.SCREENS))
    if settings.STATIC_ROOT.is_dir():
        files.add_files(str(settings.STATIC_ROOT), prefix=settings.STATIC_URL)
    return files
