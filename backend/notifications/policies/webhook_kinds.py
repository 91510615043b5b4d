"""What IT hears of webhooks."""

from collections.abc import Sequence

from notifications.policies.groups import NoticeGroup
from notifications.policies.happened import nobody_named
from notifications.policies.kind import NoticeKind
from people.policies.roles import Role

ONE_WEBHOOK = "/webhooks/{subject}"


def _for_it(name: str, event: str, facts: tuple[str, ...]) -> NoticeKind:
    return NoticeKind(
        name,
        event,
        NoticeGroup.APPROVALS,
        facts,
        ONE_WEBHOOK,
        hears=nobody_named,
        to_role=Role.IT,
        urgent=True,
        tells_actor=True,
    )


WEBHOOK_KINDS: Sequence[NoticeKind] = (
    _for_it("webhook_failing", "webhook.failing", ("name", "since", "given_up", "subject")),
    _for_it("webhook_stopped", "webhook.stopped", ("name", "subject")),
)
