"""The seam to receivers: where they may be, how a body is signed, and what became of one post."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from core import clock
from integrations.web.client import Allowed
from integrations.web.trouble import WebTrouble, WebUnavailable
from integrations.webhooks.posting import post
from integrations.webhooks.signing import signature
from webhooks.policies.states import DeliveryTrouble
from webhooks.policies.trying import trouble_in

_USUAL_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one try; without a trouble it arrived. `answer` is the beginning of the answer, or the detail."""

    trouble: DeliveryTrouble | None
    status: int | None
    answer: str
    milliseconds: int | None


def allowed_targets() -> Allowed:
    """Where webhooks may go, as the settings say."""
    outbound = settings.OUTBOUND
    return Allowed(hosts=outbound["webhook_hosts"], networks=outbound["networks"], ca_file=outbound["ca_file"])


def is_allowed_host(address: str) -> bool:
    """Whether the host of an address is on the list. Where it lies is looked at each time something is sent there."""
    parts = urlsplit(address)
    return allowed_targets().names(parts.hostname or "", parts.port or _USUAL_PORTS[parts.scheme])


def send(address: str, *, secrets: Sequence[str], kind: str, delivery: int, body: str) -> Outcome:
    """Post one body, signed with each of `secrets` for this second. Raises nothing: a trouble is an outcome."""
    raw = body.encode()
    headers = {
        "User-Agent": "Kyoseki-Webhooks",
        "Kyoseki-Event": kind,
        "Kyoseki-Delivery": str(delivery),
        "Kyoseki-Signature": signature(secrets, timestamp=int(clock.now().timestamp()), body=raw),
    }
    try:
        answered = post(address, allowed=allowed_targets(), headers=headers, body=raw)
    except WebUnavailable as unavailable:
        return Outcome(_TROUBLES[unavailable.code], None, unavailable.detail.replace("\x00", "")[:400], None)
    return Outcome(trouble_in(answered.status), answered.status, answered.beginning, answered.milliseconds)


_TROUBLES = {trouble: DeliveryTrouble(trouble.value) for trouble in WebTrouble}
