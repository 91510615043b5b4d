"""`/telework/registrations/`: one's own, and those one decides about."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.idempotency import idempotent
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted
from core.problems import refusal_problem
from core.revision import revisions
from core.words import language_of
from people.api.answers import person_brief
from people.api.viewer import viewer_of
from people.policies.roles import Role
from telework.api.registration_answers import (
    FIRST_YEAR,
    LAST_YEAR,
    REGISTRATION_STATES,
    ChangedRegistrationSerializer,
    MyRegistrationSerializer,
    NewRegistrationSerializer,
    RegistrationDecisionSerializer,
    RegistrationSerializer,
)
from telework.api.registration_shapes import deciders, registration_answer, registration_shapes, seen_or_404
from telework.policies.fiscal_year import first_day_of, fiscal_year_of, last_day_of, open_fiscal_years
from telework.selectors.approvers import approvers_of_one
from telework.selectors.registrations import telework_facts
from telework.selectors.registrations_seen import (
    as_seen,
    decided_by,
    own_registration,
    registrations_page,
    waiting_for,
)
from telework.services.registrations import (
    change_registration,
    register,
    submit_registration,
    withdraw_registration,
)

WHOSE = ("waiting", "section", "all")
REFUSALS = {400: ProblemSerializer, 403: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer}


class RegistrationsAskedSerializer(serializers.Serializer[dict[str, Any]]):
    whose = serializers.ChoiceField(choices=WHOSE, required=False, default="waiting")
    fiscal_year = serializers.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False)
    state = serializers.ChoiceField(choices=REGISTRATION_STATES, required=False)


class MyRegistrationView(APIView):
    """Whether I may telework."""

    @extend_schema(operation_id="telework_registrations_me_retrieve", responses={200: MyRegistrationSerializer})
    def get(self, request: Request) -> Response:
        """My registration of this fiscal year, from February on the next one's too, and whether I may telework today.

        Of several in a year the one that stands, else the latest.
        """
        today = clock.today()
        year = fiscal_year_of(today)
        mine = {} if (person_id := viewer_of(request).person_id) is None else _mine(request, person_id)
        return Response(
            {
                "fiscal_year": year,
                "valid_to": last_day_of(year),
                "registration": None,
                "next": None,
                "next_open": year + 1 in open_fiscal_years(today),
                "may_telework": False,
                "why_not": None,
                "registration_needed": True,
                "training_since": None,
                "deciders": [],
                **mine,
            }
        )


class RegistrationsView(APIView):
    """Registrations about which I decide; for HR all."""

    @extend_schema(
        operation_id="telework_registrations_list",
        parameters=[
            OpenApiParameter("whose", {"type": "string", "enum": list(WHOSE), "default": "waiting"}),
            OpenApiParameter("fiscal_year", {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}),
            OpenApiParameter("state", {"type": "string", "enum": REGISTRATION_STATES}),
            *PAGE_PARAMETERS,
        ],
        responses={200: page_of(RegistrationSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Those that wait for my decision, the oldest first; those of my section; or, for HR, all of them.

        Drafts are nobody's but their writers'. `fiscal_year` is this one where it is left out, for `section`.
        """
        asked = RegistrationsAskedSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        viewer, today, slow = viewer_of(request), clock.today(), revisions()
        whose, year = asked.validated_data["whose"], asked.validated_data.get("fiscal_year")
        if whose == "all" and Role.HR not in viewer.roles:
            raise PermissionDenied
        ids: list[int] | None = []
        if whose == "all":
            ids = None
        elif viewer.person_id is not None and whose == "waiting":
            ids = list(waiting_for(viewer.person_id, today, slow))
        elif viewer.person_id is not None:
            ids = decided_by(viewer.person_id, year or fiscal_year_of(today), today, slow)
        page = registrations_page(
            page_wanted(request, (int,)),
            ids=ids,
            fiscal_year=year,
            state=asked.validated_data.get("state"),
            oldest_first=whose == "waiting",
        )
        return page_answer(page, registration_shapes(request, as_seen(page.results, viewer, slow)))

    @extend_schema(
        operation_id="telework_registrations_create",
        request=NewRegistrationSerializer,
        responses={201: RegistrationSerializer, 400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Write my registration for a fiscal year, and submit it where `submit` says so."""
        person_id = viewer_of(request).person_id
        if person_id is None:
            raise PermissionDenied
        wanted = NewRegistrationSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        row = register(
            person_id=person_id,
            fiscal_year=wanted.validated_data["fiscal_year"],
            written=wanted.written,
            submit=wanted.validated_data["submit"],
        )
        return Response(registration_answer(request, row.pk), status=status.HTTP_201_CREATED)


class RegistrationView(APIView):
    """One registration."""

    @extend_schema(
        operation_id="telework_registrations_retrieve", responses={200: RegistrationSerializer, 404: ProblemSerializer}
    )
    def get(self, request: Request, id: int) -> Response:
        """For the person, for those who may decide about it, and for HR."""
        return Response(registration_answer(request, id))

    @extend_schema(
        operation_id="telework_registrations_partial_update",
        request=ChangedRegistrationSerializer,
        responses={200: RegistrationSerializer, **REFUSALS},
    )
    @idempotent
    def patch(self, request: Request, id: int) -> Response:
        """Write a draft, or one that was returned, anew, and submit it where `submit` says so."""
        seen = seen_or_404(request, id)
        wanted = ChangedRegistrationSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        change_registration(
            registration_id=id,
            actor=seen.actor,
            written=wanted.written,
            version=wanted.validated_data.get("version"),
            submit=wanted.validated_data["submit"],
        )
        return Response(registration_answer(request, id))


class SubmitRegistrationView(APIView):
    """Submitting one."""

    @extend_schema(
        operation_id="telework_registrations_submit_create",
        request=RegistrationDecisionSerializer,
        responses={200: RegistrationSerializer, **REFUSALS},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Submit mine to the 所属長."""
        seen = seen_or_404(request, id)
        wanted = RegistrationDecisionSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        submit_registration(registration_id=id, actor=seen.actor, version=wanted.validated_data.get("version"))
        return Response(registration_answer(request, id))


class WithdrawRegistrationView(APIView):
    """Taking one back."""

    @extend_schema(
        operation_id="telework_registrations_withdraw_create",
        request=RegistrationDecisionSerializer,
        responses={200: RegistrationSerializer, **REFUSALS},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Take mine back before it is decided about; it is a draft again."""
        seen = seen_or_404(request, id)
        wanted = RegistrationDecisionSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        withdraw_registration(registration_id=id, actor=seen.actor, version=wanted.validated_data.get("version"))
        return Response(registration_answer(request, id))


def _mine(request: Request, person_id: int) -> dict[str, Any]:
    today, slow, language = clock.today(), revisions(), language_of(request)
    year = fiscal_year_of(today)
    rows = [own_registration(person_id, each) for each in (year, year + 1)]
    shapes = iter(
        registration_shapes(request, as_seen([row for row in rows if row is not None], viewer_of(request), slow))
    )
    this_year, next_year = [None if row is None else next(shapes) for row in rows]
    facts = telework_facts([person_id], first=today, last=today, slow=slow)[person_id]
    refused = facts.refused(today)
    rules = facts.rules(today)
    people = deciders(approvers_of_one(person_id, today).managers)
    return {
        "registration": this_year,
        "next": next_year,
        "may_telework": refused is None,
        "why_not": None if refused is None else refusal_problem(refused, language),
        "registration_needed": rules.registration_needed.value,
        "training_since": first_day_of(year) if rules.training_in_fiscal_year.value else None,
        "deciders": [person_brief(people[pk]) for pk in sorted(people)],
    }
