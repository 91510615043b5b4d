"""What the API says of linked calendars."""

from typing import Any

from rest_framework import serializers

from calendars.models import CalendarLink
from calendars.policies.choices import Acceptance, LinkKind, LinkState, OnDeleted
from calendars.selectors.malformed import MalformedIn
from calendars.servers import Found, Trouble
from calendars.services.finding import Tested

Values = serializers.Serializer[Any]

LINK_KINDS = [kind.value for kind in LinkKind]
LINK_STATES = [state.value for state in LinkState]
ON_DELETED = [one.value for one in OnDeleted]
ACCEPTANCES = [one.value for one in Acceptance]
TROUBLES = [trouble.value for trouble in Trouble]


class MalformedSerializer(Values):
    count = serializers.IntegerField()
    line = serializers.IntegerField(help_text="at which the first of them begins")


class CalendarLinkSerializer(Values):
    """The password never comes back."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=LINK_KINDS)
    address = serializers.CharField(help_text="as typed")
    username = serializers.CharField(allow_blank=True)
    calendar = serializers.CharField(help_text="the address of the calendar itself")
    calendar_name = serializers.CharField(allow_blank=True)
    sends = serializers.BooleanField()
    takes_in = serializers.BooleanField()
    on_deleted = serializers.ChoiceField(choices=ON_DELETED)
    acceptance = serializers.ChoiceField(choices=ACCEPTANCES)
    state = serializers.ChoiceField(choices=LINK_STATES)
    trouble = serializers.ChoiceField(choices=[*TROUBLES, ""], help_text="empty: all is well")
    troubled_since = serializers.DateTimeField(allow_null=True)
    sent_at = serializers.DateTimeField(allow_null=True, help_text="when what is there was last as it should be")
    read_at = serializers.DateTimeField(allow_null=True)
    waiting = serializers.IntegerField(help_text="changes that are not there yet")
    sent_count = serializers.IntegerField(help_text="events of ours that are there, from yesterday on")
    malformed = MalformedSerializer(allow_null=True, help_text="what of it could not be read")


class CalendarLinksSerializer(Values):
    links = CalendarLinkSerializer(many=True)
    kinds = serializers.ListField(child=serializers.ChoiceField(choices=LINK_KINDS), help_text="what can be linked")
    hosts_allowed = serializers.BooleanField(help_text="whether this installation may reach any server of calendars")
    most = serializers.IntegerField(help_text="how many one may have")


class FoundCalendarSerializer(Values):
    address = serializers.CharField()
    name = serializers.CharField(allow_blank=True)
    writable = serializers.BooleanField()
    takes_events = serializers.BooleanField()


class FoundCalendarsSerializer(Values):
    calendars = FoundCalendarSerializer(many=True)


class TestedCalendarSerializer(Values):
    ok = serializers.BooleanField()
    trouble = serializers.ChoiceField(choices=[*TROUBLES, ""])
    detail = serializers.CharField(allow_blank=True, help_text="for whoever runs that server")


def link_shape(link: CalendarLink, *, sent_count: int, malformed: MalformedIn | None) -> dict[str, Any]:
    """A CalendarLink; of one whose server is silent `trouble` is that of the server."""
    return {
        "id": link.pk,
        "kind": link.kind,
        "address": link.address,
        "username": link.username,
        "calendar": link.calendar,
        "calendar_name": link.calendar_name,
        "sends": link.sends,
        "takes_in": link.takes_in,
        "on_deleted": link.on_deleted,
        "acceptance": link.acceptance,
        "state": link.state,
        "trouble": link.trouble,
        "troubled_since": link.troubled_since,
        "sent_at": link.sent_at,
        "read_at": link.read_at,
        "waiting": link.waiting,
        "sent_count": sent_count,
        "malformed": {"count": malformed.count, "line": malformed.line} if malformed else None,
    }


def found_shape(found: Found) -> dict[str, Any]:
    """A calendar of an account."""
    return {
        "address": found.address,
        "name": found.name,
        "writable": found.writable,
        "takes_events": found.takes_events,
    }


def tested_shape(tested: Tested) -> dict[str, Any]:
    """What a linked calendar answered."""
    return {"ok": tested.ok, "trouble": tested.trouble, "detail": tested.detail}
