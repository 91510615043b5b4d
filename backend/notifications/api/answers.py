"""What the API says of notices."""

from typing import Any

from rest_framework import serializers

from core.paged import page_of
from notifications.models import Notice
from notifications.policies.groups import MailWhen, NoticeGroup

Values = serializers.Serializer[Any]
GROUPS = [group.value for group in NoticeGroup]
MAIL_WHEN = [when.value for when in MailWhen]


class NoticeSerializer(Values):
    id = serializers.IntegerField()
    kind = serializers.CharField(help_text="the screens have the words of each kind, with its facts filled in")
    facts = serializers.DictField(child=serializers.JSONField(), help_text="days and instants in ISO 8601")
    link = serializers.CharField(help_text="where in the product the person can act, such as /bookings")
    created_at = serializers.DateTimeField()
    read_at = serializers.DateTimeField(allow_null=True)


class UnreadSerializer(Values):
    count = serializers.IntegerField()
    newest = serializers.IntegerField(help_text="id of the newest unread notice, 0 where there is none")


class ReadAllSerializer(Values):
    read = serializers.IntegerField(help_text="how many were marked")


class MailChoicesSerializer(Values):
    mail_sent = serializers.BooleanField(help_text="whether this installation sends mail, and I have an address")
    address = serializers.CharField(allow_blank=True, help_text="where my mail goes")
    digest_hour = serializers.IntegerField(help_text="the hour of the city's day at which daily mail leaves")
    bookings = serializers.ChoiceField(choices=MAIL_WHEN)
    offers = serializers.ChoiceField(choices=MAIL_WHEN)
    moves = serializers.ChoiceField(choices=MAIL_WHEN)
    section = serializers.ChoiceField(choices=MAIL_WHEN)
    telework = serializers.ChoiceField(choices=MAIL_WHEN)
    approvals = serializers.ChoiceField(choices=MAIL_WHEN)
    privacy = serializers.ChoiceField(choices=MAIL_WHEN)


def notice_shape(notice: Notice) -> dict[str, Any]:
    """A Notice."""
    return {
        "id": notice.pk,
        "kind": notice.kind,
        "facts": notice.facts,
        "link": notice.link,
        "created_at": notice.created_at,
        "read_at": notice.read_at,
    }


PaginatedNoticeListSerializer = page_of(NoticeSerializer)
