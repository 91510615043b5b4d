"""How a receiver knows that a body is ours and new: HMAC-SHA256 over the time and the body."""

import hashlib
import hmac
from collections.abc import Iterable


def signature(secrets: Iterable[str], *, timestamp: int, body: bytes) -> str:
    """The header `Kyoseki-Signature`: `t=<unix seconds>,v1=<hex>`, one `v1` for each secret that is good today.

    Each is the HMAC-SHA256, keyed with the secret as it was shown, of the timestamp, a full stop and the body.
    """
    signed = f"{timestamp}.".encode() + body
    marks = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest() for secret in secrets]
    return ",".join([f"t={timestamp}", *(f"v1={mark}" for mark in marks)])
