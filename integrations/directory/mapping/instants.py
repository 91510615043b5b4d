"""When a password was changed, as directories write it."""

from datetime import UTC, datetime, timedelta

_WINDOWS_BEGAN = datetime(1601, 1, 1, tzinfo=UTC)
_TIMES = ("%Y%m%d%H%M%SZ", "%Y%m%d%H%M%S.%fZ")


def instant(text: str) -> datetime | None:
    """A generalized time (RFC 4517, `20261122010203Z`) or Windows' count of 100 ns since 1601; None for anything else.

    Windows writes 0 for a password that has to be changed at the next sign-in: that tells no time.
    """
    if not text:
        return None
    if text.lstrip("-").isdecimal():
        count = int(text)
        return _WINDOWS_BEGAN + timedelta(microseconds=count // 10) if 0 < count < 2**61 else None
    for form in _TIMES:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
