"""`/directory/transfers/`: what the directory will say from a day on, loaded in advance."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from core.uploads import UploadParser
from core.words import language_of
from directory.api.transfer_shapes import (
    EffectCountsSerializer,
    EffectsQuerySerializer,
    EntriesQuerySerializer,
    NewTransferSerializer,
    TransferEffectSerializer,
    TransferEntrySerializer,
    TransferSerializer,
    effect_shapes,
    entry_shape,
    transfer_shape,
)
from directory.finding_words import finding_sentence
from directory.models import PlannedTransfer
from directory.selectors.transfer_effects import EffectPages, effect_counts, people_concerned
from directory.selectors.transfers import EntryPages, TransferPages, runs_of
from directory.services.transfer_loading import FileMakesNoSense, load_transfer, withdraw_transfer
from directory.source import DirectoryFaulty, DirectoryUnavailable, directory_in_file
from people.api.permissions import has_role
from people.api.viewer import account_of
from people.policies.roles import Role

MOST_SHOWN = 50
LONGEST_NAME = 200
READ = {400: ProblemSerializer, 403: ProblemSerializer, 404: ProblemSerializer}


class _ForIT(APIView):
    permission_classes = [has_role(Role.IT)]

    def transfer(self, id: int) -> PlannedTransfer:
        """The transfer of the address; 404 where there is none."""
        found = PlannedTransfer.objects.filter(pk=id).first() if id <= LARGEST_ID else None
        if found is None:
            raise Http404
        return found


class TransfersView(_ForIT):
    """Planned transfers."""

    parser_classes = [UploadParser]

    @extend_schema(
        operation_id="directory_transfers_list",
        parameters=PAGE_PARAMETERS,
        responses={200: page_of(TransferSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Every transfer, the latest day first."""
        pages = TransferPages()
        page = paged(page_wanted(request, pages.key_types), pages.fetch, pages.key)
        runs = runs_of([one.pk for one in page.results])
        return page_answer(page, [transfer_shape(one, runs.get(one.pk)) for one in page.results])

    @extend_schema(
        operation_id="directory_transfers_create",
        request={"multipart/form-data": NewTransferSerializer},
        responses={
            201: TransferSerializer,
            **dict.fromkeys((400, 403, 409, 413, 415), ProblemSerializer),
        },
    )
    def post(self, request: Request) -> Response:
        """Load a transfer: the whole directory as it will be from the day on. With a mistake in the file, nothing."""
        wanted = NewTransferSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        given = wanted.validated_data
        file: UploadedFile[bytes] = given["file"]
        name = PurePosixPath(str(file.name)).name[-LONGEST_NAME:]
        try:
            with _on_disk(file, name) as path:
                transfer = load_transfer(
                    directory=directory_in_file(path, as_configured=True),
                    title=given["title"],
                    effective_on=given["effective_on"],
                    file_name=name,
                    account=account_of(request),
                )
        except FileMakesNoSense as error:
            language = language_of(request)
            found = [finding_sentence(one, language) for one in error.findings[:MOST_SHOWN]]
            raise ValidationError({"file": found}) from error
        except DirectoryFaulty as error:
            raise ValidationError({"file": [f"{error.entry}: {error.reason}"]}) from error
        except DirectoryUnavailable as error:
            raise ValidationError({"file": [str(error)]}) from error
        return Response(transfer_shape(transfer, None), status=status.HTTP_201_CREATED)


class TransferView(_ForIT):
    """One transfer."""

    @extend_schema(
        operation_id="directory_transfers_retrieve",
        responses={200: TransferSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, _request: Request, id: int) -> Response:
        """The transfer with what it changes, counted."""
        transfer = self.transfer(id)
        return Response(transfer_shape(transfer, runs_of([transfer.pk]).get(transfer.pk)))


class TransferEntriesView(_ForIT):
    """What a transfer changes."""

    @extend_schema(
        operation_id="directory_transfers_entries",
        parameters=[EntriesQuerySerializer, *PAGE_PARAMETERS],
        responses={200: page_of(TransferEntrySerializer), **READ},
    )
    def get(self, request: Request, id: int) -> Response:
        """Departments first, then people by number, each with the fields that change."""
        transfer = self.transfer(id)
        query = EntriesQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        pages = EntryPages(transfer.pk, **query.validated_data)
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        return page_answer(page, [entry_shape(one) for one in page.results])


class TransferEffectsView(_ForIT):
    """What a transfer would do to what people hold."""

    @extend_schema(
        operation_id="directory_transfers_effects",
        parameters=[EffectsQuerySerializer, *PAGE_PARAMETERS],
        responses={200: page_of(TransferEffectSerializer), **READ},
    )
    def get(self, request: Request, id: int) -> Response:
        """Bookings, series, requests … that would end or go to somebody else, as things stand in this minute.

        Empty for a transfer that is not to come any more.
        """
        transfer = self.transfer(id)
        query = EffectsQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        pages = EffectPages(transfer, query.validated_data.get("kind"))
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        return page_answer(page, effect_shapes(page.results))


class TransferEffectCountsView(_ForIT):
    """How much a transfer would do."""

    @extend_schema(
        operation_id="directory_transfers_effects_counts",
        responses={200: EffectCountsSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, _request: Request, id: int) -> Response:
        """The effects by kind, and how many people they concern."""
        transfer = self.transfer(id)
        return Response({"counts": effect_counts(transfer), "people": people_concerned(transfer)})


class WithdrawTransferView(_ForIT):
    """A transfer that is not to be."""

    @extend_schema(
        operation_id="directory_transfers_withdraw",
        request=None,
        responses={200: TransferSerializer, **READ, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, _request: Request, id: int) -> Response:
        """Withdraw it before its day, or after it failed."""
        return Response(transfer_shape(withdraw_transfer(transfer_id=self.transfer(id).pk), None))


@contextmanager
def _on_disk(file: "UploadedFile[bytes]", name: str) -> Iterator[Path]:
    """The upload as a file of its name's ending, until it is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"transfer{Path(name).suffix.lower()[:8]}"
        with path.open("wb") as written:
            for chunk in file.chunks():
                written.write(chunk)
        yield path
