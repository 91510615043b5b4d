"""What I want to find in calendars."""

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from calendars.api.feed_answers import SECTION_AS, SPANS, TITLES, CalendarChoicesSerializer, Values, choices_shape
from calendars.api.own import person_of
from calendars.policies.choices import SectionAs, Spans, Titles
from calendars.selectors.choices import choices_of
from calendars.services.choosing import change_choices
from core.answers import ProblemSerializer
from people.models import Person

_AS: dict[str, Any] = {"titles": Titles, "spans": Spans, "section_as": SectionAs}


class CalendarChoicesChangeSerializer(Values):
    """What is to be otherwise; what is left out stays."""

    titles = serializers.ChoiceField(choices=TITLES, required=False)
    spans = serializers.ChoiceField(choices=SPANS, required=False)
    with_desk = serializers.BooleanField(required=False)
    with_telework = serializers.BooleanField(required=False)
    with_own_plans = serializers.BooleanField(required=False)
    by_mail = serializers.BooleanField(required=False)
    section_as = serializers.ChoiceField(choices=SECTION_AS, required=False)


class CalendarChoicesView(APIView):
    """What goes into my feed, linked calendars and invitations."""

    @extend_schema(
        operation_id="calendar_choices_retrieve",
        responses={200: CalendarChoicesSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """My choices, the defaults where I made none."""
        person = person_of(request)
        return Response(choices_shape(choices_of([person.pk])[person.pk], mail_possible=_mail_possible(person)))

    @extend_schema(
        operation_id="calendar_choices_update",
        request=CalendarChoicesChangeSerializer,
        responses={200: CalendarChoicesSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def patch(self, request: Request) -> Response:
        """Change some of them. Calendars that are linked follow within a minute, feeds when they are read next."""
        person = person_of(request)
        asked = CalendarChoicesChangeSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        wanted = {name: _AS[name](value) if name in _AS else value for name, value in asked.validated_data.items()}
        possible = _mail_possible(person)
        if wanted.get("by_mail") and not possible:
            raise ValidationError({"by_mail": ["no mail can be sent to you"]})
        return Response(choices_shape(change_choices(person_id=person.pk, **wanted), mail_possible=possible))


def _mail_possible(person: Person) -> bool:
    return bool(settings.MAIL and person.mail)
