"""The notifications app: events become notices and mail."""

from django.apps import AppConfig

from audit.subscribers import subscribe
from notifications.policies.kinds import HEARD_EVENTS


class NotificationsConfig(AppConfig):
    name = "notifications"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        subscribe(
            name="notices",
            kinds=HEARD_EVENTS,
            handler="notifications.services.noticing.write_notices",
            wants="notifications.services.noticing.is_worth_a_notice",
        )
