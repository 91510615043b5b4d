"""My notices, and which of them I get by mail."""

from typing import Any

from django.conf import settings
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from core.paged import PAGE_PARAMETERS, page_answer
from core.pagination import Page, page_wanted, paged
from notifications.api.answers import (
    MailChoicesSerializer,
    NoticeSerializer,
    PaginatedNoticeListSerializer,
    ReadAllSerializer,
    UnreadSerializer,
    notice_shape,
)
from notifications.api.requests import MailChoiceSerializer, ReadAllWantedSerializer
from notifications.policies.groups import MailWhen, NoticeGroup
from notifications.selectors.choices import mail_choices_of
from notifications.selectors.notices import NoticePages, unread_of
from notifications.services.choosing import choose_mail
from notifications.services.reading import read_all, read_notice
from people.api.viewer import account_of, viewer_of
from people.models import Person


class NoticesView(APIView):
    """What I was told."""

    @extend_schema(
        operation_id="notices_list",
        parameters=PAGE_PARAMETERS,
        responses={200: PaginatedNoticeListSerializer, 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """My notices, newest first. They are kept for a time that the installation sets."""
        wanted, person_id = page_wanted(request, (int,)), viewer_of(request).person_id
        if person_id is None:
            return page_answer(Page([], None, None), [])
        pages = NoticePages(person_id)
        page = paged(wanted, pages.fetch, pages.key)
        return page_answer(page, [notice_shape(notice) for notice in page.results])


class UnreadView(APIView):
    """The bell."""

    @extend_schema(operation_id="notices_unread_retrieve", responses={200: UnreadSerializer, 304: None})
    def get(self, request: Request) -> Response:
        """How many of my notices are unread. Has an ETag."""
        person_id = viewer_of(request).person_id
        unread = unread_of(person_id)
        etag = etag_of("unread", person_id, unread.count, unread.newest)
        if unchanged(request, etag):
            return not_modified(etag)
        return Response({"count": unread.count, "newest": unread.newest}, headers=polled_headers(etag))


class NoticeReadView(APIView):
    """One notice is read."""

    @extend_schema(
        operation_id="notices_read_create",
        request=None,
        responses={200: NoticeSerializer, 404: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Mark one of my notices as read; done twice it stays as it was."""
        person_id = viewer_of(request).person_id
        if person_id is None or id > LARGEST_ID:
            raise Http404
        notice = read_notice(person_id=person_id, notice_id=id)
        if notice is None:
            raise Http404
        return Response(notice_shape(notice))


class NoticesReadAllView(APIView):
    """Everything is read."""

    @extend_schema(
        operation_id="notices_read_all_create",
        request=ReadAllWantedSerializer,
        responses={200: ReadAllSerializer, 400: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Mark all my notices as read, or those up to the one given."""
        wanted = ReadAllWantedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        person_id = viewer_of(request).person_id
        until = wanted.validated_data.get("until")
        return Response({"read": 0 if person_id is None else read_all(person_id=person_id, until=until)})


class MailChoicesView(APIView):
    """When I get which notices by mail."""

    @extend_schema(
        operation_id="notices_preferences_retrieve",
        responses={200: MailChoicesSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """My choices for each group of notices. In the product itself every notice is always shown."""
        person = _person(request)
        return Response(_shape(person, mail_choices_of(person.pk)))

    @extend_schema(
        operation_id="notices_preferences_partial_update",
        request=MailChoiceSerializer,
        responses={200: MailChoicesSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def patch(self, request: Request) -> Response:
        """Choose for the groups named; mails that wait to be sent follow the choice."""
        person = _person(request)
        wanted = MailChoiceSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        chosen = {NoticeGroup(group): MailWhen(mail) for group, mail in wanted.validated_data.items()}
        return Response(_shape(person, choose_mail(person_id=person.pk, wanted=chosen)))


def _person(request: Request) -> Person:
    person = account_of(request).person
    if person is None:
        raise PermissionDenied
    return person


def _shape(person: Person, choices: Any) -> dict[str, Any]:
    return {
        "mail_sent": settings.MAIL is not None and bool(person.mail),
        "address": person.mail,
        "digest_hour": settings.MAIL_DIGEST_HOUR,
        **{group.value: mail.value for group, mail in choices.items()},
    }
