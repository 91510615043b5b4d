"""What the API says of feeds and of choices."""

from typing import Any

from rest_framework import serializers

from calendars.models import Feed
from calendars.policies.choices import FeedKind, SectionAs, Spans, Titles
from calendars.policies.chosen import Chosen
from people.api.answers import DepartmentBriefSerializer, department_brief

Values = serializers.Serializer[Any]
FEED_KINDS = [kind.value for kind in FeedKind]
TITLES = [title.value for title in Titles]
SPANS = [span.value for span in Spans]
SECTION_AS = [way.value for way in SectionAs]


class CalendarChoicesSerializer(Values):
    titles = serializers.ChoiceField(choices=TITLES)
    spans = serializers.ChoiceField(choices=SPANS)
    with_desk = serializers.BooleanField(help_text="the desk's code and floor in title and location")
    with_telework = serializers.BooleanField()
    with_own_plans = serializers.BooleanField(help_text="the office without a desk, trips and leave")
    by_mail = serializers.BooleanField(help_text="invitations by mail")
    section_as = serializers.ChoiceField(choices=SECTION_AS, help_text="what a section's feed has for a day")
    mail_possible = serializers.BooleanField(help_text="mail can be sent, and my address is known")


class FeedSerializer(Values):
    id = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=FEED_KINDS)
    department = DepartmentBriefSerializer(allow_null=True, help_text="of a section's feed")
    address = serializers.CharField(
        allow_blank=True, help_text="secret: whoever has it reads the feed. Empty: it cannot be told any more, renew it"
    )
    served = serializers.BooleanField(help_text="false: a section that I do not manage today")
    created_at = serializers.DateTimeField()
    renewed_at = serializers.DateTimeField(allow_null=True)
    last_read_at = serializers.DateTimeField(allow_null=True, help_text="to within an hour; null: never")
    last_reader = serializers.CharField(allow_blank=True, help_text="what the last reader calls itself")


class FeedsSerializer(Values):
    feeds = FeedSerializer(many=True)
    sections = DepartmentBriefSerializer(many=True, help_text="sections I manage, of which I may have a feed")


def choices_shape(chosen: Chosen, *, mail_possible: bool) -> dict[str, Any]:
    """A CalendarChoices."""
    return {
        "titles": chosen.titles.value,
        "spans": chosen.spans.value,
        "with_desk": chosen.with_desk,
        "with_telework": chosen.with_telework,
        "with_own_plans": chosen.with_own_plans,
        "by_mail": chosen.by_mail,
        "section_as": chosen.section_as.value,
        "mail_possible": mail_possible,
    }


def feed_shape(feed: Feed, *, address: str, served: bool) -> dict[str, Any]:
    """A Feed; its department has to be at hand."""
    return {
        "id": feed.pk,
        "kind": feed.kind,
        "department": department_brief(feed.department),
        "address": address,
        "served": served,
        "created_at": feed.created_at,
        "renewed_at": feed.renewed_at,
        "last_read_at": feed.last_read_at,
        "last_reader": feed.last_reader,
    }
