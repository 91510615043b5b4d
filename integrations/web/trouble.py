"""What can go wrong on the way to another machine."""

from enum import StrEnum


class WebTrouble(StrEnum):
    """`not_allowed`: the host is not on the list, or lies where the list does not say it may."""

    NOT_ALLOWED = "not_allowed"
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    CERTIFICATE = "certificate"
    TOO_LARGE = "too_large"
    REDIRECTS = "redirects"


class WebUnavailable(Exception):
    """Nothing came back that could be read. `code` says why, `detail` for whoever runs the machine."""

    def __init__(self, code: WebTrouble, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code.value)
        self.code = code
        self.detail = detail
