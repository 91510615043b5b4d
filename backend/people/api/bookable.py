"""`/people/bookable/`: for whom I may book a desk."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from people.api.answers import PersonBriefSerializer, Values, person_brief
from people.api.viewer import viewer_of
from people.policies.acting import Relation
from people.selectors.bookable import people_bookable, with_relations

RELATIONS = [relation.value for relation in Relation if relation is not Relation.ONESELF]


class BookableSerializer(Values):
    person = PersonBriefSerializer()
    relation = serializers.ChoiceField(choices=RELATIONS, help_text="why I may: facilities means a visitor")
    organisation = serializers.CharField(help_text="of a visitor; empty for staff")
    first_day = serializers.DateField(allow_null=True, help_text="of a visitor's days; null for staff")
    last_day = serializers.DateField(allow_null=True)


class BookableSearchSerializer(Values):
    q = serializers.CharField(
        max_length=100, required=False, allow_blank=True, default="", help_text="name, reading or staff number"
    )
    person = serializers.IntegerField(
        min_value=1, max_value=LARGEST_ID, required=False, help_text="this one alone, if I may"
    )


class BookableView(APIView):
    """Other people for whom I may book."""

    @extend_schema(
        operation_id="people_bookable_list",
        parameters=[BookableSearchSerializer, *PAGE_PARAMETERS],
        responses={200: page_of(BookableSerializer), 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """My section's people as their manager, those whose delegate I am, and visitors for facilities."""
        asked = BookableSearchSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        viewer, today = viewer_of(request), clock.today()
        pages = people_bookable(
            viewer, today=today, typed=asked.validated_data["q"], only=asked.validated_data.get("person")
        )
        page = paged(page_wanted(request, (str, int)), pages.fetch, pages.key)
        rows = []
        for one in with_relations(page.results, viewer, today=today):
            visitor = one.relation is Relation.FACILITIES
            rows.append(
                {
                    "person": person_brief(one.person),
                    "relation": one.relation,
                    "organisation": one.person.organisation,
                    "first_day": one.person.active_from if visitor else None,
                    "last_day": one.person.active_to if visitor else None,
                }
            )
        return page_answer(page, rows)
