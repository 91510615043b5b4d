"""Who left comes in no more: sessions and tokens end. Second factors stay, for whoever comes back."""

from access.models import ApiToken
from access.services.ending import end_access
from core import clock
from directory.policies.roll_changed import Effect, RollChanged


def access_ends(change: RollChanged) -> None:
    """End the sessions of those who left and revoke their tokens."""
    if change.left:
        end_access(person_ids=change.left)


def ending_access(change: RollChanged) -> list[Effect]:
    """Each token that would be revoked: a program stops with it. Sessions end without anybody's harm."""
    rows = ApiToken.objects.filter(
        account__person_id__in=change.left, revoked_at__isnull=True, expires_at__gt=clock.now()
    )
    return [
        Effect("token", person_id, {"name": name})
        for person_id, name in rows.order_by("pk").values_list("account__person_id", "name")
    ]
