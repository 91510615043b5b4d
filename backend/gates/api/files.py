"""`/gate-log/files/`: files of the gate system, taken over by a worker."""

from typing import Any

from django.conf import settings
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from core.fields import LARGEST_ID
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from core.uploads import UploadParser, takes_files
from gates.api.shapes import (
    GateLogFileSerializer,
    GateLogFileWholeSerializer,
    GateLogReceivedSerializer,
    GateLogUploadSerializer,
    file_shape,
    whole_shape,
)
from gates.models import GateLogFile
from gates.selectors.files import KEY_TYPES, FileFacts, fetch_files, file_facts, file_key
from gates.selectors.left_out import unknown_days_of
from gates.services.deciding import cancel_file, resume_file
from gates.services.receiving import receive_upload
from people.api.permissions import has_role
from people.policies.roles import Role

FOR_FACILITIES = has_role(Role.FACILITIES)
DECIDED = {403: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer}


class GateLogUploadParser(UploadParser):
    """Multipart up to the setting KYOSEKI_GATE_LARGEST_FILE."""

    def largest(self) -> int:
        return int(settings.GATE_LOG["largest_file"])


class GateLogFilesView(APIView):
    permission_classes = [FOR_FACILITIES]
    parser_classes = [GateLogUploadParser]

    @extend_schema(
        operation_id="gate_log_files_list",
        parameters=PAGE_PARAMETERS,
        responses={200: page_of(GateLogFileSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Every file that came, the newest first, with its report. Ask again with the ETag while one goes on."""
        wanted = page_wanted(request, KEY_TYPES)
        try:
            page = paged(wanted, fetch_files, file_key)
        except ValueError as error:
            raise serializers.ValidationError({"cursor": ["unknown"]}) from error
        etag = etag_of(request.get_full_path(), *(_mark(facts) for facts in page.results))
        if unchanged(request, etag):
            return not_modified(etag)
        answer = page_answer(page, [file_shape(facts) for facts in page.results])
        for name, value in polled_headers(etag).items():
            answer.headers[name] = value
        return answer

    @takes_files(
        "gate_log_files_create",
        GateLogUploadSerializer,
        {200: GateLogReceivedSerializer, 201: GateLogReceivedSerializer},
    )
    def post(self, request: Request) -> Response:
        """Send a file: it is taken over whole or not at all, by a worker.

        The same content sent again is one file: 200 with `known` where nothing is left to be done, and without it
        where it is taken up again (stopped before, or the roll has caught up). A file that grew takes its new lines.
        """
        wanted = GateLogUploadSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        file = wanted.validated_data["file"]
        received = receive_upload(name=str(file.name), content=file.file)
        shape = {**file_shape(file_facts(received.file.pk)), "known": received.known}
        return Response(shape, status=status.HTTP_200_OK if received.known else status.HTTP_201_CREATED)


class GateLogFileView(APIView):
    permission_classes = [FOR_FACILITIES]

    @extend_schema(
        operation_id="gate_log_files_retrieve",
        responses={200: GateLogFileWholeSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """One file: how far it is, and its whole report."""
        facts = _facts_or_404(id)
        etag = etag_of(_mark(facts))
        if unchanged(request, etag):
            return not_modified(etag)
        return Response(whole_shape(facts, unknown_days_of(facts.file)), headers=polled_headers(etag))


class CancelGateLogFileView(APIView):
    permission_classes = [FOR_FACILITIES]

    @extend_schema(
        operation_id="gate_log_files_cancel", request=None, responses={200: GateLogFileSerializer, **DECIDED}
    )
    def post(self, request: Request, id: int) -> Response:
        """Stop it: nothing of the file is taken. A worker that is at it stops within seconds."""
        return _decided(cancel_file, id)


class ResumeGateLogFileView(APIView):
    permission_classes = [FOR_FACILITIES]

    @extend_schema(
        operation_id="gate_log_files_resume", request=None, responses={200: GateLogFileSerializer, **DECIDED}
    )
    def post(self, request: Request, id: int) -> Response:
        """Have it taken over after all, on from the line that was reached."""
        return _decided(resume_file, id)


def _decided(decide: Any, file_id: int) -> Response:
    _facts_or_404(file_id)
    return Response(file_shape(file_facts(decide(file_id=file_id).pk)))


def _facts_or_404(file_id: int) -> FileFacts:
    if file_id > LARGEST_ID:
        raise Http404
    try:
        return file_facts(file_id)
    except GateLogFile.DoesNotExist as error:
        raise Http404 from error


def _mark(facts: FileFacts) -> str:
    file = facts.file
    return f"{file.pk}:{file.touched_at.isoformat()}:{file.state}:{facts.kept}:{facts.unknown_cards}"
