"""`/directory/runs/`: each time the directory was read, what it changed, and what waits for a decision."""

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from core.answers import ProblemSerializer
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from directory.api.for_it import ForIT, run_at
from directory.api.run_shapes import (
    ApplyRunSerializer,
    DirectoryRunSerializer,
    NewRunSerializer,
    RunChangeSerializer,
    RunChangesQuerySerializer,
    RunFindingSerializer,
    RunsQuerySerializer,
    change_shapes,
    finding_shape,
    run_shape,
)
from directory.models import DirectoryRun
from directory.policies.runs import RunPurpose
from directory.selectors.run_pages import ChangePages, FindingPages, RunPages, department_names
from directory.services.configured import confirm_configured, run_configured
from directory.services.run_deciding import discard_run

READ = {400: ProblemSerializer, 403: ProblemSerializer, 404: ProblemSerializer}
DECIDED = {**READ, 409: ProblemSerializer}


class DirectoryRunsView(ForIT):
    """Runs. They take no Idempotency-Key: reading again changes nothing, and a run keeps no transaction open."""

    @extend_schema(
        operation_id="directory_runs_list",
        parameters=[RunsQuerySerializer, *PAGE_PARAMETERS],
        responses={200: page_of(DirectoryRunSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """The last runs, the newest first."""
        query = RunsQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        pages = RunPages(changed=query.validated_data["changed"])
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        return page_answer(page, [_shape(one) for one in page.results])

    @extend_schema(
        operation_id="directory_runs_create",
        request=NewRunSerializer,
        responses={
            201: DirectoryRunSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            409: ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Read the directory now; the answer comes when the run is over. It may be planned, held or failed."""
        asked = NewRunSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        purpose = RunPurpose.PREVIEW if asked.validated_data["dry_run"] else RunPurpose.SYNC
        run = run_configured(purpose=purpose)
        return Response(_shape(run_at(run.pk)), status=status.HTTP_201_CREATED)


class DirectoryRunView(ForIT):
    """One run."""

    @extend_schema(
        operation_id="directory_runs_retrieve",
        responses={200: DirectoryRunSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, _request: Request, id: int) -> Response:
        """The run with what it changed, or would, counted."""
        return Response(_shape(run_at(id)))


class DirectoryRunChangesView(ForIT):
    """What a run changed, or would."""

    @extend_schema(
        operation_id="directory_runs_changes",
        parameters=[RunChangesQuerySerializer, *PAGE_PARAMETERS],
        responses={200: page_of(RunChangeSerializer), **READ},
    )
    def get(self, request: Request, id: int) -> Response:
        """Departments first, then people by number, their posts and accounts."""
        run = run_at(id)
        query = RunChangesQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        pages = ChangePages(run.pk, **query.validated_data)
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        names = department_names({one.department_code for one in page.results})
        return page_answer(page, change_shapes(page.results, names))


class DirectoryRunFindingsView(ForIT):
    """What made no sense."""

    @extend_schema(
        operation_id="directory_runs_findings",
        parameters=PAGE_PARAMETERS,
        responses={200: page_of(RunFindingSerializer), **READ},
    )
    def get(self, request: Request, id: int) -> Response:
        """Entries that make no sense; whom they are about stays as known until they are mended."""
        pages = FindingPages(run_at(id).pk)
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        return page_answer(page, [finding_shape(one) for one in page.results])


class ApplyDirectoryRunView(ForIT):
    """A plan that somebody has seen."""

    @extend_schema(
        operation_id="directory_runs_apply",
        request=ApplyRunSerializer,
        responses={200: DirectoryRunSerializer, **DECIDED},
    )
    def post(self, request: Request, id: int) -> Response:
        """Apply a planned or held run, if the directory still says what was shown: it is read anew."""
        run = run_at(id)
        asked = ApplyRunSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        confirm_configured(run_id=run.pk, fingerprint=asked.validated_data["fingerprint"])
        return Response(_shape(run_at(run.pk)))


class DiscardDirectoryRunView(ForIT):
    """A plan that is not wanted."""

    @extend_schema(
        operation_id="directory_runs_discard",
        request=None,
        responses={200: DirectoryRunSerializer, **DECIDED},
    )
    def post(self, _request: Request, id: int) -> Response:
        """Close a planned or held run. The next look at the directory plans anew."""
        run = run_at(id)
        discard_run(run_id=run.pk)
        return Response(_shape(run_at(run.pk)))


def _shape(run: DirectoryRun) -> dict[str, object]:
    return run_shape(run, getattr(run, "finding_count", 0))
