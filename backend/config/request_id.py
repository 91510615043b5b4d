"""The request's id: said in answers, in logs and in the audit trail."""

import os
import re

_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,64}")


def request_id_from(given: str | None) -> str:
    """The id that a trusted proxy gave, or a new one when there is none or it has an odd shape."""
    return given if given and _ACCEPTED.fullmatch(given) else os.urandom(8).hex()
